namespace NetGen.Tests.Data;

/// <summary>What messages show of a file's text.</summary>
public class QuotedTextTests
{
    [Theory]
    [InlineData("Hidden.weight", "Hidden.weight")]
    [InlineData("größer, 重み 🙂", "größer, 重み 🙂")]
    [InlineData("a\nb\r\tc", @"a\nb\r\tc")]
    [InlineData("\u001B[2J\0\u0085", @"\u001B[2J\u0000\u0085")]
    [InlineData("\uFEFFid \u202Etxt\u2028", @"\uFEFFid \u202Etxt\u2028")]
    [InlineData("\U000E0041", @"\U000E0041")]
    [InlineData("", "")]
    public void What_does_not_show_is_escaped(string text, string shown) => Assert.Equal(shown, QuotedText.Of(text));

    [Fact]
    public void Half_of_a_pair_of_surrogates_is_escaped() => Assert.Equal(@"half \uD83D", QuotedText.Of("half \uD83D"));

    [Fact]
    public void Long_text_is_cut_and_its_length_told()
    {
        Assert.Equal(new string('x', 60), QuotedText.Of(new string('x', 60)));
        Assert.Equal(new string('x', 60) + "… (61 characters)", QuotedText.Of(new string('x', 61)));
        Assert.Equal(new string('x', 59) + "… (10000061 characters)", QuotedText.Of(new string('x', 59) + "🙂" + new string('x', 10_000_000)));
    }

    [Fact]
    public void Of_many_names_the_first_are_told()
    {
        Assert.Equal(@"a, b\n", QuotedText.List(["a", "b\n"]));
        Assert.Equal("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … (784 in all)", QuotedText.List([.. Enumerable.Range(0, 784).Select(i => $"{i}")]));
    }
}
