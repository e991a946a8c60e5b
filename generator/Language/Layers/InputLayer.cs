using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>x: the rows of a data set column, in a range if one is declared.</summary>
internal sealed record InputLayer(EquatableArray<int> Shape, float Min, float Max) : LayerKind
{
    public override bool HasOperands => false;

    public override string Noun => "an input";

    public override string Operation => $"Input({string.Join(", ", Shape.Select(extent => Invariant.Of($"{extent}")))})";

    public static LayerKind? Bind(AttributeReader attribute)
    {
        int[] shape = [.. attribute.Items(nameof(InputAttribute.Shape)).Select(extent => (int)extent.Number)];
        int wrong = Array.FindIndex(shape, extent => extent < 1);
        if (shape.Length > 0 && wrong < 0)
        {
            return Range(attribute) is var (min, max) ? new InputLayer(shape.ToEquatable(), min, max) : null;
        }

        attribute.ReportItem(Rules.InputShape, nameof(InputAttribute.Shape), Math.Max(wrong, 0), shape.ToEquatable().ToString());
        return null;
    }

    /// <summary>Whether a least or a most is declared.</summary>
    public bool HasRange => Min > float.NegativeInfinity || Max < float.PositiveInfinity;

    /// <summary>What is outside its images: the least number, or 0, or the number next to 0 if that is not in the range.</summary>
    public float Fill => Min > float.NegativeInfinity ? Min : Math.Min(0, Max);

    /// <summary>A value of this input, clipped to the declared range.</summary>
    public Node Clip(Node x) => HasRange ? x.Graph.Add(new Ops.Clip(), x, x.Graph.Constant(Min), x.Graph.Constant(Max)) : x;

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute) => Shape;

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands) =>
        graph.Add(new Ops.Input(value.Name, value.Type)).Named(new LayerName(value.Name));

    private static (float Min, float Max)? Range(AttributeReader attribute)
    {
        float min = attribute.Float(nameof(InputAttribute.Min), float.NegativeInfinity), max = attribute.Float(nameof(InputAttribute.Max), float.PositiveInfinity);
        if (min < max)
        {
            return (min, max);
        }

        string at = attribute.Has(nameof(InputAttribute.Max)) ? nameof(InputAttribute.Max) : nameof(InputAttribute.Min);
        attribute.Report(Rules.InputRange, at, Invariant.Of($"{min}"), Invariant.Of($"{max}"));
        return null;
    }
}
