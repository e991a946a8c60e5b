using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>
/// The transpose of a convolution: each position of x [n, h, w, c] adds its numbers times W [kh, kw, filters, c] to a window of the result
/// [n, h′, w′, filters], then b [filters]; h′ = (h − 1)·s + kh − top − bottom, with <c>Same</c> h·s (Zeiler et al. 2010; Dumoulin &amp; Visin 2016).
/// </summary>
internal sealed record ConvTranspose2DLayer(int Filters, WindowArguments Window, bool Bias, string? Source) : LayerKind
{
    private static readonly ParameterRole Weight = new("weight", "w", "Weights", IsWeight: true, UnitsFirst: true), BiasRole = new("bias", "b", "Bias", IsWeight: false);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Weight, BiasRole];

    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override LayerKind WithoutBias() => this with { Bias = false };

    public override string Noun => "a transposed convolution";

    public override IReadOnlyList<ParameterRole> Roles => Bias ? AllRoles : [Weight];

    public override string Operation => Invariant.Of($"ConvTranspose2D({Filters}, {Window.Text(strideIsSize: false)}{(Bias ? "" : ", no bias")})");

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int filters = attribute.Integer(nameof(ConvTranspose2DAttribute.Filters), 0, Graph.Range.Count, Rules.UnitsNotPositive);
        WindowArguments? window = WindowArguments.Bind(attribute, nameof(ConvTranspose2DAttribute.Kernel), strideIsSize: false);
        return filters < 1 || window is null ? null
            : new ConvTranspose2DLayer(filters, window, attribute.Flag(nameof(ConvTranspose2DAttribute.Bias), true), attribute.Name(nameof(ConvTranspose2DAttribute.From)));
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute)
    {
        (string name, EquatableArray<int> shape) = operands[0];
        if (shape.Count is not (2 or 3))
        {
            attribute.Report(Rules.NotAnImage, null, name, shape.ToString());
            return null;
        }

        var image = TensorType.OfShape(shape);
        (long height, long width) = (Window.Spread(image.Height, vertically: true), Window.Spread(image.Width, vertically: false));
        if (height > 0 && width > 0)
        {
            return new int[] { (int)Math.Min(height, int.MaxValue), (int)Math.Min(width, int.MaxValue), Filters }.ToEquatable();
        }

        attribute.Report(Rules.NothingLeft, null, name, shape.ToString(), Window.SpreadText(image, vertically: height < 1));
        return null;
    }

    public override IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer)
    {
        int channels = TensorType.OfShape(input).Channels;
        // With a stride, not every place of the kernel meets a number of the result.
        int met = (Window.Height + Window.StrideY - 1) / Window.StrideY * ((Window.Width + Window.StrideX - 1) / Window.StrideX);
        var fans = new Fans(met * channels, Window.Height * Window.Width * Filters);
        Parameter[] all =
        [
            new(layer, Weight, new int[] { Window.Height, Window.Width, Filters, channels }.ToEquatable(), fans, initializer.For(fans)) { Groups = new(channels, OfColumns: true), Units = new(Filters) },
            new(layer, BiasRole, new int[] { Filters }.ToEquatable(), fans, Initialization.Zero),
        ];
        return all.Take(Roles.Count).ToArray();
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        IReadOnlyList<Node> parameters = value.ParametersIn(graph);
        // dW reads whole vectors at each position, which what the runtime fills does not have.
        Node x = operands[0].Type.IsImage && CopyImage.IsNeededFor(operands[0]) ? graph.Add(new CopyImage(), operands[0]).Named("padded") : operands[0];
        Node z = graph.Add(new ConvolutionInput(Window.Over(value.Type), value.Type), x, parameters[0]);
        return (Bias ? z + parameters[1] : z).Named("z");
    }
}
