using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Layers;

/// <summary>The mean of each channel over all positions of an image: [n, h, w, c] → [n, c] (Lin, Chen &amp; Yan 2014).</summary>
internal sealed record GlobalAveragePoolLayer(string? Source) : LayerKind
{
    public override EquatableArray<string> From => Source is null ? default : new string[] { Source }.ToEquatable();

    public override LayerKind Resolved() => this with { Source = null };

    public override string Noun => "a global pool";

    public override string Operation => "GlobalAveragePool";

    public static LayerKind? Bind(AttributeReader attribute) => new GlobalAveragePoolLayer(attribute.Name(nameof(GlobalAveragePoolAttribute.From)));

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute)
    {
        (string name, EquatableArray<int> shape) = operands[0];
        if (shape.Count is 2 or 3)
        {
            return new int[] { TensorType.OfShape(shape).Channels }.ToEquatable();
        }

        attribute.Report(Rules.NotAnImage, null, name, shape.ToString());
        return null;
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands)
    {
        TensorType image = operands[0].Type;
        return graph.Add(new AveragePool(new Window(image.Height, image.Width, image.Height, image.Width, 0, 0, 0, 0)), operands[0]).Named("z");
    }
}
