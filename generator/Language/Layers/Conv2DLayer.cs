using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>z = x ∗ W + b: x [n, h, w, c], W [kh, kw, c, filters], b [filters]; a cross-correlation, the same weights at every position (LeCun et al. 1989).</summary>
internal sealed record Conv2DLayer(int Filters, WindowArguments Window, bool Bias, string? Source) : LayerKind
{
    private static readonly ParameterRole Weight = new("weight", "w", "Weights", IsWeight: true, UnitsFirst: true), BiasRole = new("bias", "b", "Bias", IsWeight: false);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Weight, BiasRole];

    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override LayerKind WithoutBias() => this with { Bias = false };

    public override string Noun => "a convolution";

    public override IReadOnlyList<ParameterRole> Roles => Bias ? AllRoles : [Weight];

    public override string Operation => Invariant.Of($"Conv2D({Filters}, {Window.Text(strideIsSize: false)}{(Bias ? "" : ", no bias")})");

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int filters = attribute.Integer(nameof(Conv2DAttribute.Filters), 0, Graph.Range.Count, Rules.UnitsNotPositive);
        WindowArguments? window = WindowArguments.Bind(attribute, nameof(Conv2DAttribute.Kernel), strideIsSize: false);
        return filters < 1 || window is null ? null
            : new Conv2DLayer(filters, window, attribute.Flag(nameof(Conv2DAttribute.Bias), true), attribute.Name(nameof(Conv2DAttribute.From)));
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) =>
        Window.ImageOf(operands[0], attribute) is not { } image ? null
            : new int[] { Window.Over(image).RowsOf(image.Height), Window.Over(image).ColumnsOf(image.Width), Filters }.ToEquatable();

    public override IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer)
    {
        int channels = TensorType.OfShape(input).Channels, positions = Window.Height * Window.Width;
        var fans = new Fans(positions * channels, positions * Filters);
        Parameter[] all =
        [
            new(layer, Weight, new int[] { Window.Height, Window.Width, channels, Filters }.ToEquatable(), fans, initializer.For(fans)) { Groups = new(channels) },
            new(layer, BiasRole, new int[] { Filters }.ToEquatable(), fans, Initialization.Zero),
        ];
        return all.Take(Roles.Count).ToArray();
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        IReadOnlyList<Node> parameters = value.ParametersIn(graph);
        Window window = Window.Over(operands[0].Type);
        // What the runtime fills has no border, nor has what adversarial examples are made from; the step makes a copy that has one.
        Node x = window.Border > 0 && CopyImage.IsNeededFor(operands[0]) ? graph.Add(new CopyImage(), operands[0]).Named("bordered") : operands[0];
        Node z = graph.Add(new Convolution(window), x, parameters[0]);
        return (Bias ? z + parameters[1] : z).Named("z");
    }
}
