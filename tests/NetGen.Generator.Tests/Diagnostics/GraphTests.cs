using NetGen.Generator.Language;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

public class GraphTests
{
    [Fact]
    public void A_network_needs_an_input() => Mistake.InSource(
        "NG0201", "'Net' has no input. Add one: '[Input(784)] public partial Layer Image { get; }'.", """
        using NetGen;

        [Network]
        public partial class [|Net|]
        {
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """);

    [Fact]
    public void An_empty_network_is_told_of_its_input_first() => Mistake.InSource(
        "NG0201", "'Net' has no input. Add one: '[Input(784)] public partial Layer Image { get; }'.", """
        [NetGen.Network]
        public partial class [|Net|];
        """);

    [Fact]
    public void A_scale_reads_a_row_of_numbers_or_an_image() => Mistake.In(
        "NG0215", "'Gain' scales 'Image' [2, 2, 2, 3], but a scale reads a row of numbers, [features], or an image, [height, width, channels]. Put it behind a Dense layer.", """
        [Input(2, 2, 2, 3)] public partial Layer Image { get; }
        [[|Scale|]] public partial Layer Gain { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Conv2D(8, kernel: 3)", "Conv2D")]
    [InlineData("MaxPool(2)", "MaxPool")]
    [InlineData("AveragePool(2)", "AveragePool")]
    [InlineData("GlobalAveragePool", "GlobalAveragePool")]
    public void A_window_moves_over_an_image(string kind, string name) => Mistake.In(
        "NG0216", $"'Edges' reads 'Image' [784], but [{name}] needs an image, [height, width] or [height, width, channels]: declare the input's shape, as in [Input(28, 28, 1)], or read a layer that still is an image", $$"""
        [Input(784)] public partial Layer Image { get; }
        [[|{{kind}}|]] public partial Layer Edges { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Conv2D(8, kernel: 7)", "width 6, window 7")]
    [InlineData("Conv2D(8, height: 9, width: 2, Pads = new[] { 0, 0, 1, 0 })", "height 8, window 9")]
    [InlineData("Conv2D(8, height: 2, width: 9, Pads = new[] { 0, 0, 1, 1 })", "width 6 + 1 + 1 = 8, window 9")]
    [InlineData("MaxPool(7)", "width 6, window 7")]
    public void A_window_fits_the_image(string kind, string arithmetic) => Mistake.In(
        "NG0217", $"'Edges' has a window that does not fit 'Image' [8, 6, 3]: {arithmetic}. Use a smaller window, Padding = ConvPadding.Same, or fewer pools before it.", $$"""
        [Input(8, 6, 3)] public partial Layer Image { get; }
        [[|{{kind}}|]] public partial Layer Edges { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_network_needs_a_head() => Mistake.InSource(
        "NG0202", "'Net' has no head, so there is nothing to train. Add one: '[Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }'.", """
        using NetGen;

        [Network]
        public partial class [|Net|]
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(3), Relu] public partial Layer Hidden { get; }
        }
        """);

    [Fact]
    public void A_value_needs_a_kind() => Mistake.In(
        "NG0203", $"'Hidden' has no kind. Say what it is: {Catalogue.KindNames}.", """
        [Input(8)] public partial Layer Image { get; }
        [Relu] public partial Layer [|Hidden|] { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_partial_layer_without_attributes_needs_one_too() => Mistake.In(
        "NG0203", $"'Hidden' has no kind. Say what it is: {Catalogue.KindNames}.", """
        [Input(8)] public partial Layer Image { get; }
        public partial Layer [|Hidden|] { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Dense(4), [|Input(4)|]", "'Hidden' has two kinds, Dense and Input. Keep one.")]
    [InlineData("Dense(4), Relu, [|Tanh|]", "'Hidden' has two activations, Relu and Tanh. Keep one.")]
    [InlineData("He, Dense(4), [|Zero|]", "'Hidden' has two initializers, He and Zero. Keep one.")]
    public void There_is_one_of_each(string hidden, string message) => Mistake.InHidden("NG0204", message, hidden);

    [Fact]
    public void There_is_one_loss() => Mistake.InHead(
        "NG0204", "'Label' has two losses, MeanSquaredError and Huber. Keep one.", "Dense(4), MeanSquaredError, [|Huber|]");

    [Theory]
    [InlineData("Sgd, [|Adam|]", "'Net' has two optimizers, Sgd and Adam. Keep one.")]
    [InlineData("StepSchedule(9), [|CosineSchedule(9)|]", "'Net' has two schedules, StepSchedule and CosineSchedule. Keep one.")]
    public void There_is_one_of_each_for_the_network(string attributes, string message) => Mistake.InAttributes("NG0204", message, $"Network, {attributes}");

    [Fact]
    public void A_named_value_must_exist() => Mistake.InHead(
        "NG0205", "'Label' reads 'Imagine', but there is no value of that name: did you mean 'Image'?", "Dense(4, From = [|\"Imagine\"|]), Huber");

    [Fact]
    public void A_term_of_a_sum_must_exist() => Mistake.InHidden(
        "NG0205", "'Hidden' reads '', but there is no value of that name: it can read 'Image'", "Sum(nameof(Image), [|\"\"|])");

    [Fact]
    public void A_value_reads_only_earlier_ones() => Mistake.In(
        "NG0206", "'First' reads 'Second', which is declared after it. Declare 'Second' above 'First'.", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(3, From = [|nameof(Second)|])] public partial Layer First { get; }
        [Dense(3)] public partial Layer Second { get; }
        [Sum(nameof(First), nameof(Second)), Huber] public partial Head Label { get; }
        """);

    [Fact]
    public void Between_two_parts_nothing_precedes() => Mistake.InSource(
        "NG0207",
        "'Label' must say which value it reads, because the values of this network are spread over several partial declarations: From = nameof(...)", """
        using NetGen;

        [Network]
        public partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
        }

        public partial class Net
        {
            [[|Dense(3)|], SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """);

    [Fact]
    public void The_first_layer_has_nothing_before_it() => Mistake.In(
        "NG0208", "'Hidden' reads the nearest layer before it, but there is none. Declare its input above it, or name what it reads: From = nameof(...).", """
        [[|Dense(4)|]] public partial Layer Hidden { get; }
        [Input(8)] public partial Layer Image { get; }
        [Sum(nameof(Image), nameof(Hidden)), Huber] public partial Head Label { get; }
        """);

    [Fact]
    public void A_head_feeds_nothing() => Mistake.In(
        "NG0209", "'Other' reads 'Label', which is a head, and a head's output goes only to its loss. Let 'Other' read the layer that 'Label' reads.", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        [Dense(3, From = [|nameof(Label)|]), SoftmaxCrossEntropy] public partial Head Other { get; }
        """);

    [Theory]
    [InlineData("[|Sum|]", 0)]
    [InlineData("[|Sum(nameof(Image))|]", 1)]
    public void A_sum_needs_two_terms(string sum, int terms) => Mistake.InHidden(
        "NG0210", $"'Hidden' sums {terms} values, but a sum needs at least 2: [Sum(nameof(A), nameof(B))]", sum);

    [Fact]
    public void The_terms_of_a_sum_have_one_shape() => Mistake.In(
        "NG0211",
        "'Label' adds 'Hidden' [4] to 'Image' [8], but the terms of a sum must have the same shape. Give 'Hidden' as many units as 'Image', or put a Dense layer between.", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer Hidden { get; }
        [Sum(nameof(Image), [|nameof(Hidden)|]), Huber] public partial Head Label { get; }
        """);

    [Fact]
    public void Terms_of_equal_size_and_other_shape_do_not_fit() => Mistake.In(
        "NG0211",
        "'Label' adds 'B' [2, 4] to 'A' [4, 2], but the terms of a sum must have the same shape. Give 'B' as many units as 'A', or put a Dense layer between.", """
        [Input(4, 2)] public partial Layer A { get; }
        [Input(2, 4)] public partial Layer B { get; }
        [Sum(nameof(A), [|nameof(B)|]), Huber] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Conv2D(8, kernel: 2, Padding = ConvPadding.Same)", "height 8 gets 0 before and 1 behind, for ⌈8/1⌉ = 8 windows of 2 span (8 − 1)·1 + 2 = 9; width 7 gets 0 before and 1 behind, for ⌈7/1⌉ = 7 windows of 2 span (7 − 1)·1 + 2 = 8")]
    [InlineData("Conv2D(8, kernel: 3, Stride = 2, Padding = ConvPadding.Same)", "height 8 gets 0 before and 1 behind, for ⌈8/2⌉ = 4 windows of 3 span (4 − 1)·2 + 3 = 9")]
    [InlineData("MaxPool(2, Padding = ConvPadding.Same)", "width 7 gets 0 before and 1 behind, for ⌈7/2⌉ = 4 windows of 2 span (4 − 1)·2 + 2 = 8")]
    public void Padding_that_is_not_even_is_noted(string kind, string arithmetic) => Mistake.Noted("NG0220", $"'Hidden' pads 'Image' [8, 7] unevenly: {arithmetic}", $$"""
        [Input(8, 7)] public partial Layer Image { get; }
        [[|{{kind}}|]] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("MaxPool(2)", "width 7: 3 windows of 2 reach (3 − 1)·2 + 2 = 6")]
    [InlineData("Conv2D(8, kernel: 3, StrideY = 2)", "height 8: 3 windows of 3 reach (3 − 1)·2 + 3 = 7")]
    [InlineData("Conv2D(8, kernel: 3, StrideY = 3, Pads = new[] { 1, 0, 0, 0 })", null)]
    [InlineData("Conv2D(8, kernel: 2, Stride = 3)", "height 8: a stride of 3 steps over 1 between windows of 2; width 7: 2 windows of 2 reach (2 − 1)·3 + 2 = 5")]
    public void Positions_that_no_window_reaches_are_noted(string kind, string? arithmetic)
    {
        string values = $$"""
            [Input(8, 7)] public partial Layer Image { get; }
            [[|{{kind}}|]] public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            """;
        if (arithmetic is null)
        {
            Assert.Empty(NetworkCompilation.Compile(Mistake.Source(values.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal))).Diagnostics);
            return;
        }

        Mistake.Noted("NG0221", $"'Hidden' leaves positions of 'Image' [8, 7] unread: {arithmetic}", values);
    }

    [Fact]
    public void A_transposed_convolution_leaves_something() => Mistake.In(
        "NG0222", "'Hidden' makes nothing of 'Image' [1, 7]: height (1 − 1)·1 + 3 − 2 − 1 = 0. Use fewer pads or a larger kernel.", """
        [Input(1, 7)] public partial Layer Image { get; }
        [[|ConvTranspose2D(8, kernel: 3, Pads = new[] { 2, 1, 0, 0 })|]] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("[|Concat|]", 0)]
    [InlineData("[|Concat(nameof(Image))|]", 1)]
    public void A_concatenation_needs_two_parts(string concat, int parts) => Mistake.InHidden(
        "NG0218", $"'Hidden' joins {parts} values, but a concatenation needs at least 2: [Concat(nameof(A), nameof(B))]", concat);

    [Theory]
    [InlineData("Input(5, 4, 2)", "[5, 4, 2]")]
    [InlineData("Input(5, 3)", "[5, 3]")]
    [InlineData("Input(12)", "[12]")]
    public void The_parts_of_a_concatenation_have_one_height_and_width(string other, string shape) => Mistake.In(
        "NG0219",
        $"'Both' joins 'Other' {shape} to 'Image' [4, 3, 2], but channels are joined position by position. Give 'Other' the height and width of 'Image', with the same strides and pools, or let a Dense layer read each of them.", $$"""
        [Input(4, 3, 2)] public partial Layer Image { get; }
        [{{other}}] public partial Layer Other { get; }
        [Concat(nameof(Image), [|nameof(Other)|])] public partial Layer Both { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_product_of_extents_that_overflows_is_too_large() => Mistake.In(
        "NG0212",
        "'Image' needs room for 137,438,953,984 numbers ([65536, 65536]), more than the 2,147,483,647 that one block of memory holds. Use fewer units, a smaller shape or a smaller batch.", """
        [[|Input(65536, 65536)|]] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_weight_matrix_can_be_too_large() => Mistake.In(
        "NG0212",
        "'Hidden' needs room for 10,000,100,000 numbers ([100000]), more than the 2,147,483,647 that one block of memory holds. Use fewer units, a smaller shape or a smaller batch.", """
        [Input(100000)] public partial Layer Image { get; }
        [[|Dense(100000)|]] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void Values_that_fit_alone_may_not_fit_together() => Mistake.InSource(
        "NG0212",
        "'Net' needs room for 3,840,000,192 numbers (all values together), more than the 2,147,483,647 that one block of memory holds. Use fewer units, a smaller shape or a smaller batch.", """
        using NetGen;

        [Network(BatchSize = 1)]
        public partial class [|Net|]
        {
            [Input(320000000)] public partial Layer A { get; }
            [Input(320000000)] public partial Layer B { get; }
            [Sum(nameof(A), nameof(B)), Huber(Weight = 1)] public partial Head Label { get; }
        }
        """);

    [Fact]
    public void A_layer_that_nothing_reads_is_warned_of() => Mistake.Warned(
        "NG0213", "No value reads 'Hidden', so it has no effect. Read it with From = nameof(Hidden), or remove it.", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer [|Hidden|] { get; }
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_value_cannot_read_itself() => Mistake.InHidden(
        "NG0214", "'Hidden' reads 'Hidden', which depends on 'Hidden' itself. Let it read a value that comes before.", "Dense(4, From = [|nameof(Hidden)|])");

    [Fact]
    public void Nor_through_another_part() => Mistake.InSource(
        "NG0214", "'B' reads 'A', which depends on 'B' itself. Let it read a value that comes before.", """
        using NetGen;

        [Network]
        public partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(3, From = nameof(B))] public partial Layer A { get; }
        }

        public partial class Net
        {
            [Dense(3, From = [|nameof(A)|])] public partial Layer B { get; }
            [Sum(nameof(A), nameof(B)), Huber] public partial Head Label { get; }
        }
        """);
}
