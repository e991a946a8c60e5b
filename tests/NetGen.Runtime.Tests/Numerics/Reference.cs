namespace NetGen.Tests.Numerics;

/// <summary>The vector functions in double, by other formulae than the ones under test.</summary>
internal static class Reference
{
    /// <summary>eˣ − 1: Taylor's series where the subtraction would cancel.</summary>
    public static double ExpM1(double x) =>
        Math.Abs(x) < 1e-3 ? x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5)))) : Math.Exp(x) - 1;

    /// <summary>log(1 + x): Taylor's series near 0.</summary>
    public static double LogP1(double x) =>
        Math.Abs(x) < 1e-3 ? x * (1 - x * (1 / 2.0 - x * (1 / 3.0 - x * (1 / 4.0 - x / 5)))) : Math.Log(1 + x);

    public static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    public static double Softplus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    /// <summary>Φ: near 0 by the series of terms of one sign ½ + φ(x)·Σ x²ⁿ⁺¹/(2n + 1)!!, in the left tail by Laplace's continued fraction.</summary>
    public static double NormalCdf(double x)
    {
        double density = Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI), term = x, sum = x, rest = 0;
        if (x > 2)
        {
            return 1 - NormalCdf(-x);
        }

        if (x < -2)
        {
            for (int n = 500; n > 0; n--)
            {
                rest = n / (rest - x);
            }

            return density / (rest - x);
        }

        for (int n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-18; n++)
        {
            term *= x * x / (2 * n + 1);
            sum += term;
        }

        return 0.5 + density * sum;
    }

    /// <summary>cos 2πt as the sine of what is left to a quarter turn, which is exact where the cosine is small.</summary>
    public static double CosOfTurns(double t) => Math.Sin(2 * Math.PI * (0.25 - Math.Abs(t)));

    /// <summary>The distance of <paramref name="actual"/> from <paramref name="exact"/> in units of the last place of a float of that size.</summary>
    public static double Ulps(float actual, double exact)
    {
        float rounded = (float)exact;
        if (float.IsNaN(rounded) || float.IsInfinity(rounded))
        {
            return actual.Equals(rounded) ? 0 : double.PositiveInfinity;
        }

        float size = Math.Max(Math.Abs(rounded), 1.17549435e-38f); // below the normal numbers the unit stays the same
        double error = Math.Abs(actual - exact) / ((double)MathF.BitIncrement(size) - size);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }
}
