using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

public class ArgumentTests
{
    [Theory]
    [InlineData("Conv2D(8, kernel: [|0|])", "Kernel = 0")]
    [InlineData("Conv2D(8, height: [|-1|], width: 3)", "Height = -1")]
    [InlineData("Conv2D(8, kernel: 3, Stride = [|0|])", "Stride = 0")]
    [InlineData("MaxPool([|0|])", "Window = 0")]
    [InlineData("AveragePool(2, StrideX = [|-2|])", "StrideX = -2")]
    public void A_window_has_a_size_and_moves_on(string kind, string what) => Mistake.In(
        "NG0132", $"'Edges' has {what}, but it must be ≥ 1", $$"""
        [Input(8, 6, 3)] public partial Layer Image { get; }
        [{{kind}}] public partial Layer Edges { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void Padding_is_valid_or_same() => Mistake.In(
        "NG0133", "'Edges' has Padding = 7, which is neither ConvPadding.Valid (0) nor ConvPadding.Same (1)", """
        [Input(8, 6, 3)] public partial Layer Image { get; }
        [Conv2D(8, kernel: 3, Padding = [|(ConvPadding)7|])] public partial Layer Edges { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("new[] { [|1|], 1 }", "1, 1")]
    [InlineData("new[] { 1, [|-1|], 0, 0 }", "1, -1, 0, 0")]
    [InlineData("new[] { 0, 0, [|3|], 0 }", "0, 0, 3, 0")]
    public void Pads_are_four_numbers_less_than_the_window(string pads, string numbers) => Mistake.In(
        "NG0134", $"'Edges' has Pads of [{numbers}], but they must be four numbers, [top, bottom, left, right], each ≥ 0 and less than its side of the 3×3 window", $$"""
        [Input(8, 6, 3)] public partial Layer Image { get; }
        [Conv2D(8, kernel: 3, Pads = {{pads}})] public partial Layer Edges { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void Padding_is_given_once() => Mistake.In(
        "NG0135", "'Edges' has Padding and Pads. Keep one: Pads gives the positions at each side, Padding computes them.", """
        [Input(8, 6, 3)] public partial Layer Image { get; }
        [MaxPool(2, Padding = ConvPadding.Same, Pads = new[] { [|1|], 0, 1, 0 })] public partial Layer Edges { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void An_extent_of_an_input_below_one_is_marked_itself() => Mistake.In(
        "NG0101", "'Image' has the shape [28, 0, 1], but an input needs at least one extent, each at least 1: [Input(784)] or [Input(28, 28, 1)]", """
        [Input(28, [|0|], 1)] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void An_extent_in_an_array_is_marked_itself() => Mistake.In(
        "NG0101", "'Image' has the shape [-1], but an input needs at least one extent, each at least 1: [Input(784)] or [Input(28, 28, 1)]", """
        [Input(new[] { [|-1|] })] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void An_input_needs_a_shape() => Mistake.In(
        "NG0101", "'Image' has the shape [], but an input needs at least one extent, each at least 1: [Input(784)] or [Input(28, 28, 1)]", """
        [[|Input|]] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Min = 1, Max = [|0|]", "1", "0")]
    [InlineData("Max = [|-1|], Min = -1", "-1", "-1")]
    [InlineData("Min = 0, Max = [|float.NaN|]", "0", "NaN")]
    [InlineData("Min = [|float.NaN|]", "NaN", "Infinity")]
    [InlineData("Min = [|float.PositiveInfinity|]", "Infinity", "Infinity")]
    public void The_range_of_an_input_goes_upwards(string range, string min, string max) => Mistake.In(
        "NG0131", $"'Image' ranges from {min} to {max}, but Min must be less than Max: [Input(784, Min = 0, Max = 1)]", $$"""
        [Input(8, {{range}})] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Epsilon = [|-0.1f|]", "NG0125", "'Net' moves features of adversarial examples by ε = -0.1, but ε must be ≥ 0 and finite")]
    [InlineData("Epsilon = [|float.NaN|]", "NG0125", "'Net' moves features of adversarial examples by ε = NaN, but ε must be ≥ 0 and finite")]
    [InlineData("Weight = [|1.5f|]", "NG0126", "'Net' gives adversarial examples the share 1.5 of the loss, but it must be in [0, 1]")]
    [InlineData("Weight = [|-1|]", "NG0126", "'Net' gives adversarial examples the share -1 of the loss, but it must be in [0, 1]")]
    [InlineData("Steps = [|0|]", "NG0127", "'Net' makes adversarial examples in 0 steps, but it must be ≥ 1")]
    public void The_arguments_of_adversarial_training_have_ranges(string argument, string id, string message) =>
        Mistake.In(id, message, TrainingTests.Ranged, $"Network, AdversarialTraining({argument})");

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    public void Units_must_be_positive(string units) => Mistake.InHidden(
        "NG0102", $"'Hidden' has {units} units, but Dense needs at least 1", $"Dense([|{units}|])");

    [Fact]
    public void A_named_constructor_argument_is_found_too() => Mistake.InHidden(
        "NG0102", "'Hidden' has 0 units, but Dense needs at least 1", "Dense(units: [|0|])");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1.5f", "1.5")]
    [InlineData("-0.5f", "-0.5")]
    [InlineData("float.NaN", "NaN")]
    public void Keep_is_a_probability_above_zero(string keep, string shown) => Mistake.InHidden(
        "NG0103", $"'Hidden' keeps units with probability {shown}, but keep must be in (0, 1]", $"Dense(4), Relu, Dropout(keep: [|{keep}|])");

    [Fact]
    public void Dropout_rescales_in_training_or_at_prediction() => Mistake.InHidden(
        "NG0117", "'Hidden' has Rescale = 2, which is neither Rescale.InTraining (0) nor Rescale.AtPrediction (1)", "Dense(4), Relu, Dropout(0.5f, Rescale = [|(Rescale)2|])");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.1f", "-0.1")]
    [InlineData("float.PositiveInfinity", "Infinity")]
    public void The_deviation_of_noise_is_positive(string sigma, string shown) => Mistake.InHidden(
        "NG0121", $"'Hidden' has noise with σ = {shown}, but σ must be > 0 and finite. For none leave GaussianNoise out.", $"Dense(4), GaussianNoise([|{sigma}|])");

    [Theory]
    [InlineData("-0.1f", "-0.1")]
    [InlineData("float.NaN", "NaN")]
    [InlineData("float.PositiveInfinity", "Infinity")]
    public void The_alpha_of_mixup_is_not_negative(string alpha, string shown) => Mistake.InAttributes(
        "NG0122", $"'Net' has Mixup with α = {shown}, but α must be ≥ 0 and finite", $"Network, Mixup([|{alpha}|])");

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.1f", "-0.1")]
    public void An_average_forgets(string decay, string shown) => Mistake.InAttributes(
        "NG0110", $"AverageWeights has Decay = {shown}, but it must be in [0, 1)", $"Network, AverageWeights([|{decay}|])");

    [Theory]
    [InlineData("[|1f|]", "1")]
    [InlineData("[|1f|], 1f, 1f, 1f, 1f", "5")]
    public void Every_class_has_one_weight(string weights, string count) => Mistake.InHead(
        "NG0118", $"'Label' has 4 classes, but ClassWeights has {count} numbers. Give one for each class.", $$"""Dense(4), SoftmaxCrossEntropy(ClassWeights = new[] { {{weights}} })""");

    [Theory]
    [InlineData("-1f", "-1")]
    [InlineData("float.NaN", "NaN")]
    public void The_weight_of_a_class_is_not_negative(string weight, string shown) => Mistake.InHead(
        "NG0119", $"'Label' gives class 2 the weight {shown}, but a weight must be ≥ 0 and finite", $$"""Dense(4), SoftmaxCrossEntropy(ClassWeights = new[] { 1f, 0f, [|{{weight}}|], 2f })""");

    [Fact]
    public void Some_class_counts() => Mistake.InHead(
        "NG0120", "'Label' gives every class the weight 0, so there is nothing to learn. Give at least one class a weight above 0.",
        "Dense(3), SoftmaxCrossEntropy(ClassWeights = new[] { [|0f|], 0f, 0f })");

    [Fact]
    public void The_slope_of_LeakyRelu_is_below_one() => Mistake.InHidden(
        "NG0104", "'Hidden' has a slope of 1 for negative inputs, but it must be in [0, 1)", "Dense(4), LeakyRelu([|1|])");

    [Theory]
    [InlineData("-0.1f", "-0.1")]
    [InlineData("0.75f", "0.75")]
    public void Smoothing_leaves_the_true_class_ahead(string smoothing, string shown) => Mistake.InHead(
        "NG0105", $"'Label' smooths labels by ε = {shown}, but ε must be in [0, 0.75)", $"Dense(4), SoftmaxCrossEntropy(Smoothing = [|{smoothing}|])");

    [Theory]
    [InlineData("SoftmaxCrossEntropy")]
    [InlineData("BinaryCrossEntropy")]
    [InlineData("MeanSquaredError")]
    [InlineData("MeanAbsoluteError")]
    [InlineData("Huber")]
    public void The_weight_of_a_head_is_not_negative(string loss) => Mistake.InHead(
        "NG0106", "'Label' has the weight -1 in the objective, but a weight must be ≥ 0 and finite", $"Dense(4), {loss}(Weight = [|-1|])");

    [Theory]
    [InlineData("L2")]
    [InlineData("L1")]
    [InlineData("GroupLasso")]
    public void The_strength_of_a_penalty_is_not_negative(string penalty) => Mistake.InHidden(
        "NG0107", $"The {penalty} penalty of 'Hidden' has λ = -0.1, but λ must be ≥ 0 and finite", $"Dense(4), {penalty}([|-0.1f|])");

    [Fact]
    public void Nor_is_the_strength_for_the_whole_network() => Mistake.InAttributes(
        "NG0107", "The L2 penalty of 'Net' has λ = -1, but λ must be ≥ 0 and finite", "Network, L2([|-1f|])");

    [Fact]
    public void An_infinite_strength_is_refused() => Mistake.InAttributes(
        "NG0107", "The L2 penalty of 'Net' has λ = Infinity, but λ must be ≥ 0 and finite", "Network, L2([|float.PositiveInfinity|])");

    [Fact]
    public void A_decay_rate_is_not_negative() => Mistake.InHidden(
        "NG0108", "'Hidden' decays at the rate -0.1, but a rate must be ≥ 0 and finite", "Dense(4), Decay([|-0.1f|])");

    [Fact]
    public void Nor_is_that_of_AdamW() => Mistake.InAttributes(
        "NG0108", "'Net' decays at the rate -0.1, but a rate must be ≥ 0 and finite", "Network, AdamW(Decay = [|-0.1f|])");

    [Theory]
    [InlineData("Sgd")]
    [InlineData("RmsProp")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void A_learning_rate_is_positive(string optimizer) => Mistake.InAttributes(
        "NG0109", $"{optimizer} has the learning rate 0, but it must be > 0 and finite", $"Network, {optimizer}([|0|])");

    [Theory]
    [InlineData("Sgd", "Momentum")]
    [InlineData("RmsProp", "Rho")]
    [InlineData("Adam", "Beta1")]
    [InlineData("AdamW", "Beta2")]
    public void A_moment_is_below_one(string optimizer, string argument) => Mistake.InAttributes(
        "NG0110", $"{optimizer} has {argument} = 1, but it must be in [0, 1)", $"Network, {optimizer}({argument} = [|1f|])");

    [Theory]
    [InlineData("StepSchedule([|0|])", "StepSchedule has Every = 0, but it must be ≥ 1")]
    [InlineData("StepSchedule(10, Factor = [|1.5f|])", "StepSchedule has Factor = 1.5, but it must be in (0, 1]")]
    [InlineData("CosineSchedule([|-7|])", "CosineSchedule has Steps = -7, but it must be ≥ 1")]
    [InlineData("CosineSchedule(10, Final = [|-1|])", "CosineSchedule has Final = -1, but it must be in [0, 1]")]
    [InlineData("WarmUp([|0|])", "WarmUp has Steps = 0, but it must be ≥ 1")]
    public void A_schedules_argument_has_a_range(string schedule, string message) => Mistake.InAttributes("NG0111", message, $"Network, {schedule}");

    [Fact]
    public void The_limit_of_Elu_is_positive() => Mistake.InHidden(
        "NG0112", "'Hidden' has α = 0, but α must be > 0 and finite", "Dense(4), Elu([|0|])");

    [Fact]
    public void The_bend_of_Huber_is_positive() => Mistake.InHead(
        "NG0113", "'Label' has δ = -2, but δ must be > 0 and finite", "Dense(4), Huber([|-2|])");

    [Fact]
    public void A_standard_deviation_is_positive() => Mistake.InHidden(
        "NG0114", "'Hidden' starts with the standard deviation 0, but it must be > 0 and finite. For weights that start at zero write [Zero].", "Dense(4), Normal([|0|])");

    [Theory]
    [InlineData("RmsProp")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void Epsilon_is_positive(string optimizer) => Mistake.InAttributes(
        "NG0115", $"{optimizer} has ε = 0, but ε must be > 0 and finite", $"Network, {optimizer}(Epsilon = [|0|])");

    [Theory]
    [InlineData("GaussianPrior", "0", "0")]
    [InlineData("LaplacePrior", "-2f", "-2")]
    [InlineData("GaussianPrior", "float.NaN", "NaN")]
    public void The_scale_of_a_prior_is_positive(string prior, string sigma, string shown) => Mistake.InHidden(
        "NG0123", $"The {prior} of 'Hidden' has σ = {shown}, but σ must be > 0 and finite", $"Dense(4), {prior}([|{sigma}|])");

    [Fact]
    public void So_is_that_of_a_prior_on_every_layer() => Mistake.InAttributes(
        "NG0123", "The LaplacePrior of 'Net' has σ = 0, but σ must be > 0 and finite", "Network, LaplacePrior([|0|])");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("float.NaN", "NaN")]
    public void A_limit_of_norms_is_positive(string limit, string shown) => Mistake.InHidden(
        "NG0124", $"The MaxNorm of 'Hidden' has Limit = {shown}, but it must be > 0, ∞ for no limit", $"Dense(4), MaxNorm([|{limit}|])");

    [Theory]
    [InlineData("Norm")]
    [InlineData("Value")]
    public void So_is_a_limit_of_gradients(string argument) => Mistake.InAttributes(
        "NG0124", $"The GradientClipping of 'Net' has {argument} = -2, but it must be > 0, ∞ for no limit", $"Network, GradientClipping({argument} = [|-2f|])");

    [Theory]
    [InlineData("Mixup(0)")]
    [InlineData("MaxNorm(float.PositiveInfinity)")]
    [InlineData("GradientClipping(Norm = float.PositiveInfinity)")]
    [InlineData("GradientClipping(Value = float.PositiveInfinity)")]
    public void What_switches_a_technique_off_may_be_its_argument(string attribute)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source(Mistake.Sound, $"Network, {attribute}"));
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Fact]
    public void A_batch_has_at_least_one_row() => Mistake.InAttributes(
        "NG0116", "'Net' has a batch size of 0, but it must be ≥ 1", "Network(BatchSize = [|0|])");

    [Fact]
    public void A_whole_number_is_shown_with_every_digit() => Mistake.InAttributes(
        "NG0116", "'Net' has a batch size of -16777217, but it must be ≥ 1", "Network(BatchSize = [|-16777217|])");
}
