using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Networks that read images, each image in one run, with a border of zeros, or with whole vectors for each position: how an image lies in
/// memory changes no bit of what a network computes.
/// </summary>
public sealed class ImageLayoutTests
{
    private const int BatchSize = 33;

    private static readonly NetworkText[] Networks =
    [
        // Lines of 21 numbers; a gradient toward dropped pixels, for the adversarial half, shared by rows and by blocks.
        new NetworkText("Dropped", BatchSize, "Adam(0.01f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.05f, Weight = 0.4f)")
            .Layer("X", "Input(9, 7, 3, Min = -2, Max = 2)", "Dropout(0.8f)")
            .Layer("A", "Dense(144)", "Relu", "L2(0.001f)", "Dropout(0.5f)")
            .Head("Out", "Dense(5)", "SoftmaxCrossEntropy"),

        // An image that several layers read and that has an activation of its own: its gradient is summed over its readers.
        new NetworkText("Read", BatchSize, "Sgd(0.05f, Momentum = 0.9f)", "GradientClipping(Norm = 0.05f)")
            .Layer("X", "Input(5, 6, 2)", "GaussianNoise(0.1f)")
            .Layer("Y", "Input(5, 6, 2)", "Dropout(0.9f, Rescale = Rescale.AtPrediction)")
            .Layer("S", "Sum(nameof(X), nameof(Y))", "Gelu", "Dropout(0.7f)")
            .Layer("A", "Dense(40)", "Tanh")
            .Layer("B", "Dense(33, From = nameof(S))", "Relu")
            .Head("Near", "Dense(3, From = nameof(A))", "MeanSquaredError")
            .Head("Far", "Dense(4, From = nameof(B))", "SoftmaxCrossEntropy(Smoothing = 0.1f)"),

        // Deep weights, of which columns are copied; lines of whole vectors in the sum's gradient, by blocks.
        new NetworkText("Deep", 40, "AdamW(0.01f, Epsilon = 0.01f)")
            .Layer("X", "Input(33, 16, 2)", "Dropout(0.9f)")
            .Layer("S", "Sum(nameof(X), nameof(X))", "Swish")
            .Layer("A", "Dense(128)", "Relu")
            .Head("Out", "Dense(10)", "SoftmaxCrossEntropy"),

        // An image as a prediction, whose rows are blended in training.
        new NetworkText("Blended", BatchSize, "Sgd(0.05f)", "Mixup(0.5f)")
            .Layer("X", "Input(3, 5)", "Dropout(0.9f)")
            .Layer("Y", "Input(3, 5)")
            .Layer("A", "Dense(12, From = nameof(X))", "Tanh")
            .Head("Image", "Sum(nameof(X), nameof(Y))", "MeanSquaredError")
            .Head("Out", "Dense(4, From = nameof(A))", "SoftmaxCrossEntropy"),
    ];

    private static readonly (int Border, bool PadsChannels)[] Forms = [(1, false), (2, true), (0, true)];

    private static readonly Lazy<Compiled> OneRun = new(() => new Compiled(Networks));

    private static readonly Lazy<Dictionary<(int, bool), Compiled>> Emitted = new(() =>
        Forms.ToDictionary(form => form, form => new Compiled(Networks, imageBorder: form.Border, padsChannels: form.PadsChannels)));

    public static TheoryData<string, int, bool> Cases => CasesOf(Networks);

    /// <summary>All but the one whose loss is a sum over an image: its lanes follow the runs.</summary>
    public static TheoryData<string, int, bool> CasesWithoutSums => CasesOf(Networks.Where(network => network.Name != "Blended"));

    [Theory]
    [MemberData(nameof(CasesWithoutSums))]
    public void How_an_image_lies_changes_no_bit(string name, int border, bool padsChannels)
    {
        NetworkText network = Networks.Single(n => n.Name == name);
        using Pair flat = OneRun.Value.Pair(network, seed: 4), other = Emitted.Value[(border, padsChannels)].PairInEverySetting(network, seed: 4);
        double missing = network.OnClass.Any(a => a.StartsWith("Mixup", StringComparison.Ordinal)) ? 0 : 0.1;
        foreach (int rows in new[] { network.BatchSize, 1, network.BatchSize / 2, network.BatchSize })
        {
            Batch batch = Batches.Of(flat.Twin.Model, rows, seed: rows, missing: missing);
            SameBits.Check($"{rows} rows trained", flat.StepNetwork(batch), other.StepNetwork(batch));
            SameBits.Check($"{rows} rows evaluated", flat.EvaluateNetwork(batch), other.EvaluateNetwork(batch));
            SameBits.Check($"{rows} rows attacked", flat.AttackNetwork(batch, 0.1f, 0.05f, 2), other.AttackNetwork(batch, 0.1f, 0.05f, 2));
            Assert.Equal(flat.PredictNetwork(batch).SelectMany(p => p.Values.ToArray()), other.PredictNetwork(batch).SelectMany(p => p.Values.ToArray()));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_network_with_images_agrees_with_its_twin(string name, int border, bool padsChannels)
    {
        NetworkText network = Networks.Single(n => n.Name == name);
        using var comparison = new Comparison(
            Emitted.Value[(border, padsChannels)].Pair(network, seed: 6), seed: 6, missing: network.OnClass.Any(a => a.StartsWith("Mixup", StringComparison.Ordinal)) ? 0 : 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(7);
        comparison.Evaluate(network.BatchSize);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_image_that_the_runtime_does_not_touch_lies_as_asked(string name, int border, bool padsChannels)
    {
        Plan plan = PlanOf(name, border, padsChannels);
        Assert.Contains(plan.Step.SelectMany(kernel => kernel.Written), node => node.Type.IsImage && plan.Buffers.Of(node).Layout is { Runs: > 1 } layout && layout.Border == border);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_dense_layer_reads_an_image_run_by_run(string name, int border, bool padsChannels) =>
        Assert.Contains(PlanOf(name, border, padsChannels).Step, kernel => kernel.Root is { } root && root.Op.Access.Contracts(Axes.Features) && kernel.LayoutOf(root.Operands[0]).Runs > 1);

    [Fact]
    public void The_verifier_finds_a_border_that_is_written_over()
    {
        Plan plan = PlanOf("Read", 1, false);
        Node image = plan.Step.SelectMany(kernel => kernel.Stored).First(node => node.Type.IsImage && plan.Buffers.Of(node).Layout.Border == 1);
        Node other = plan.Step.SelectMany(kernel => kernel.Stored).First(node => node.Type.Space == Space.Batch && !node.Type.IsImage && node.Op is not Leaf);
        Generator.Planning.Buffer there = plan.Buffers.Of(image);
        Assert.Contains(
            VerifyPlan.Errors(plan, node => node == other ? plan.Buffers.Of(other) with { Arena = there.Arena, Offset = there.Offset } : plan.Buffers.BufferOf(node)),
            error => error.Contains("needs the border of", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_verifier_finds_lines_and_rows_that_are_too_near(string name, int border, bool padsChannels)
    {
        Plan plan = PlanOf(name, border, padsChannels);
        Node[] images = [.. plan.Step.SelectMany(kernel => kernel.Written).Distinct().Where(node => node.Type.IsImage && plan.Buffers.Of(node).Layout.Runs > 1)];
        Assert.All(images, image =>
        {
            Layout layout = plan.Buffers.Of(image).Layout;
            int needed = (layout.Border + (layout.RunLength == layout.Channels ? layout.Width - 1 : 0)) * layout.PositionStride + Lanes.Padded(layout.RunLength);
            Assert.NotEmpty(Errors(image, layout with { LineStride = needed - 1 }));
            Assert.NotEmpty(Errors(image, layout with { Stride = layout.Start + layout.LineStride * (layout.Height - 1) }));
            Assert.NotEmpty(Errors(image, layout with { Width = layout.Width + 1 }));
            Assert.NotEmpty(Errors(image, layout with { Length = layout.Length - 1 }));
        });

        IReadOnlyList<string> Errors(Node image, Layout changed) =>
            VerifyPlan.Errors(plan, node => node == image ? plan.Buffers.Of(image) with { Layout = changed } : plan.Buffers.BufferOf(node));
    }

    private static TheoryData<string, int, bool> CasesOf(IEnumerable<NetworkText> networks)
    {
        var cases = new TheoryData<string, int, bool>();
        foreach (NetworkText network in networks)
        {
            foreach ((int border, bool padsChannels) in Forms)
            {
                cases.Add(network.Name, border, padsChannels);
            }
        }

        return cases;
    }

    private static Plan PlanOf(string name, int border, bool padsChannels) =>
        Compiler.Plan(Models.Of(Networks.Single(n => n.Name == name)), leastImages: new ImageForm(border, padsChannels));
}
