using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>z = x·W + b: x [n, inputs], W [inputs, units], b [units].</summary>
internal sealed record DenseLayer(int Units, bool Bias, string? Source) : LayerKind
{
    public static readonly ParameterRole Weight = new("weight", "w", "Weights", IsWeight: true, UnitsFirst: true), BiasRole = new("bias", "b", "Bias", IsWeight: false);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Weight, BiasRole];

    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override LayerKind WithoutBias() => this with { Bias = false };

    public override string Noun => "a dense layer";

    public override IReadOnlyList<ParameterRole> Roles => Bias ? AllRoles : [Weight];

    public override string Operation => Bias ? Invariant.Of($"Dense({Units})") : Invariant.Of($"Dense({Units}, no bias)");

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int units = attribute.Integer(nameof(DenseAttribute.Units), 0, Graph.Range.Count, Rules.UnitsNotPositive);
        return units < 1 ? null : new DenseLayer(units, attribute.Flag(nameof(DenseAttribute.Bias), true), attribute.Name(nameof(DenseAttribute.From)));
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) =>
        new int[] { Units }.ToEquatable();

    public override IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer)
    {
        TensorType type = TensorType.OfShape(input);
        int inputs = type.Columns;
        var fans = new Fans(inputs, Units);
        Parameter[] all =
        [
            new(layer, Weight, new int[] { inputs, Units }.ToEquatable(), fans, initializer.For(fans)) { RowShape = type is { IsImage: true, Channels: > 1 } ? input : default, Groups = new(type.IsImage ? type.Channels : inputs) },
            new(layer, BiasRole, new int[] { Units }.ToEquatable(), fans, Initialization.Zero),
        ];
        return all.Take(Roles.Count).ToArray();
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        IReadOnlyList<Node> parameters = value.ParametersIn(graph);
        Node z = graph.Add(new Product(), operands[0], parameters[0]);
        return (Bias ? z + parameters[1] : z).Named("z");
    }
}
