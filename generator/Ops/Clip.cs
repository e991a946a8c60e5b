using NetGen.Generator.Graph;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Ops;

/// <summary>y = x, but at least low and at most high (operands x, low, high). Used on adversarial examples and in updates, which are not differentiated.</summary>
internal sealed record Clip : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Adversarial examples are held fixed, and updates are not differentiated.");

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Clip", a);
}
