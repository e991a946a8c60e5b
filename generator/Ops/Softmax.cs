using NetGen.Generator.Graph;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Ops;

/// <summary>An operation on whole rows: [n, k] → [n, k], row by row.</summary>
internal abstract record RowOp : Op
{
    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Batch
        ? operands[0]
        : throw new GraphException($"{Name} works on rows of a batch, not on {operands[0]}.");
}

/// <summary>p = exp(z) / Σ exp(z).  dz = p ⊙ (dp − Σ p ⊙ dp)</summary>
internal sealed record Softmax : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], y * (dy - y.Graph.Add(new SumColumns(), y * dy)));
}

/// <summary>
/// log softmax(z).  dz = dy − softmax(z) ⊙ Σ dy.
/// It is what cross-entropy is written with; <see cref="FuseSoftmaxCrossEntropy"/> replaces it before code is made of it.
/// </summary>
internal sealed record LogSoftmax : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node z = y.Operands[0];
        adjoint.Add(z, dy - y.Graph.Add(new Softmax(), z) * y.Graph.Add(new SumColumns(), dy));
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"log softmax({a[0].Text})";
}

/// <summary>
/// E = −Σ t·log softmax(z) per sample, from the label y and ε: t = 1 − ε at y and ε/(k − 1) elsewhere (operands z, y, ε).
/// dz = (softmax(z) − t)·dE: the closed form, exact also where a probability underflows.
/// </summary>
internal sealed record SoftmaxCrossEntropy : Op
{
    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Samples;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node z = y.Operands[0];
        Node p = y.Graph.Add(new Softmax(), z).Named("p");
        Node t = y.Graph.Add(new OneHot(z.Type.Columns), y.Operands[1], y.Operands[2]).Named("t");
        adjoint.Add(z, (p - t) * dy);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"−Σ {OneHot.Target(a[1], a[2])}·log softmax({a[0].Text})", 2);
}
