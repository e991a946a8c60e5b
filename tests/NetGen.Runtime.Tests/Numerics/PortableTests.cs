using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class PortableTests
{
    [Fact]
    public void Log_agrees_with_the_mathematics_library()
    {
        for (double x = 1e-12; x < 1e12; x *= 1.00073)
        {
            Assert.Equal(Math.Log(x), Portable.Log(x), 1e-15 * Math.Max(1, 2 * Math.Abs(Math.Log(x))));
        }
    }

    [Fact]
    public void Exp_agrees_with_the_mathematics_library()
    {
        for (double x = -700; x <= 700; x += 0.37)
        {
            Assert.Equal(1, Portable.Exp(x) / Math.Exp(x), 1e-14);
        }

        Assert.Equal((0, 1, double.PositiveInfinity), (Portable.Exp(-701), Portable.Exp(0), Portable.Exp(701)));
    }

    [Fact]
    public void CosineOfTurns_agrees_with_the_mathematics_library()
    {
        for (int i = 0; i <= 1 << 14; i++)
        {
            double t = i * (1.0 / (1 << 14));
            Assert.Equal(Math.Cos(2 * Math.PI * t), Portable.CosineOfTurns(t), 1e-15);
        }
    }

    [Theory]
    [InlineData(2, 0, 1)]
    [InlineData(2, 10, 1024)]
    [InlineData(0.5, 13, 1.0 / 8192)]
    [InlineData(0, 5, 0)]
    [InlineData(1, long.MaxValue, 1)]
    public void Power_is_exact_where_the_product_is(double @base, long exponent, double expected) =>
        Assert.Equal(expected, Portable.Power(@base, exponent));
}
