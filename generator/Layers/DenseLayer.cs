using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Layers;

/// <summary>z = x·W + b: x [n, inputs], W [inputs, units], b [units].</summary>
internal sealed record DenseLayer(int Units, bool Bias, string? Source) : LayerKind
{
    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override bool HasWeights => true;

    public override string Operation => Bias ? Text.Of($"Dense({Units})") : Text.Of($"Dense({Units}, no bias)");

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int units = attribute.Integer(nameof(DenseAttribute.Units), 0, Graph.Range.Count, Rules.UnitsNotPositive);
        return units < 1 ? null : new DenseLayer(units, attribute.Flag(nameof(DenseAttribute.Bias), true), attribute.Name(nameof(DenseAttribute.From)));
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) =>
        new int[] { Units }.ToEquatable();

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        Initialization start = value.Initializer.For(value.InputSize, Units);
        Node w = graph.Add(new Parameter(value.Name, "weight", TensorType.Matrix(value.InputSize, Units), start)).Named("w");
        Node z = graph.Add(new Product(), operands[0], w);
        if (Bias)
        {
            z += graph.Add(new Parameter(value.Name, "bias", TensorType.Vector(Units), Initialization.Zero)).Named("b");
        }

        return z.Named("z");
    }
}
