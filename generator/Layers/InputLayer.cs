using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Layers;

/// <summary>x: the rows of a data set column.</summary>
internal sealed record InputLayer(EquatableArray<int> Shape) : LayerKind
{
    public override bool HasOperands => false;

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int[] shape = [.. attribute.Items(nameof(InputAttribute.Shape)).Select(extent => (int)extent.Number)];
        int wrong = Array.FindIndex(shape, extent => extent < 1);
        if (shape.Length > 0 && wrong < 0)
        {
            return new InputLayer(shape.ToEquatable());
        }

        attribute.ReportItem(Rules.InputShape, nameof(InputAttribute.Shape), Math.Max(wrong, 0), shape.ToEquatable().ToString());
        return null;
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) => Shape;

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands) =>
        graph.Add(new Ops.Input(value.Name, value.Size)).Named(Text.Camel(value.Name));
}
