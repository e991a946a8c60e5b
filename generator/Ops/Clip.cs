using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>y = x, but at least low and at most high (operands x, low, high). Used on adversarial examples and in updates, which are not differentiated.</summary>
internal sealed record Clip : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Adversarial examples are held fixed, and updates are not differentiated.");

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Clip", a);
}

/// <summary>
/// y = x′, but no farther than ε from x (operands x′, x, ε): the projection of projected gradient descent. The bounds are rounded toward x, so
/// that it holds of the numbers themselves. Used on adversarial examples, which are not differentiated.
/// </summary>
internal sealed record Project : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Adversarial examples are held fixed.");

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Project", a);
}
