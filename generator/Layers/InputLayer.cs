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
        IReadOnlyList<Constant> shape = attribute.Items(nameof(InputAttribute.Shape));
        if (shape.Count == 0 || shape.Any(extent => extent.Number < 1))
        {
            attribute.Report(Rules.InputShape, nameof(InputAttribute.Shape), $"[{string.Join(", ", shape.Select(s => Text.Of($"{s.Number}")))}]");
            return null;
        }

        return new InputLayer(shape.Select(extent => (int)extent.Number).ToEquatable());
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) => Shape;

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands) =>
        graph.Add(new Ops.Input(value.Name, value.Size)).Named(Text.Camel(value.Name));
}
