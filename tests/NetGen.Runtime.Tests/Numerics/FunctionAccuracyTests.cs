using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The vector functions over the whole range of floats: close to the function in double, and the same in every width.</summary>
public class FunctionAccuracyTests
{
    // The bounds are a little above the largest errors found among millions of random arguments:
    // 1.01, 1.45, 0.83, 1.44, 2.35, 2.50, 1.99, 3.83, 3.83, 4.93, 3.15, 0.81, 0.96, 1.84, 1.84, 2.24, 2.24 and, for the cosine, 3.24 ulp; the
    // square root is rounded correctly.
    [Theory]
    [InlineData("Exp", -200, 200, 1.1)]
    [InlineData("ExpM1", -200, 200, 1.5)]
    [InlineData("Log", 0, 3.4e38, 0.9)]
    [InlineData("LogP1", -0.99999994, 3.4e38, 1.5)]
    [InlineData("Sigmoid", -200, 200, 2.5)]
    [InlineData("Tanh", -50, 50, 2.6)]
    [InlineData("Softplus", -200, 200, 2.1)]
    [InlineData("SigmoidSlope", -200, 200, 3.9)]
    [InlineData("TanhSlope", -60, 60, 3.9)]
    [InlineData("NormalCdf", -30, 30, 5)]
    [InlineData("NormalPdf", -30, 30, 3.2)]
    [InlineData("Elu", -200, 200, 0.9)]
    [InlineData("EluSlope", -200, 200, 1.0)]
    [InlineData("CrossEntropyOf0", -200, 200, 1.9)]
    [InlineData("CrossEntropyOf1", -200, 200, 1.9)]
    [InlineData("SigmoidMinus0", -200, 200, 2.3)]
    [InlineData("SigmoidMinus1", -200, 200, 2.3)]
    [InlineData("Sqrt", 0, 3.4e38, 0.5)]
    [InlineData("CosOfTurns", -0.5, 0.5, 3.3)]
    public void Stays_within_its_bound_of_the_function_in_double(string name, double lowest, double highest, double bound)
    {
        float[] x = Grid((float)lowest, (float)highest), y = Functions<Floats16>.Map(name, x);
        Func<double, double> exact = Functions<Floats16>.Exact(name);
        (double error, float at) worst = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            double error = Reference.Ulps(y[i], exact(x[i]));
            worst = error > worst.error ? (error, x[i]) : worst;
        }

        Assert.True(worst.error <= bound, FormattableString.Invariant($"{name}({worst.at:R}) is off by {worst.error} ulp"));
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("ExpM1")]
    [InlineData("Log")]
    [InlineData("LogP1")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Softplus")]
    [InlineData("SigmoidSlope")]
    [InlineData("TanhSlope")]
    [InlineData("NormalCdf")]
    [InlineData("NormalPdf")]
    [InlineData("Elu")]
    [InlineData("EluSlope")]
    [InlineData("CrossEntropyOf0")]
    [InlineData("CrossEntropyOf1")]
    [InlineData("SigmoidMinus0")]
    [InlineData("SigmoidMinus1")]
    [InlineData("Sqrt")]
    public void Has_the_same_bits_in_every_width(string name)
    {
        float[] x = Grid(float.NegativeInfinity, float.PositiveInfinity), wide = Functions<Floats16>.Map(name, x);

        Lanes.AssertSameBits(wide, Functions<Floats8>.Map(name, x));
        Lanes.AssertSameBits(wide, Functions<Floats4>.Map(name, x));
    }

    // Every 8191st float between the limits, of all magnitudes, then 2¹⁸ numbers evenly spread over the part where functions bend.
    private static float[] Grid(float lowest, float highest)
    {
        List<float> x = [];
        for (long bits = 0; bits <= uint.MaxValue; bits += 8191)
        {
            float value = BitConverter.UInt32BitsToSingle((uint)bits);
            if (value >= lowest && value <= highest)
            {
                x.Add(value);
            }
        }

        float from = Math.Max(lowest, -15f), step = (Math.Min(highest, 15f) - from) / (1 << 18);
        for (int i = 0; i < (1 << 18) || x.Count % 16 != 0; i++)
        {
            x.Add(i * step + from);
        }

        return [.. x];
    }
}
