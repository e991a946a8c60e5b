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
        Options options = Options.Parse(["--out", file, "--quick", "--data", folder, "--pictures", folder]);
        Assert.Equal((folder, file, true, folder), (options.Data, options.File, options.Quick, options.Pictures));
        Assert.Equal((null, "regularization-lab.html", false, null), (Options.Parse([]).Data, Options.Parse([]).File, Options.Parse([]).Quick, Options.Parse([]).Pictures));
    }

    [Fact]
    public void The_folder_of_pictures_may_be_a_new_one() =>
        Assert.Equal("no-such-folder/", Options.Parse(["--pictures", "no-such-folder/"]).Pictures);

    [Theory]
    [InlineData("--speed is not an option", "--speed")]
    [InlineData("--data stands without a value", "--data")]
    [InlineData("--data is \"no-such-folder\"", "--data", "no-such-folder")]
    [InlineData("--out is \"no-such-folder/report.html\"", "--quick", "--out", "no-such-folder/report.html")]
    [InlineData("--pictures stands without a value", "--pictures")]
    [InlineData("--pictures is \"no-such-folder/pictures\"", "--pictures", "no-such-folder/pictures")]
    public void A_mistake_is_named_with_what_was_given(string expected, params string[] args) =>
        Assert.StartsWith(expected, Assert.Throws<UsageException>(() => Options.Parse(args)).Message, StringComparison.Ordinal);
}
