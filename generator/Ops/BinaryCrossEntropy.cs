using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// y = −t·log σ(z) − (1 − t)·log(1 − σ(z)) = softplus(z) − t·z (operands z, t).  dz = dy ⊙ (σ(z) − t).
/// Where σ(z) is near t, a difference of the two terms would leave nothing of either: both are computed as sums.
/// </summary>
internal sealed record BinaryCrossEntropy : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], dy * y.Graph.Add(new SigmoidMinusTarget(), y.Operands[0], y.Operands[1]));

    public override Expression Formula(IReadOnlyList<Expression> a) =>
        Expression.Sum($"softplus({a[0].Text})", "−", Expression.Product(a[1], "⊙", a[0]));
}

/// <summary>
/// σ(z) − t (operands z, t), as (1 − t)·σ(z) − t·σ(−z), which no σ near t rounds away. Appears in backward code, which is not
/// differentiated again.
/// </summary>
internal sealed record SigmoidMinusTarget : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Expression.Sum($"σ({a[0].Text})", "−", a[1]);
}
