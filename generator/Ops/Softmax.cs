using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>An operation on whole rows: [n, k] → [n, k], row by row.</summary>
internal abstract record RowOp : Op
{
    /// <summary>What exp of a vector, the search for the largest z, the sum and the division take, in operations: some twenty.</summary>
    internal const int OperationsPerNumber = 20;

    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Features, ReadsMemory: true, Result: ResultPlace.Memory);

    public override OpCost CostOf(Node y) => new(OperationsPerNumber, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Batch
        ? operands[0]
        : throw new GraphException($"{Name} works on rows of a batch, not on {operands[0]}.");
}

/// <summary>p = exp(z) / Σ exp(z).  dzⱼ = pⱼ·Σᵢ pᵢ·(dpⱼ − dpᵢ)</summary>
internal sealed record Softmax : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], y.Graph.Add(new LogSoftmaxGradient(), y.Operands[0], y * dy));
}

/// <summary>
/// log softmax(z).  dz = dy − softmax(z)·Σ dy.
/// It is what cross-entropy is written with; <c>FuseSoftmaxCrossEntropy</c> replaces it before code is made of it.
/// </summary>
internal sealed record LogSoftmax : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], y.Graph.Add(new LogSoftmaxGradient(), y.Operands[0], dy));

    public override Expression Formula(IReadOnlyList<Expression> a) => $"log softmax({a[0].Text})";
}

/// <summary>
/// dz = dy − p·Σ dy of y = log softmax(z) (operands z, dy), as dzⱼ = Σᵢ (dyⱼ·pᵢ − dyᵢ·pⱼ) over i ≠ j, which needs no 1 − pⱼ. Appears in
/// backward code, which is not differentiated again.
/// </summary>
internal sealed record LogSoftmaxGradient : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[1].Text} − softmax({a[0].Text})·Σ {a[1].Inside(2)}", 1);
}

/// <summary>
/// E = −Σ t·log softmax(z) per sample, from the label y and ε: t = 1 − ε at y and ε/(k − 1) elsewhere (operands z, y, ε).
/// dz = (softmax(z) − t)·dE: the closed form, exact also where a probability underflows.
/// </summary>
internal sealed record SoftmaxCrossEntropy : Op
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Features, ReadsMemory: true);

    public override OpCost CostOf(Node y) => new(RowOp.OperationsPerNumber, y.Operands[0].Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Samples;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node error = y.Graph.Add(new SoftmaxMinusTarget(), [.. y.Operands]);
        adjoint.Add(y.Operands[0], error.Named(y.Operands[1].Op is Labels { OfPartner: true } ? "partnerError" : "error") * dy);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"−Σ {OneHot.Target(a[1], a[2])}·log softmax({a[0].Text})", 2);
}

/// <summary>
/// softmax(z) − t (operands z, label, ε). At the label it is ε − Σ p over the other classes, where p − (1 − ε) would leave nothing of a p
/// near 1. Appears in backward code, which is not differentiated again.
/// </summary>
internal sealed record SoftmaxMinusTarget : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Expression.Sum($"softmax({a[0].Text})", "−", OneHot.Target(a[1], a[2]));
}
