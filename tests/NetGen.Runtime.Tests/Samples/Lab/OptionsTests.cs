using Digits;
using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>The lab's command line.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void Options_may_come_in_any_order()
    {
        string folder = Path.GetTempPath(), file = Path.Combine(folder, "report.html");
        Options options = Options.Parse(["--out", file, "--quick", "--data", folder]);
        Assert.Equal((folder, file, true), (options.Data, options.File, options.Quick));
        Assert.Equal((null, "regularization-lab.html", false), (Options.Parse([]).Data, Options.Parse([]).File, Options.Parse([]).Quick));
    }

    [Theory]
    [InlineData("--speed is not an option", "--speed")]
    [InlineData("--data stands without a value", "--data")]
    [InlineData("--data is \"no-such-folder\"", "--data", "no-such-folder")]
    [InlineData("--out is \"no-such-folder/report.html\"", "--quick", "--out", "no-such-folder/report.html")]
    public void A_mistake_is_named_with_what_was_given(string expected, params string[] args) =>
        Assert.StartsWith(expected, Assert.Throws<UsageException>(() => Options.Parse(args)).Message, StringComparison.Ordinal);
}
