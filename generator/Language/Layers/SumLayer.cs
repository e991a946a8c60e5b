using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>z = a + b + ...: a residual connection.</summary>
internal sealed record SumLayer(EquatableArray<string> Terms) : LayerKind
{
    public override EquatableArray<string> From => Terms;

    public override string Noun => "a sum";

    public override string FromArgument => nameof(SumAttribute.Operands);

    public override string Operation => "Sum";

    public static LayerKind? Bind(AttributeReader attribute)
    {
        IReadOnlyList<ArgumentValue> terms = attribute.Items(nameof(SumAttribute.Operands));
        if (terms.Count < 2)
        {
            attribute.Report(Rules.SumNeedsTwo, null, Invariant.Of($"{terms.Count}"));
            return null;
        }

        return new SumLayer(terms.Select(term => term.Text ?? "").ToEquatable());
    }

    public override EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute)
    {
        (string first, EquatableArray<int> shape) = operands[0];
        for (int i = 1; i < operands.Count; i++)
        {
            if (!operands[i].Shape.Equals(shape))
            {
                attribute.ReportItem(
                    Rules.SumShapes, nameof(SumAttribute.Operands), i, operands[i].Name, operands[i].Shape.ToString(), first, shape.ToString());
                return null;
            }
        }

        return shape;
    }

    public override Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands) => operands.Aggregate((a, b) => a + b).Named("z");
}
