using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// A sum over the batch that goes on over further operands: T₀, then for each β, T₁ that follows, β times the sum so far, plus T₁. Gradients
/// of a parameter used several times are summed so, in the order of the operands, in one pass over the result.
/// </summary>
internal interface IAccumulation
{
    /// <summary>Operands of one term.</summary>
    int Terms { get; }
}

/// <summary>The terms of such sums.</summary>
internal static class Accumulation
{
    /// <summary>The terms of a node in order, each with the factor of what was summed before it (null for the first).</summary>
    public static IEnumerable<(Node? Scale, Node[] Operands)> TermsOf(Node node)
    {
        int terms = ((IAccumulation)node.Op).Terms;
        yield return (null, [.. node.Operands.Take(terms)]);
        for (int i = terms; i < node.Operands.Length; i += terms + 1)
        {
            yield return (node.Operands[i], [.. node.Operands.Skip(i + 1).Take(terms)]);
        }
    }

    /// <summary>β·a + b: one node where both are such sums of a kind, else as it stands.</summary>
    public static Node Join(Node a, Node scale, Node b) => a.Op is IAccumulation && b.Op == a.Op && TermsOf(b).Skip(1).All(term => term.Scale!.Op is Constant { Value: 1 })
        ? a.Graph.Add(a.Op, [.. a.Operands, scale, .. b.Operands])
        : scale * a + b;

    public static Expression Formula(IAccumulation op, IReadOnlyList<Expression> a, Func<Expression[], Expression> term)
    {
        Expression sum = term([.. a.Take(op.Terms)]);
        for (int i = op.Terms; i < a.Count; i += op.Terms + 1)
        {
            Expression before = a[i].Text == "1" ? sum : Expression.Product(a[i], "·", sum);
            sum = Expression.Sum(before, "+", term([.. a.Skip(i + 1).Take(op.Terms)]));
        }

        return sum;
    }
}
