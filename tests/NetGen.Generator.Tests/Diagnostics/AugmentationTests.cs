using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Augmentations where they have no place, or leave nothing of an image.</summary>
public class AugmentationTests
{
    [Theory]
    [InlineData("HorizontalFlip([|1.5f|])", "The HorizontalFlip of 'Image' has Probability = 1.5, but it must be in [0, 1]")]
    [InlineData("VerticalFlip([|-1|])", "The VerticalFlip of 'Image' has Probability = -1, but it must be in [0, 1]")]
    [InlineData("Shift([|-1|])", "The Shift of 'Image' has Most = -1, but it must be ≥ 0")]
    [InlineData("Stretch(0.1f, [|1|])", "The Stretch of 'Image' has Horizontal = 1, but it must be in [0, 1)")]
    [InlineData("Rotate([|181|])", "The Rotate of 'Image' has Degrees = 181, but it must be in [0, 180]")]
    [InlineData("Zoom([|1|])", "The Zoom of 'Image' has Most = 1, but it must be in [0, 1)")]
    [InlineData("RandomCrop([|0|])", "The RandomCrop of 'Image' has Area = 0, but it must be in (0, 1]")]
    [InlineData("RandomCrop([|1.1f|])", "The RandomCrop of 'Image' has Area = 1.1, but it must be in (0, 1]")]
    [InlineData("Elastic([|float.NaN|], 4)", "The Elastic of 'Image' has Alpha = NaN, but it must be ≥ 0 and finite")]
    [InlineData("Elastic(30, [|101|])", "The Elastic of 'Image' has Sigma = 101, but it must be in [0, 100]")]
    [InlineData("ColorBalance(brightness: [|2|])", "The ColorBalance of 'Image' has Brightness = 2, but it must be in [0, 1]")]
    [InlineData("Blur([|11|])", "The Blur of 'Image' has Most = 11, but it must be in [0, 10]")]
    [InlineData("Erase([|-2|])", "The Erase of 'Image' has Size = -2, but it must be ≥ 0")]
    [InlineData("Erase(2, Probability = [|7|])", "The Erase of 'Image' has Probability = 7, but it must be in [0, 1]")]
    public void Strengths_have_a_range(string augmentation, string message) => InInput("NG0136", message, $"Input(8, 6, 3), {augmentation}");

    [Theory]
    [InlineData("HorizontalFlip(0)")]
    [InlineData("Shift(0)")]
    [InlineData("Stretch")]
    [InlineData("Rotate(0, Crop = true)")]
    [InlineData("Zoom(0)")]
    [InlineData("RandomCrop(1)")]
    [InlineData("Elastic(0, 0)")]
    [InlineData("ColorBalance")]
    [InlineData("Blur(0)")]
    [InlineData("Erase(0)")]
    public void What_switches_an_augmentation_off_may_be_its_argument(string augmentation)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source($$"""
            [Input(8, 6), {{augmentation}}] public partial Layer Image { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            """));
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Fact]
    public void An_input_of_one_extent_is_no_image() => InInput(
        "NG0311",
        "'Image' is an input of shape [784], but Shift changes the images of an input: declare its rows as [Input(height, width)] or [Input(height, width, channels)]",
        "Input(784), [|Shift(2)|]");

    [Fact]
    public void A_layer_is_no_input() => Mistake.In(
        "NG0311", "'Hidden' is a convolution, but Blur changes the images of an input: put it on the input, which training then sees changed", """
        [Input(8, 8)] public partial Layer Image { get; }
        [Conv2D(4, kernel: 3), Relu, [|Blur(1)|]] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_head_is_none_either() => Mistake.InHead(
        "NG0311", "'Label' is a head, but Erase changes the images of an input: put it on the input, which training then sees changed",
        "Dense(3), SoftmaxCrossEntropy, [|Erase(2)|]");

    [Theory]
    [InlineData("ColorBalance([|0.1f|])", "gain")]
    [InlineData("ColorBalance(brightness: 0.2f, saturation: [|0.1f|])", "saturation")]
    public void One_channel_has_no_color(string balance, string part) => InInput(
        "NG0312",
        $"The images of 'Image' have one channel, and so no color that {part} could change. Leave {part} out; brightness and contrast act on one channel too.",
        $"Input(8, 6), {balance}");

    [Fact]
    public void A_shift_leaves_something_of_an_image() => InInput(
        "NG0313", "The images of 'Image' are 8×6: shifted by 6 positions nothing is left of them. Give Shift at most 5.", "Input(8, 6), Shift([|6|])");

    [Fact]
    public void So_does_a_square_that_is_erased() => InInput(
        "NG0313", "The images of 'Image' are 8×6: a square of 9 is larger than they are. Give Erase at most 8.", "Input(8, 6), Erase([|9|])");

    [Fact]
    public void Rows_are_blended_in_one_way() => InTraining(
        "NG0406", "'Net' has both Mixup and CutMix, which each give a row a partner and blend their targets by a share of its own. Keep one of them.",
        "Network, Mixup(0.2f), [|CutMix(1)|]", "Input(8, 6)");

    [Fact]
    public void CutMix_needs_an_image() => InTraining(
        "NG0407",
        "'Net' has CutMix, but the input 'Image' [784] is no image. Declare images of one size, [Input(height, width, channels)], or use Mixup, which blends any rows.",
        "Network, [|CutMix(1)|]", "Input(784)");

    [Fact]
    public void CutMix_needs_images_of_one_size() => Mistake.In(
        "NG0407",
        "'Net' has CutMix, but 'Left' [8, 6] and 'Right' [6, 8] are images of two sizes, of which a box takes two shares. "
        + "Declare images of one size, [Input(height, width, channels)], or use Mixup, which blends any rows.", """
        [Input(8, 6)] public partial Layer Left { get; }
        [Input(6, 8)] public partial Layer Right { get; }
        [Dense(4, From = nameof(Left))] public partial Layer A { get; }
        [Dense(4, From = nameof(Right))] public partial Layer B { get; }
        [Sum(nameof(A), nameof(B)), MeanSquaredError] public partial Head Price { get; }
        """, "Network, [|CutMix(1)|]");

    [Fact]
    public void The_alpha_of_CutMix_is_not_negative() => InTraining(
        "NG0122", "'Net' has CutMix with α = -1, but α must be ≥ 0 and finite", "Network, CutMix([|-1|])", "Input(8, 6)");

    private static void InInput(string id, string message, string input) => Mistake.In(id, message, Values(input));

    private static void InTraining(string id, string message, string attributes, string input) => Mistake.In(id, message, Values(input), attributes);

    private static string Values(string input) => $$"""
        [{{input}}] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """;
}
