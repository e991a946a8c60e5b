using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>z = [a | b | …]: the channels of images of one height and width, or the features of vectors, side by side.</summary>
internal sealed record ConcatLayer(EquatableArray<string> Parts) : LayerKind
{
    public override EquatableArray<string> From => Parts;

    public override string Noun => "a concatenation";

    public override string FromArgument => nameof(ConcatAttribute.Operands);

    public override string Operation => "Concat";

    public static LayerKind? Bind(AttributeReader attribute)
    {
        IReadOnlyList<ArgumentValue> parts = attribute.Items(nameof(ConcatAttribute.Operands));
        if (parts.Count < 2)
        {
            attribute.Report(Rules.ConcatNeedsTwo, null, Invariant.Of($"{parts.Count}"));
            return null;
        }

        return new ConcatLayer(parts.Select(part => part.Text ?? "").ToEquatable());
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute)
    {
        TensorType[] types = [.. operands.Select(operand => TensorType.OfShape(operand.Shape))];
        int other = Array.FindIndex(types, type => (type.Height, type.Width) != (types[0].Height, types[0].Width));
        if (other >= 0)
        {
            attribute.ReportItem(
                Rules.ConcatShapes, nameof(ConcatAttribute.Operands), other, operands[other].Name, operands[other].Shape.ToString(), operands[0].Name, operands[0].Shape.ToString());
            return null;
        }

        // Extents are ≤ 2³¹; a sum that is more is too large in any case.
        int channels = (int)Math.Min(types.Sum(type => (long)type.Channels), int.MaxValue);
        return (operands.Any(operand => operand.Shape.Count is 2 or 3) ? new[] { types[0].Height, types[0].Width, channels } : new[] { channels }).ToEquatable();
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands) => graph.Add(new Join(), [.. operands]).Named("z");
}
