using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class VectorWidthTests
{
    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void A_width_is_accepted_if_the_machine_has_it_and_refused_if_not(int bits)
    {
        if (bits <= VectorWidths.Widest)
        {
            Assert.Equal(bits, VectorWidths.Check(bits));
        }
        else
        {
            AssertRefused(bits);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(384)]
    [InlineData(1024)]
    [InlineData(-256)]
    [InlineData(int.MinValue)]
    public void Other_numbers_of_bits_are_refused_by_a_sentence_that_says_which_are_allowed(int bits) => AssertRefused(bits);

    [Fact]
    public void The_narrowest_width_is_there_on_every_machine() => Assert.Equal(128, VectorWidths.Check(128));

    private static void AssertRefused(int bits)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => VectorWidths.Check(bits));

        Assert.Equal(("value", bits), (e.ParamName, e.ActualValue));
        Assert.Contains("128, 256 or 512 bits", e.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"widest are {VectorWidths.Widest}."), e.Message, StringComparison.Ordinal);
    }
}
