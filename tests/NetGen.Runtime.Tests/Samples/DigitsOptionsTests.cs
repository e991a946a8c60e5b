using Digits;
using Options = Digits.Options;

namespace NetGen.Tests.Samples;

/// <summary>The command line of the Digits sample.</summary>
public sealed class DigitsOptionsTests
{
    private static readonly string Folder = Path.GetTempPath();

    public static TheoryData<string[], bool> Networks => new()
    {
        { [], false },
        { ["--network", "cnn"], true },
        { ["--data", Folder], true },
        { ["--data", Folder, "--network", "dense"], false },
        { ["--network", "dense", "--data", Folder], false },
        { ["--network", "cnn", "--data", Folder], true },
        { ["--network", "cnn", "--network", "dense"], false },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Convolutions_read_the_images_of_a_folder_unless_told_otherwise(string[] args, bool convolutional) =>
        Assert.Equal(convolutional, Options.Parse(args).IsConvolutional);

    [Fact]
    public void What_is_not_said_is_left_to_the_data()
    {
        Options options = Options.Parse([]);
        Assert.Equal((null, null, null, false), (options.Data, options.Seeds, options.Epochs, options.Help));
    }

    [Fact]
    public void Numbers_and_files_are_taken()
    {
        string file = Path.Combine(Folder, "digits.safetensors");
        Options options = Options.Parse(["--seed", "7", "--epochs", "3", "--out", file]);
        Assert.Equal((3, file), (options.Epochs, options.File));
        Assert.Equal([7], options.Seeds!);
    }

    [Theory]
    [InlineData("--speed is not an option", "--speed")]
    [InlineData("--network is \"deep\"; dense or cnn is needed.", "--network", "deep")]
    [InlineData("--network stands without a value", "--network")]
    [InlineData("--data is \"no-such-folder\"", "--data", "no-such-folder")]
    [InlineData("--epochs is \"0\"", "--epochs", "0")]
    [InlineData("--seed is \"x\"", "--seed", "x")]
    public void A_mistake_is_named_with_what_was_given(string expected, params string[] args) =>
        Assert.StartsWith(expected, Assert.Throws<UsageException>(() => Options.Parse(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_help_says_which_network_is_the_default() => Assert.Contains("(otherwise dense, with --data cnn)", Options.Usage, StringComparison.Ordinal);
}
