using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Layers;

/// <summary>One number of each channel for each window of an image: its greatest, or its mean. Positions outside the image take no part.</summary>
internal sealed record PoolLayer(bool IsMax, WindowArguments Window, string? Source) : LayerKind
{
    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override string Noun => "a pool";

    public override string Operation => $"{(IsMax ? "MaxPool" : "AveragePool")}({Window.Text(strideIsSize: true)})";

    public static LayerKind? BindMax(AttributeReader attribute) => Bind(attribute, isMax: true);

    public static LayerKind? BindAverage(AttributeReader attribute) => Bind(attribute, isMax: false);

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) =>
        Window.ImageOf(operands[0], attribute) is not { } image ? null
            : new int[] { Window.Over(image).RowsOf(image.Height), Window.Over(image).ColumnsOf(image.Width), image.Channels }.ToEquatable();

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        Window window = Window.Over(operands[0].Type);
        return graph.Add(IsMax ? new MaxPool(window) : new AveragePool(window), operands[0]).Named("z");
    }

    private static PoolLayer? Bind(AttributeReader attribute, bool isMax) =>
        WindowArguments.Bind(attribute, nameof(MaxPoolAttribute.Window), strideIsSize: true) is { } window ? new PoolLayer(isMax, window, attribute.Name(nameof(MaxPoolAttribute.From))) : null;
}
