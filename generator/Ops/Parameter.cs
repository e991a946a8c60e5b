using NetGen.Generator.Collections;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Ops;

/// <summary>
/// Numbers that belong to a layer and outlive a step. The layer's kind declares them; checkpoint, report, header, layout, accessors and
/// penalties read this record and know no parameter by its name.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Role">What it is to the layer.</param>
/// <param name="Shape">[inputs, units] of a dense layer's weights, [units] of its bias. The last extents are one row of the matrix that kernels see.</param>
/// <param name="Fans">What one number of the layer's result is summed from, and what one number of its input goes into.</param>
/// <param name="Initializer">How it starts.</param>
/// <param name="RowExtents">How many of the last extents are one row of that matrix: 2 where a depthwise kernel's channels and filters lie side by side.</param>
internal sealed record Parameter(string Layer, ParameterRole Role, EquatableArray<int> Shape, Fans Fans, Initialization Initializer, int RowExtents = 1)
    : Leaf(TypeOf(Shape, RowExtents))
{
    /// <summary>[height, width, channels] where a dense layer's rows are those of an image with several channels: other libraries order them otherwise.</summary>
    public EquatableArray<int> RowShape { get; init; }

    private readonly ChannelGroups? _groups;

    /// <summary>Which of its numbers leave one channel that the layer reads; of a layer that reads a vector, each row is such a group.</summary>
    public ChannelGroups Groups
    {
        get => _groups ?? new(Type.Rows);
        init => _groups = value;
    }

    /// <summary>
    /// Which of its numbers enter one unit, whose norm <c>MaxNorm</c> limits: each column, unless the kind says
    /// otherwise.
    /// </summary>
    public UnitGroups Units { get; init; } = new(1, OfColumns: true);

    internal override string Anonymous => $"{Role}";

    /// <summary>Its name in files and messages: <c>Hidden.weight</c>.</summary>
    public string FullName => $"{Layer}.{Role.Name}";

    /// <summary>What emitted constants and methods call it: <c>HiddenWeights</c>.</summary>
    public string Title => Layer + Role.Title;

    /// <summary>How many numbers it is.</summary>
    public long Count => Shape.Aggregate(1L, (count, extent) => count * extent);

    private static TensorType TypeOf(EquatableArray<int> shape, int rowExtents) => shape.Count == 1
        ? TensorType.Vector(shape[0])
        : TensorType.Matrix(
            shape.Take(shape.Count - rowExtents).Aggregate(1, (rows, extent) => rows * extent),
            shape.Skip(shape.Count - rowExtents).Aggregate(1, (columns, extent) => columns * extent));
}

/// <summary>What a parameter is to layers of a kind.</summary>
/// <param name="Name">Its name in files: <c>weight</c>.</param>
/// <param name="Symbol">Its letter in formulas: <c>w</c>.</param>
/// <param name="Title">What emitted names end in: <c>Weights</c>.</param>
/// <param name="IsWeight">Whether it multiplies what a layer reads: initializers, limits of norms and the sparsity report are for weights, and penalties unless they say <c>Bias = true</c>.</param>
/// <param name="IsTrained">Whether the optimizer moves it; running statistics are not trained.</param>
/// <param name="UnitsFirst">Its form in a file of PyTorch's layout: whether the last axis of its shape comes first there.</param>
/// <param name="JointTitle">What emitted names end in where a kernel assigns several parameters that share it: <c>RunningStatistics</c>; null for the first one's title.</param>
internal sealed record ParameterRole(
    string Name, string Symbol, string Title, bool IsWeight, bool IsTrained = true, bool UnitsFirst = false, string? JointTitle = null);

/// <summary>The fans of a parameter: initializers scale by them (Glorot &amp; Bengio 2010).</summary>
/// <param name="In">How many terms with the parameter are summed to one number of the layer's result.</param>
/// <param name="Out">How many numbers of the result one number of the layer's input goes into.</param>
internal readonly record struct Fans(int In, int Out);
