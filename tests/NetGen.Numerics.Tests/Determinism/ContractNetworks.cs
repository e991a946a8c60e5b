using System.Globalization;
using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>
/// The networks the numerics contract is tested on: one for each optimizer, among which every activation, loss and penalty takes its turn
/// and layers of ragged widths meet; and two wide ones.
/// </summary>
internal static class ContractNetworks
{
    private static readonly Lazy<Compiled> AllEmitted = new(() => new Compiled(All!));

    private static readonly int[] Widths = [100, 257, 33, 17, 7, 1];

    /// <summary>Optimizers with their defaults, and with numbers of one's own.</summary>
    private static readonly string[] Optimizers = [.. Ingredients.Optimizers, .. Catalogue.Optimizers.Select(entry => $"{entry.Attribute}(0.01f)")];

    /// <summary>Too small to be worth sharing, but shared in the tests: rows, columns and inputs that do not divide by any tile.</summary>
    public static IReadOnlyList<NetworkText> Ragged { get; } = [.. Optimizers.Select(RaggedNetwork)];

    /// <summary>
    /// Worth sharing by their size. The first has one matrix of more than a second-level cache, so that its update prefetches; the
    /// second has kernels shared by rows, by columns and by inputs.
    /// </summary>
    public static IReadOnlyList<NetworkText> Large { get; } =
    [
        new NetworkText("Deep", 9, "Sgd(0.01f, Momentum = 0.9f)")
            .Layer("X", "Input(100)", "Dropout(0.9f)")
            .Layer("First", "Dense(520)", "Relu", "L2(0.001f)", "Dropout(0.5f)")
            .Layer("Second", "Dense(512)", "Tanh", "L1(0.00001f, Bias = true)", "MaxNorm(1.5f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy(Smoothing = 0.1f)"),
        new NetworkText("Clipped", 33, "Adam(0.001f)", "GradientClipping(Norm = 0.3f)", "AverageWeights(0.9f)")
            .Layer("X", "Input(101)")
            .Layer("First", "Dense(250)", "Relu", "GroupLasso(0.0001f)", "MaxNorm(1f)")
            .Layer("Second", "Dense(90)", "Swish", "L1(0.0001f, Proximal = true)", "MaxNorm(0.8f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy", "GaussianPrior(1f)"),
        new NetworkText("Clamped", 61, "Sgd(0.01f, Momentum = 0.9f)", "GradientClipping(Value = 0.001f)")
            .Layer("X", "Input(101)")
            .Layer("First", "Dense(400)", "Relu", "GroupLasso(0.0001f)", "LaplacePrior(20f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy"),
        new NetworkText("Broad", 61, "Adam(0.001f)", "CosineSchedule(300)")
            .Layer("X", "Input(97)", "Dropout(0.9f)")
            .Layer("First", "Dense(256)", "Relu", "L1(0.00001f)", "Dropout(0.6f)")
            .Layer("Second", "Dense(144)", "Swish", "L2(0.001f, Bias = true)")
            .Layer("Third", "Dense(144, From = nameof(First))", "Tanh", "Decay(0.01f)")
            .Layer("Joined", "Sum(nameof(Second), nameof(Third))", "Elu", "Dropout(0.8f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy(Smoothing = 0.1f, Weight = 0.7f)")
            .Head("Place", "Dense(3, From = nameof(Joined))", "Huber"),
        // Windows whose sums threads share: dense and padded channels, a stride, a pool that is not on the way of every gradient.
        new NetworkText("Windows", 19, "Adam(0.001f)", "AdversarialTraining(Epsilon = 0.1f, Weight = 0.4f)")
            .Layer("X", "Input(11, 9, 3, Min = -1, Max = 1)", "Dropout(0.9f)")
            .Layer("A", "Conv2D(20, kernel: 3, Padding = ConvPadding.Same)", "Relu", "L2(0.001f)", "Dropout(0.8f)")
            .Layer("P", "MaxPool(2, Padding = ConvPadding.Same)")
            .Layer("B", "Conv2D(32, kernel: 3, StrideX = 2)", "Gelu")
            .Layer("G", "GlobalAveragePool(From = nameof(P))")
            .Layer("H", "Dense(33, From = nameof(B))", "Tanh")
            .Head("Near", "Dense(3, From = nameof(G))", "MeanSquaredError")
            .Head("Class", "Dense(10, From = nameof(H))", "SoftmaxCrossEntropy"),
        // What a max pool passes back, its zeros left out; a gray image, whose windows of three by three are one part.
        new NetworkText("PooledWindows", 19, "Adam(0.001f)", "AdversarialTraining(Epsilon = 0.1f, Weight = 0.4f)")
            .Layer("X", "Input(12, 10, 1, Min = -1, Max = 1)")
            .Layer("A", "Conv2D(16, kernel: 3, Padding = ConvPadding.Same)", "Relu", "L2(0.001f)")
            .Layer("P", "MaxPool(2)")
            .Layer("B", "Conv2D(32, kernel: 3, Padding = ConvPadding.Same)", "Relu")
            .Layer("Q", "MaxPool(2)")
            .Layer("C", "Conv2D(80, kernel: 2)", "Relu", "Dropout(0.5f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy"),
        // Deep enough that the columns of the second W are copied before they are read.
        new NetworkText("Packed", 33, "Sgd(0.01f)")
            .Layer("X", "Input(1100)")
            .Layer("First", "Dense(200)", "Tanh", "L2(0.001f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy"),
        // Zeros are left out of three products of clean and of adversarial rows; 130 samples have three words of marks, the last of them short.
        new NetworkText("Halved", 130, "Adam(0.001f)", "AdversarialTraining(Epsilon = 0.1f, Weight = 0.4f)")
            .Layer("X", "Input(140, Min = -1, Max = 1)")
            .Layer("First", "Dense(250)", "Relu", "L2(0.001f)", "Dropout(0.5f)")
            .Layer("Second", "Dense(144)", "Relu", "L1(0.00001f, Bias = true)", "Dropout(0.6f)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy(Smoothing = 0.1f)"),
        new NetworkText("Hardened", 61, "Sgd(0.01f, Momentum = 0.9f)", "AdversarialTraining(Epsilon = 0.1f)", "Mixup(0.5f)")
            .Layer("X", "Input(97, Min = -1, Max = 1)", "Dropout(0.9f)")
            .Layer("First", "Dense(256)", "Relu", "L2(0.001f)", "Dropout(0.6f)")
            .Layer("Second", "Dense(144)", "Swish", "L1(0.00001f, Bias = true)")
            .Head("Class", "Dense(10)", "SoftmaxCrossEntropy(Smoothing = 0.1f)"),
    ];

    /// <summary>Everything random at once, on ragged widths.</summary>
    public static NetworkText Noisy { get; } = new NetworkText("Noisy", 29, "Adam(0.001f)", "Mixup(0.3f)", "AverageWeights(0.99f)")
        .Layer("X", "Input(33)", "GaussianNoise(0.1f)", "Dropout(0.9f)")
        .Layer("A", "Dense(100)", "Relu", "GaussianNoise(0.2f)", "Dropout(0.6f, Rescale = Rescale.AtPrediction)")
        .Layer("B", "Dense(17)", "Gelu", "GaussianNoise(0.1f)")
        .Head("Class", "Dense(5)", "SoftmaxCrossEntropy(Smoothing = 0.1f, ClassWeights = new[] { 1f, 2f, 0.5f, 0f, 3f })")
        .Head("Place", "Dense(3, From = nameof(B))", "Huber");

    /// <summary>The same on adversarial rows too, made in several steps from two inputs that meet; each gradient is kept for its norm.</summary>
    public static NetworkText Robust { get; } = new NetworkText(
        "Robust", 29, "Adam(0.001f)", "AdversarialTraining(Epsilon = 0.1f, Weight = 0.4f, Steps = 3)", "GradientClipping(Norm = 0.5f)")
        .Layer("X", "Input(33)", "GaussianNoise(0.1f)", "Dropout(0.9f)")
        .Layer("Side", "Input(33, Min = -1)")
        .Layer("Both", "Sum(nameof(X), nameof(Side))", "Elu")
        .Layer("A", "Dense(100)", "Relu", "GaussianNoise(0.2f)", "Dropout(0.6f, Rescale = Rescale.AtPrediction)")
        .Layer("B", "Dense(17)", "Gelu", "L1(0.001f, Proximal = true)")
        .Head("Class", "Dense(5)", "SoftmaxCrossEntropy(Smoothing = 0.1f, ClassWeights = new[] { 1f, 2f, 0.5f, 0f, 3f })")
        .Head("Place", "Dense(3, From = nameof(Side))", "Huber");

    /// <summary>Images that are moved, recolored, blurred, erased in part and cut, of lines that are no whole vectors; their adversarial examples.</summary>
    public static NetworkText Pictured { get; } = new NetworkText(
        "Pictured", 29, "Adam(0.001f)", "CutMix(0.7f)", "AdversarialTraining(Epsilon = 0.1f, Weight = 0.4f)")
        .Layer("X", "Input(21, 19, 3, Min = -1, Max = 1)", "HorizontalFlip", "Shift(3)", "Stretch(0.2f, 0.1f)", "Rotate(20, Crop = true)", "Elastic(20, 3)", "ColorBalance(0.1f, 0.2f, 0.3f, 0.4f)", "Blur(1.5f)", "Erase(7)", "Dropout(0.9f)")
        .Layer("A", "Conv2D(20, kernel: 3, Padding = ConvPadding.Same)", "Relu")
        .Layer("P", "MaxPool(2)")
        .Head("Class", "Dense(5)", "SoftmaxCrossEntropy(Smoothing = 0.1f)");

    /// <summary>For each kind of layer that the networks above do not have, the first case that has it.</summary>
    public static IReadOnlyList<NetworkText> OtherKinds { get; } =
    [
        .. Catalogue.Kinds.Select(kind => kind.Attribute).Where(kind => !Ragged.Concat(Large).Append(Noisy).Append(Robust).Any(network => Has(network, kind)))
            .Select(kind => Cases.Networks.FirstOrDefault(network => Has(network, kind))).OfType<NetworkText>().Distinct().Select(Renamed),
    ];

    public static IReadOnlyList<NetworkText> All { get; } = [.. Ragged, Noisy, Robust, Pictured, .. OtherKinds, .. Large];

    /// <summary>All of them, compiled once a run.</summary>
    public static Compiled Emitted => AllEmitted.Value;

    // Two branches that join, a sum with what was made of it, and a head on each side.
    private static NetworkText RaggedNetwork(string optimizer, int index)
    {
        (int input, int narrow, int wide) = (Widths[(index + 4) % 6], Widths[(index + 2) % 6], Widths[index % 6]);
        (string loss, string other) = (Pick(Ingredients.Losses, index), Pick(Ingredients.Losses, index + 3));

        // AdamW brings a decay of its own and refuses a second one.
        string penalty = Pick(Ingredients.Penalties, index);
        penalty = optimizer.StartsWith("AdamW", StringComparison.Ordinal) && penalty.StartsWith("Decay", StringComparison.Ordinal) ? "" : penalty;
        return new NetworkText(Text($"Ragged{index}"), 29, optimizer)
            .Layer("X", Text($"Input({input})"), "Dropout(0.9f)")
            .Layer("Side", "Input(7)")
            .Layer("A", Text($"Dense({wide}, From = nameof(X))"), Pick(Ingredients.Activations, 2 * index), penalty, "Dropout(0.8f)")
            .Layer("B", Text($"Dense({narrow})"), Pick(Ingredients.Activations, 2 * index + 1))
            .Layer("C", Text($"Dense({narrow}, From = nameof(Side))"), Pick(Ingredients.Activations, index + 5), "L2(0.001f)")
            .Layer("Joined", "Sum(nameof(B), nameof(C))", Pick(Ingredients.Activations, index), "Dropout(0.7f)")
            .Layer("Again", Text($"Dense({narrow})"), Pick(Ingredients.Activations, index + 3))
            .Layer("Residual", "Sum(nameof(Joined), nameof(Again))")
            .Head("Out", Text($"Dense({UnitsOf(loss)})"), loss)
            .Head("Other", Text($"Dense({UnitsOf(other)}, From = nameof(A))"), other, Pick(Ingredients.Penalties, 1 + index % 4));
    }

    private static bool Has(NetworkText network, string kind) =>
        network.Values.Any(value => value.Attributes.Any(attribute => Ingredients.NameOf(attribute) == kind));

    // What a case computes is recorded under its name, after other batches.
    private static NetworkText Renamed(NetworkText text) => new NetworkText($"{text.Name}AtEveryWidth", text.BatchSize, text.OnClass) { Values = text.Values };

    private static int UnitsOf(string loss) => loss.StartsWith("Softmax", StringComparison.Ordinal) ? 10 : loss.Length % 2 == 0 ? 3 : 1;

    private static string Pick(string[] all, int index) => all[index % all.Length];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
