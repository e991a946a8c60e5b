using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>y = ½x² where |x| ≤ δ, else δ(|x| − ½δ).  dx = dy ⊙ clamp(x, ±δ)</summary>
internal sealed record Huber(float Delta) : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Clamp(Delta), y.Operands[0]));

    public override Expression Formula(IReadOnlyList<Expression> a) => $"huber({a[0].Text}, δ = {Invariant.Literal(Delta).TrimEnd('f')})";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Huber", a[0], Invariant.Literal(Delta));
}

/// <summary>y = x, but no further from 0 than v ≥ 0 (operands x, v). Appears in updates, which are not differentiated.</summary>
internal sealed record Limit : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"clamp({a[0].Text}, ±{a[1].Text})";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Clamp", a);
}

/// <summary>y = x, but no further from 0 than the limit.  dx = dy ⊙ [|x| &lt; limit]</summary>
internal sealed record Clamp(float Limit) : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node x = y.Operands[0];
        adjoint.Add(x, dy * y.Graph.Add(new Step(), Limit - y.Graph.Add(new Abs(), x)));
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"clamp({a[0].Text}, ±{Invariant.Literal(Limit).TrimEnd('f')})";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Clamp", a[0], Invariant.Literal(Limit));
}
