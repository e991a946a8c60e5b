using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class VectorFunctionTests512 : VectorFunctionTests<Floats16>;

public class VectorFunctionTests256 : VectorFunctionTests<Floats8>;

public class VectorFunctionTests128 : VectorFunctionTests<Floats4>;

public abstract class VectorFunctionTests<V>
    where V : struct, IFloats<V>
{
    private const float Inf = float.PositiveInfinity, NaN = float.NaN, Tiny = 1e-45f;

    [Theory]
    [InlineData("Exp", 0f, 1f)]
    [InlineData("Exp", Inf, Inf)]
    [InlineData("Exp", -Inf, 0f)]
    [InlineData("Exp", 88.72283f, 3.4028e38f)]
    [InlineData("Exp", 88.73f, Inf)]
    [InlineData("Exp", -103.9f, Tiny)]
    [InlineData("Exp", -104.1f, 0f)]
    [InlineData("ExpM1", 0f, 0f)]
    [InlineData("ExpM1", Tiny, Tiny)]
    [InlineData("ExpM1", Inf, Inf)]
    [InlineData("ExpM1", -Inf, -1f)]
    [InlineData("Log", 1f, 0f)]
    [InlineData("Log", 0f, -Inf)]
    [InlineData("Log", -1f, NaN)]
    [InlineData("Log", -Tiny, NaN)]
    [InlineData("Log", -Inf, NaN)]
    [InlineData("Log", Inf, Inf)]
    [InlineData("LogP1", 0f, 0f)]
    [InlineData("LogP1", Tiny, Tiny)]
    [InlineData("LogP1", -1f, -Inf)]
    [InlineData("LogP1", -2f, NaN)]
    [InlineData("LogP1", Inf, Inf)]
    [InlineData("Sigmoid", 0f, 0.5f)]
    [InlineData("Sigmoid", Inf, 1f)]
    [InlineData("Sigmoid", -Inf, 0f)]
    [InlineData("Tanh", 0f, 0f)]
    [InlineData("Tanh", Tiny, Tiny)]
    [InlineData("Tanh", Inf, 1f)]
    [InlineData("Tanh", -Inf, -1f)]
    [InlineData("Softplus", Inf, Inf)]
    [InlineData("Softplus", -Inf, 0f)]
    [InlineData("Softplus", 3e38f, 3e38f)]
    [InlineData("SigmoidSlope", 0f, 0.25f)]
    [InlineData("SigmoidSlope", Inf, 0f)]
    [InlineData("SigmoidSlope", -Inf, 0f)]
    [InlineData("TanhSlope", 0f, 1f)]
    [InlineData("TanhSlope", -Inf, 0f)]
    [InlineData("NormalCdf", 0f, 0.5f)]
    [InlineData("NormalCdf", Inf, 1f)]
    [InlineData("NormalCdf", -Inf, 0f)]
    [InlineData("NormalPdf", 0f, 0.3989423f)]
    [InlineData("NormalPdf", Inf, 0f)]
    [InlineData("NormalPdf", -3e38f, 0f)]
    [InlineData("Elu", -Inf, -1f)]
    [InlineData("Elu", Inf, Inf)]
    [InlineData("Elu", -Tiny, -Tiny)]
    [InlineData("EluSlope", 0f, 1f)]
    [InlineData("EluSlope", -Inf, 0f)]
    [InlineData("EluSlope", Inf, 1f)]
    [InlineData("CrossEntropyOf0", -3e38f, 0f)]
    [InlineData("CrossEntropyOf1", -3e38f, 3e38f)]
    [InlineData("SigmoidMinus0", -Inf, 0f)]
    [InlineData("SigmoidMinus1", -Inf, -1f)]
    [InlineData("Sqrt", -1f, NaN)]
    [InlineData("Sqrt", Inf, Inf)]
    public void Has_the_value_of_the_limit(string name, float x, float expected)
    {
        float y = Functions<V>.Of(name, x);

        Assert.True(y.Equals(expected) || Math.Abs(y - expected) < 1e-5f * expected, $"{name}({x}) is {y}");
        Assert.Equal(float.IsNegative(expected) && !float.IsNaN(expected), float.IsNegative(y) && !float.IsNaN(y));
    }

    [Theory]
    [InlineData("Exp", 1f)]
    [InlineData("ExpM1", 0f)]
    [InlineData("Log", -Inf)]
    [InlineData("Sigmoid", 0.5f)]
    [InlineData("Tanh", -0f)]
    [InlineData("Elu", -0f)]
    [InlineData("EluSlope", 1f)]
    [InlineData("NormalCdf", 0.5f)]
    [InlineData("Sqrt", -0f)]
    public void Knows_the_negative_zero(string name, float expected)
    {
        float y = Functions<V>.Of(name, -0f);

        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(y));
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
    public void Hands_a_NaN_on_and_leaves_its_neighbors_alone(string name)
    {
        float expected = Functions<V>.Of(name, 0.5f);
        for (int place = 0; place < 16; place++)
        {
            float[] x = [.. Enumerable.Repeat(0.5f, 16)];
            x[place] = place % 2 == 0 ? NaN : -NaN;

            float[] y = Functions<V>.Map(name, x);

            Assert.Equal(Enumerable.Range(0, 16).Select(lane => lane == place ? NaN : expected), y);
        }
    }

    // Recorded on a machine with 512-bit vectors; run with DOTNET_EnableAVX512=0 or DOTNET_EnableAVX2=0 it must not change.
    [Theory]
    [InlineData("Exp", 1380713668u)]
    [InlineData("ExpM1", 4285274382u)]
    [InlineData("Log", 2711899382u)]
    [InlineData("LogP1", 2404017787u)]
    [InlineData("Sigmoid", 3839787904u)]
    [InlineData("Tanh", 2905539341u)]
    [InlineData("Softplus", 3139989175u)]
    [InlineData("SigmoidSlope", 2931274970u)]
    [InlineData("TanhSlope", 3807395488u)]
    [InlineData("NormalCdf", 1985245558u)]
    [InlineData("NormalPdf", 42468187u)]
    [InlineData("Elu", 1262494104u)]
    [InlineData("EluSlope", 281512370u)]
    [InlineData("CrossEntropyOf0", 3139989175u)]
    [InlineData("CrossEntropyOf1", 3559940232u)]
    [InlineData("SigmoidMinus0", 3839787904u)]
    [InlineData("SigmoidMinus1", 2252431127u)]
    public void Gives_the_recorded_bits_whatever_the_vector_width(string name, uint recorded)
    {
        float[] x = [.. Enumerable.Range(0, 1 << 14).Select(i => (i - 8000f) * 0.0013f)];
        uint hash = 2166136261;
        foreach (float y in Functions<V>.Map(name, name is "Log" or "LogP1" ? [.. x.Select(MathF.Abs)] : x))
        {
            hash = (hash ^ BitConverter.SingleToUInt32Bits(y)) * 16777619;
        }

        Assert.Equal(recorded, hash);
    }
}
