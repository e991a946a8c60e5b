using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>Each channel convolved by itself, with m filters of its own: x [n, h, w, c], W [kh, kw, c, m], b [c·m] → [n, h′, w′, c·m] (Chollet 2017).</summary>
internal sealed record DepthwiseConv2DLayer(int Multiplier, WindowArguments Window, bool Bias, string? Source) : LayerKind
{
    private static readonly ParameterRole Weight = new("weight", "w", "Weights", IsWeight: true, UnitsFirst: true), BiasRole = new("bias", "b", "Bias", IsWeight: false);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Weight, BiasRole];

    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override LayerKind WithoutBias() => this with { Bias = false };

    public override string Noun => "a depthwise convolution";

    public override IReadOnlyList<ParameterRole> Roles => Bias ? AllRoles : [Weight];

    public override string Operation =>
        Invariant.Of($"DepthwiseConv2D({Window.Text(strideIsSize: false)}{(Multiplier == 1 ? "" : Invariant.Of($", multiplier {Multiplier}"))}{(Bias ? "" : ", no bias")})");

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int multiplier = attribute.Has(nameof(Multiplier)) ? attribute.Integer(nameof(Multiplier), 0, Graph.Range.Count, Rules.WindowNotPositive) : 1;
        WindowArguments? window = WindowArguments.Bind(attribute, nameof(DepthwiseConv2DAttribute.Kernel), strideIsSize: false);
        return multiplier < 1 || window is null ? null
            : new DepthwiseConv2DLayer(multiplier, window, attribute.Flag(nameof(DepthwiseConv2DAttribute.Bias), true), attribute.Name(nameof(DepthwiseConv2DAttribute.From)));
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) =>
        Window.ImageOf(operands[0], attribute) is not { } image ? null
            : new int[] { Window.Over(image).RowsOf(image.Height), Window.Over(image).ColumnsOf(image.Width), Filters(image) }.ToEquatable();

    public override IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer)
    {
        TensorType image = TensorType.OfShape(input);
        int positions = Window.Height * Window.Width;
        var fans = new Fans(positions, positions * Multiplier);
        Parameter[] all =
        [
            // Channels and filters lie side by side, so that each place of the kernel has whole vectors of them.
            new(layer, Weight, new int[] { Window.Height, Window.Width, image.Channels, Multiplier }.ToEquatable(), fans, initializer.For(fans), RowExtents: 2)
            {
                RowShape = new int[] { Window.Height, Window.Width, 1 }.ToEquatable(),
                Groups = new(image.Channels, OfColumns: true),
            },
            new(layer, BiasRole, new int[] { Filters(image) }.ToEquatable(), fans, Initialization.Zero),
        ];
        return all.Take(Roles.Count).ToArray();
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        IReadOnlyList<Node> parameters = value.ParametersIn(graph);
        Node x = Multiplier == 1 ? operands[0] : graph.Add(new RepeatChannels(Multiplier), operands[0]).Named("repeated");
        Node z = graph.Add(new DepthwiseConvolution(Window.Over(x.Type)), x, parameters[0]);
        return (Bias ? z + parameters[1] : z).Named("z");
    }

    // Channels of the result; what is more than an int is too large in any case.
    private int Filters(TensorType image) => (int)Math.Min((long)image.Channels * Multiplier, int.MaxValue);
}
