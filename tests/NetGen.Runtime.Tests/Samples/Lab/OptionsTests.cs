using Digits;
using Options = RegularizationLab.Options;

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

    [Fact]
    public void Figures_are_asked_for_by_name()
    {
        Assert.Null(Options.Parse([]).Only);
        Assert.Equal(["sharing"], Options.Parse(["--only", "sharing"]).Only);
        Assert.Equal(["weights", "limits"], Options.Parse(["--only", "weights, limits", "--quick"]).Only);
    }

    [Theory]
    [InlineData("figure \"heights\"; the figures are early-stopping, ", "--only", "heights")]
    [InlineData("figure \"heights\"", "--only", "weights,heights")]
    [InlineData("figure \"\"", "--only", ",")]
    [InlineData("--only stands without a value; one or more figures, separated by commas, are needed: early-stopping, ", "--only")]
    public void A_figure_that_is_not_there_is_named_with_those_that_are(string expected, params string[] args)
    {
        string message = Assert.Throws<UsageException>(() => Options.Parse(args)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.All(RegularizationLab.Lab.Names, name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_names_every_figure() => Assert.All(RegularizationLab.Lab.Names, name => Assert.Matches($@"\b{name}\b", Options.Usage));

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
