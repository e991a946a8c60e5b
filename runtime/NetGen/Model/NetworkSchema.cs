using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>The shapes, names and places of everything a network class holds. Emitted once per class; all instances share it.</summary>
/// <param name="Name">The class name.</param>
/// <param name="BatchSize">The most rows one step takes (<c>[Network(BatchSize = …)]</c>).</param>
/// <param name="Inputs">The inputs in declaration order.</param>
/// <param name="Heads">The heads in declaration order.</param>
/// <param name="Parameters">Weights and biases in declaration order.</param>
/// <param name="ParameterFloats">Length of the parameter arena in floats, padding included.</param>
/// <param name="StateSlots">How many arenas of that length the optimizer keeps (0 for SGD, 1 with momentum, 2 for Adam).</param>
/// <param name="BatchFloats">Length of the arena that inputs and float targets are gathered to.</param>
/// <param name="WorkFloats">Length of the arena for what a prediction and its measurement compute.</param>
/// <param name="TrainingFloats">Length of the arena for what only a training step computes: gradients, and values kept for them.</param>
/// <param name="AttackFloats">Length of the arena for what only an attack computes: gradients toward the inputs, and the inputs as they were.</param>
public sealed record NetworkSchema(
    string Name,
    int BatchSize,
    ImmutableArray<InputInfo> Inputs,
    ImmutableArray<HeadInfo> Heads,
    ImmutableArray<ParameterInfo> Parameters,
    int ParameterFloats,
    int StateSlots,
    int BatchFloats,
    int WorkFloats,
    int TrainingFloats,
    int AttackFloats = 0)
{
    /// <summary>What each value computes in a prediction, in declaration order; empty where it is not known. Files keep it.</summary>
    public ImmutableArray<ValueInfo> Architecture { get; init; } = [];

    /// <summary>The fewest rows of a training step: 2 where a batch normalization has one number a row for each channel, else 1.</summary>
    public int LeastRows { get; init; } = 1;

    /// <summary>The layer that needs <see cref="LeastRows"/>; null where a single row will do.</summary>
    public string? LeastRowsOf { get; init; }

    /// <summary>The number of trainable numbers, padding not counted.</summary>
    public int ParameterCount => Parameters.Sum(p => p.Rows * p.Columns);
}

/// <summary>A value and what a prediction computes for it.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Operation">
/// Its kind and constants, what it reads, its activation, and what a head makes of it: <c>Dense(64) of Image, then Relu</c>. What acts in
/// training alone (dropout, penalties, the loss itself) is not in it.
/// </param>
public sealed record ValueInfo(string Name, string Operation);

/// <summary>An input and its batch buffer: row r starts at <c>Offset + r·Stride</c> of the batch arena.</summary>
/// <param name="Name">The property's name, and the data set column that feeds it.</param>
/// <param name="Shape">The shape of one row, for example [28, 28, 1].</param>
/// <param name="Size">The product of <paramref name="Shape"/>.</param>
/// <param name="Offset">First float of row 0.</param>
/// <param name="Stride">Floats from one row to the next, here and in the buffers of an attack.</param>
/// <param name="OriginalOffset">Attack arena: row 0 as it was before the attack; −1 for a network without attacks.</param>
/// <param name="GradientOffset">Attack arena: the gradient of row 0's loss toward it; −1 for a network without attacks.</param>
/// <param name="Min">The least a feature may be; −∞ if nothing was declared.</param>
/// <param name="Max">The most a feature may be; +∞ if nothing was declared.</param>
public sealed record InputInfo(
    string Name, ImmutableArray<int> Shape, int Size, int Offset, int Stride,
    int OriginalOffset = -1, int GradientOffset = -1,
    float Min = float.NegativeInfinity, float Max = float.PositiveInfinity)
{
    /// <summary>Whether a least or a most was declared.</summary>
    public bool HasRange => Min > float.NegativeInfinity || Max < float.PositiveInfinity;

    /// <summary>What a feature must be, in words: <c>in [0, 1]</c>.</summary>
    internal string Allowed => !HasRange ? "finite"
        : Max == float.PositiveInfinity ? string.Create(CultureInfo.InvariantCulture, $"finite and ≥ {Min}, as {Name} declares")
        : Min == float.NegativeInfinity ? string.Create(CultureInfo.InvariantCulture, $"finite and ≤ {Max}, as {Name} declares")
        : string.Create(CultureInfo.InvariantCulture, $"in [{Min}, {Max}], as {Name} declares");

    /// <summary>The first of some features that is not allowed; −1 if all are.</summary>
    internal int FirstFault(ReadOnlySpan<float> values) => ValueChecks.First(ValueRule.Feature, values, Min, Max);
}

/// <summary>A head, its loss, and where its predictions, targets and row losses lie.</summary>
/// <param name="Name">The property's name, and the data set column that holds its targets.</param>
/// <param name="Loss">Which loss it has.</param>
/// <param name="Units">The length of one prediction: classes for softmax, outputs otherwise.</param>
/// <param name="PredictionOffset">Work arena: first float of the prediction of row 0.</param>
/// <param name="PredictionStride">Floats from one prediction to the next.</param>
/// <param name="TargetOffset">Batch arena: first float of the target of row 0; −1 for class labels.</param>
/// <param name="TargetStride">Floats from one target to the next.</param>
/// <param name="LabelOffset">Label arena: the label of row 0; −1 for float targets.</param>
/// <param name="PresentOffset">Work arena: 1 where the row's target is there, 0 where it is missing.</param>
/// <param name="RowLossOffset">Work arena: the loss of each row.</param>
public sealed record HeadInfo(
    string Name, LossKind Loss, int Units,
    int PredictionOffset, int PredictionStride,
    int TargetOffset, int TargetStride, int LabelOffset,
    int PresentOffset, int RowLossOffset)
{
    /// <summary>How much a row of each class counts in the loss; empty where all count the same.</summary>
    public ImmutableArray<float> ClassWeights { get; init; } = [];

    /// <summary>Whether every row needs its target: a head whose targets are blended with their partners'.</summary>
    public bool NeedsTargets { get; init; }

    /// <summary>Whether the target is a class label (an integer) and not a row of floats.</summary>
    public bool HasLabels => LabelOffset >= 0;

    /// <summary>What float targets must be.</summary>
    internal ValueRule Rule => Loss == LossKind.BinaryCrossEntropy ? ValueRule.Probability : ValueRule.Target;
}

/// <summary>The losses a head may have.</summary>
public enum LossKind
{
    /// <summary>−Σ t·log softmax(z); targets are class labels, predictions probabilities.</summary>
    SoftmaxCrossEntropy,

    /// <summary>Cross-entropy of σ(z) per output; targets in [0, 1], predictions probabilities.</summary>
    BinaryCrossEntropy,

    /// <summary>Mean over the outputs of (z − t)².</summary>
    MeanSquaredError,

    /// <summary>Mean over the outputs of |z − t|.</summary>
    MeanAbsoluteError,

    /// <summary>Mean over the outputs of the Huber function of z − t.</summary>
    Huber,
}

/// <summary>
/// One parameter: an array of numbers that belongs to a layer. It lies in the parameter arena as <see cref="Rows"/> × <see cref="Columns"/>
/// floats, row r at <c>Offset + r·Stride</c>; the padding between is zero.
/// </summary>
/// <param name="Layer">The property it belongs to.</param>
/// <param name="Role">What it is to the layer: "weight", "bias", "scale". Files name it <c>Layer.Role</c>.</param>
/// <param name="Shape">[inputs, units] of a dense layer's weights, [height, width, channels, filters] of a convolution's, [height, width, channels, multiplier] of a depthwise one's, [height, width, filters, channels] of a transposed one's, [positions, inputs, filters] of a locally connected layer's, [units] of a bias.</param>
/// <param name="Offset">First float.</param>
/// <param name="Stride">Floats from one row to the next.</param>
/// <param name="Initializer">How a new network fills it.</param>
public sealed record ParameterInfo(string Layer, string Role, ImmutableArray<int> Shape, int Offset, int Stride, Initializer Initializer)
{
    /// <summary>The product of all extents of the shape but those of a row: 1 for a bias.</summary>
    public int Rows => Product(0, Shape.Length - RowExtents);

    /// <summary>The last extent of the shape, or the product of the last <see cref="RowExtents"/>.</summary>
    public int Columns => Product(Shape.Length - RowExtents, Shape.Length);

    /// <summary>How many of the last extents are a row, 1 unless it is set: 2 where the channels and filters of a depthwise kernel lie side by side.</summary>
    public int RowExtents { get; init; } = 1;

    /// <summary>Whether it multiplies what its layer reads, and is not added to it or else: what the sparsity report counts.</summary>
    public bool IsWeight { get; init; }

    /// <summary>
    /// Which of its numbers enter one unit of its layer: each column, unless it is set. A locally connected layer has units of its own at each
    /// position, and the filters of a transposed convolution are among its rows.
    /// </summary>
    public ParameterGroups Units { get => field.RowGroups == 0 ? new(1, 1, 1) : field; init; }

    /// <summary>
    /// Which of its numbers leave one input of its layer: each row, of a vector each number, unless it is set. Where weights slide over an image
    /// an input is a channel.
    /// </summary>
    public ParameterGroups Inputs { get => field.RowGroups == 0 ? new(1, Rows, Shape.Length == 1 ? 1 : Columns) : field; init; }

    /// <summary>
    /// Its form in a file of PyTorch's layout: whether the last axis of its shape, the units, comes first there. A dense layer's weights
    /// [inputs, units] are [units, inputs] in such a file. True for a matrix unless it is set, false for other shapes.
    /// </summary>
    public bool UnitsFirst { get; init; } = Shape.Length == 2;

    /// <summary>
    /// What its rows run over, [height, width, channels], where they are those of an image: a convolution's kernel, or the image that a dense
    /// layer reads. PyTorch's order is channels, height, width. Empty for other rows.
    /// </summary>
    public ImmutableArray<int> RowShape { get; init; } = Shape.Length == 4 ? Shape[..3] : [];

    /// <summary>Whether updates move it; false in a layer that feeds no head.</summary>
    public bool IsTrained { get; init; } = true;

    /// <summary>The name in files and messages: <c>Hidden.weight</c>.</summary>
    public string Name => $"{Layer}.{Role}";

    private int Product(int first, int last)
    {
        int product = 1;
        for (int i = first; i < last; i++)
        {
            product *= Shape[i];
        }

        return product;
    }
}

/// <summary>
/// How the numbers of a parameter fall into groups: the one in row i and column j is in group (i / <paramref name="RowsTogether"/> modulo
/// <paramref name="RowGroups"/>, j / <paramref name="ColumnsTogether"/>), in whole numbers.
/// </summary>
/// <param name="RowsTogether">How many neighboring rows are in one group, at least 1.</param>
/// <param name="RowGroups">After how many groups of rows the first one comes again, at least 1.</param>
/// <param name="ColumnsTogether">How many neighboring columns are in one group, at least 1.</param>
public readonly record struct ParameterGroups(int RowsTogether, int RowGroups, int ColumnsTogether)
{
    /// <summary>How many groups a parameter of so many columns has.</summary>
    internal int CountOf(int columns) => RowGroups * (columns / ColumnsTogether);

    /// <summary>The group of a number in a parameter of so many columns.</summary>
    internal int Of(int row, int column, int columns) => row / RowsTogether % RowGroups * (columns / ColumnsTogether) + column / ColumnsTogether;
}

/// <summary>The distribution a parameter starts from.</summary>
/// <param name="Kind">Which distribution.</param>
/// <param name="Scale">Standard deviation of the normal, half-width of the uniform, the value of the constant.</param>
public readonly record struct Initializer(InitializerKind Kind, float Scale)
{
    /// <summary>All zeros.</summary>
    public static Initializer Zero => new(InitializerKind.Constant, 0);

    /// <summary>Every number the same.</summary>
    public static Initializer Constant(float value) => new(InitializerKind.Constant, value);

    /// <summary>Normal with mean 0.</summary>
    public static Initializer Normal(float standardDeviation) => new(InitializerKind.Normal, standardDeviation);

    /// <summary>Uniform over [−limit, limit).</summary>
    public static Initializer Uniform(float limit) => new(InitializerKind.Uniform, limit);
}

/// <summary>The shapes of distribution an <see cref="Initializer"/> draws from.</summary>
public enum InitializerKind
{
    /// <summary>Every element is the same value.</summary>
    Constant,

    /// <summary>Normal, mean 0.</summary>
    Normal,

    /// <summary>Uniform, symmetric about 0.</summary>
    Uniform,
}
