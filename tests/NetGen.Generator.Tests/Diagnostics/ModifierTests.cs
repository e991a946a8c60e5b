namespace NetGen.Generator.Tests.Diagnostics;

public class ModifierTests
{
    [Fact]
    public void A_head_needs_a_loss() => Mistake.In(
        "NG0301",
        "'Label' is a head without a loss. Add one, such as SoftmaxCrossEntropy for classes or MeanSquaredError for numbers, " +
        "or make it a layer: 'public partial Layer Label { get; }'.", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(3)] public partial Head [|Label|] { get; }
        """);

    [Fact]
    public void A_loss_belongs_on_a_head() => Mistake.In(
        "NG0302",
        "'Label' is a Layer, but has the loss SoftmaxCrossEntropy. Declare it as 'public partial Head Label { get; }' if it is an output, " +
        "or remove SoftmaxCrossEntropy.", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(3), [|SoftmaxCrossEntropy|]] public partial Layer Label { get; }
        """);

    [Fact]
    public void An_input_is_no_head() => Mistake.In(
        "NG0303", "'Image' is a Head, but an input only feeds others. Declare it as 'public partial Layer Image { get; }'.", """
        [[|Input(8)|]] public partial Head Image { get; }
        """);

    [Fact]
    public void A_head_has_no_activation() => Mistake.InHead(
        "NG0304",
        "'Label' is a head, where Sigmoid has no place: its loss says what it predicts; put the activation on the layer before it",
        "Dense(3), [|Sigmoid|], BinaryCrossEntropy");

    [Fact]
    public void An_input_has_no_activation() => Mistake.In(
        "NG0304", "'Image' is an input, where Relu has no place: put the activation on the layer that reads it", """
        [Input(8), [|Relu|]] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_head_has_no_dropout() => Mistake.InHead(
        "NG0305", "'Label' is a head, and dropping its outputs would only spoil the loss. Put Dropout on the layer before it.",
        "Dense(3), [|Dropout(0.5f)|], BinaryCrossEntropy");

    [Fact]
    public void A_head_has_no_noise() => Mistake.InHead(
        "NG0308", "'Label' is a head, and noise on its outputs would only blur the loss. Put GaussianNoise on the layer before it.",
        "Dense(3), [|GaussianNoise(0.5f)|], BinaryCrossEntropy");

    [Fact]
    public void A_head_is_not_normalized() => Mistake.InHead(
        "NG0314", "'Label' is a head, where BatchNorm has no place: put it on the layer before it", "Dense(3), [|BatchNorm|], BinaryCrossEntropy");

    [Fact]
    public void An_input_is_not_normalized() => Mistake.In(
        "NG0314", "'Image' is an input, where LayerNorm has no place: put it on the layer that reads it", """
        [Input(8), [|LayerNorm|]] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_batch_norm_has_no_dropout_before_it() => Mistake.In(
        "NG0316",
        "'Second' is batch-normalized, but 'First' before it has dropout, so that the running variance is one that predictions do not have. Put the dropout behind the last BatchNorm.",
        """
        [Input(8)] public partial Layer Image { get; }
        [Dense(5), BatchNorm, Relu, Dropout(0.5f)] public partial Layer First { get; }
        [Dense(5), [|BatchNorm|], Relu] public partial Layer Second { get; }
        [Dense(5), BatchNorm, Relu] public partial Layer Third { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("L2(1)")]
    [InlineData("L1(1)")]
    [InlineData("GaussianPrior(1)")]
    [InlineData("LaplacePrior(1)")]
    [InlineData("GroupLasso(1)")]
    [InlineData("MaxNorm(1)")]
    [InlineData("Decay(1)")]
    [InlineData("Glorot")]
    public void What_acts_on_weights_needs_some(string attribute) => Mistake.In(
        "NG0306", $"'Image' is an input and has no weights, so {attribute.Split('(')[0]} has nothing to act on: put it on a Dense, Conv2D, DepthwiseConv2D, LocallyConnected2D or ConvTranspose2D layer", $$"""
        [Input(8), [|{{attribute}}|]] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("L2(1), [|GaussianPrior(1)|]", "L2", "GaussianPrior", "½‖w‖²")]
    [InlineData("[|LaplacePrior(1)|], L1(1, Proximal = true)", "L1", "LaplacePrior", "‖w‖₁")]
    public void A_prior_is_a_penalty_by_another_name(string attributes, string first, string second, string omega) => Mistake.InHidden(
        "NG0204", $"'Hidden' has two strengths of {omega}, {first} and {second}. Keep one.", $"Dense(4), {attributes}");

    [Fact]
    public void A_sum_has_no_weights() => Mistake.InHead(
        "NG0306", "'Label' is a sum and has no weights, so L2 has nothing to act on: put it on a Dense, Conv2D, DepthwiseConv2D, LocallyConnected2D or ConvTranspose2D layer",
        "Sum(nameof(Image), nameof(Image)), [|L2(1)|], Huber");

    [Theory]
    [InlineData("L2(1)")]
    [InlineData("Decay(1)")]
    [InlineData("MaxNorm(1)")]
    [InlineData("GroupLasso(1)")]
    public void A_scale_has_no_weights(string attribute) => Mistake.In(
        "NG0306",
        $"'Gain' is a scale and has no weights, so {attribute.Split('(')[0]} has nothing to act on: " +
        "put it on a Dense, Conv2D, DepthwiseConv2D, LocallyConnected2D or ConvTranspose2D layer, or let penalties and decay act on its scale with Bias = true", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Scale, [|{{attribute}}|]] public partial Layer Gain { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_classifier_needs_two_classes() => Mistake.InHead(
        "NG0307", "'Label' has 1 unit, but SoftmaxCrossEntropy chooses between at least 2 classes. For a yes or no use BinaryCrossEntropy.",
        "Dense(1), [|SoftmaxCrossEntropy|]");

    [Fact]
    public void A_sum_of_single_numbers_is_no_classifier_either() => Mistake.In(
        "NG0307", "'Label' has 1 unit, but SoftmaxCrossEntropy chooses between at least 2 classes. For a yes or no use BinaryCrossEntropy.", """
        [Input(1)] public partial Layer Image { get; }
        [Sum(nameof(Image), nameof(Image)), [|SoftmaxCrossEntropy(Smoothing = 0.1f)|]] public partial Head Label { get; }
        """);

    [Fact]
    public void A_head_of_classes_has_one_position() => Mistake.In(
        "NG0309",
        "'Label' has the shape [6, 5, 10], 6×5 = 30 positions, but [SoftmaxCrossEntropy] compares one class with each row. Put [GlobalAveragePool] between to have a number for each class, or let a [Dense] layer read the image.", """
        [Input(8, 7)] public partial Layer Image { get; }
        [Conv2D(10, kernel: 3), [|SoftmaxCrossEntropy|]] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Dense(4)", "[4]")]
    [InlineData("GlobalAveragePool", "[2]")]
    public void Dropping_whole_channels_takes_an_image(string kind, string shape) => Mistake.In(
        "NG0310", $"'Hidden' drops whole channels, but its shape is {shape}, where each number is a channel of its own. Leave Channels = true out.", $$"""
        [Input(8, 7, 2)] public partial Layer Image { get; }
        [{{kind}}, Dropout(0.8f, Channels = [|true|])] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);
}
