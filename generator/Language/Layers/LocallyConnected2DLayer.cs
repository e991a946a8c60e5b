using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>
/// A convolution whose positions share no weights: x [n, h, w, c], W [h′·w′, kh·kw·c, filters], b [h′·w′, filters] → [n, h′, w′, filters] (LeCun
/// 1989).
/// </summary>
internal sealed record LocallyConnected2DLayer(int Filters, WindowArguments Window, bool Bias, string? Source) : LayerKind
{
    private static readonly ParameterRole Weight = new("weight", "w", "Weights", IsWeight: true), BiasRole = new("bias", "b", "Bias", IsWeight: false);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Weight, BiasRole];

    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override string Noun => "a locally connected layer";

    public override IReadOnlyList<ParameterRole> Roles => Bias ? AllRoles : [Weight];

    public override string Operation => Invariant.Of($"LocallyConnected2D({Filters}, {Window.Text(strideIsSize: false)}{(Bias ? "" : ", no bias")})");

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int filters = attribute.Integer(nameof(LocallyConnected2DAttribute.Filters), 0, Graph.Range.Count, Rules.UnitsNotPositive);
        WindowArguments? window = WindowArguments.Bind(attribute, nameof(LocallyConnected2DAttribute.Kernel), strideIsSize: false);
        return filters < 1 || window is null ? null
            : new LocallyConnected2DLayer(filters, window, attribute.Flag(nameof(LocallyConnected2DAttribute.Bias), true), attribute.Name(nameof(LocallyConnected2DAttribute.From)));
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute)
    {
        if (Window.ImageOf(operands[0], attribute) is not { } image)
        {
            return null;
        }

        EquatableArray<int> shape = new int[] { Window.Over(image).RowsOf(image.Height), Window.Over(image).ColumnsOf(image.Width), Filters }.ToEquatable();
        double weights = (double)shape[0] * shape[1] * Window.Height * Window.Width * image.Channels * Filters;
        if (weights <= int.MaxValue)
        {
            return shape;
        }

        attribute.Report(Rules.TooLarge, null, shape.ToString(), Invariant.Of($"{weights:N0}"));
        return null;
    }

    public override IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer)
    {
        var image = TensorType.OfShape(input);
        Window window = Window.Over(image);
        int rows = window.RowsOf(image.Height), columns = window.ColumnsOf(image.Width), terms = window.Positions * image.Channels;
        var fans = new Fans(terms, window.Positions * Filters);
        Parameter[] all =
        [
            new(layer, Weight, new int[] { rows * columns, terms, Filters }.ToEquatable(), fans, initializer.For(fans)) { Groups = new(image.Channels), Units = new(rows * columns, OfColumns: true) },
            new(layer, BiasRole, new int[] { rows * columns, Filters }.ToEquatable(), fans, Initialization.Zero),
        ];
        return all.Take(Roles.Count).ToArray();
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        Window window = Window.Over(operands[0].Type);
        // What the runtime fills has no border; the step makes a copy that has one.
        Node x = window.Border > 0 && CopyImage.IsNeededFor(operands[0]) ? graph.Add(new CopyImage(), operands[0]).Named("bordered") : operands[0];
        return graph.Add(new LocalProduct(window), [x, .. value.ParametersIn(graph)]).Named("z");
    }
}
