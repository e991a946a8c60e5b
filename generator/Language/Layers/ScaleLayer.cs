using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Layers;

/// <summary>z = γ ⊙ x: a learned factor for each channel, x [n, channels] or [n, h, w, channels], γ [channels], 1 at first.</summary>
internal sealed record ScaleLayer(string? Source) : LayerKind
{
    private static readonly ParameterRole Factor = new("scale", "γ", "Scale", IsWeight: false);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Factor];

    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override string Noun => "a scale";

    public override IReadOnlyList<ParameterRole> Roles => AllRoles;

    public override string Operation => "Scale";

    public static LayerKind? Bind(AttributeReader attribute) => new ScaleLayer(attribute.Name(nameof(ScaleAttribute.From)));

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute)
    {
        (string name, EquatableArray<int> shape) = operands[0];
        if (shape.Count <= 3)
        {
            return shape;
        }

        attribute.Report(Rules.ScaleShape, null, name, shape.ToString());
        return null;
    }

    public override IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer) =>
        [new(layer, Factor, new[] { TensorType.OfShape(input).Channels }.ToEquatable(), new Fans(1, 1), Initialization.One)];

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands) =>
        (value.ParametersIn(graph)[0] * CopyImage.Of(operands[0])).Named("z");
}
