using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>y = x where x ≥ 0, else α(exp x − 1).  dx = dy ⊙ elu′(x)</summary>
internal sealed record Elu(float Alpha) : FunctionOp
{
    internal override bool IsIncreasing => Alpha >= 0;

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], dy * y.Graph.Add(new EluSlope(Alpha), y.Operands[0]));

    public override Expression Formula(IReadOnlyList<Expression> a) => Written("elu", a[0], Alpha);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Elu", a[0], Invariant.Literal(Alpha));

    /// <summary>How formulas write it and its slope; an α of 1 goes without saying.</summary>
    public static Expression Written(string name, Expression x, float alpha) => alpha == 1 ? $"{name}({x.Text})" : $"{name}({x.Text}, α = {Invariant.Literal(alpha).TrimEnd('f')})";
}

/// <summary>elu′(x) = 1 where x ≥ 0, else α·exp x: itself, and not 1 less a number near 1. Appears in backward code, which is not differentiated again.</summary>
internal sealed record EluSlope(float Alpha) : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Elu.Written("elu′", a[0], Alpha);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.EluSlope", a[0], Invariant.Literal(Alpha));
}
