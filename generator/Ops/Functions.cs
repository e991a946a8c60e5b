using NetGen.Generator.Graph;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Ops;

/// <summary>A function of one number, applied to each element by a routine of the runtime's <c>Vectors</c>.</summary>
internal abstract record FunctionOp : ElementwiseOp
{
    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.{GetType().Name}", a);
}

/// <summary>y = max(x, 0).  dx = dy ⊙ [y &gt; 0]</summary>
internal sealed record Relu : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Step(), y));
}

/// <summary>y = 1 where x &gt; 0, else 0.  Its derivative is 0 wherever it has one.</summary>
internal sealed record Step : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"[{a[0].Text} > 0]";
}

/// <summary>y = |x|.  dx = dy ⊙ sign(x)</summary>
internal sealed record Abs : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Sign(), y.Operands[0]));

    public override Expression Formula(IReadOnlyList<Expression> a) => $"|{a[0].Text}|";
}

/// <summary>y = −1, 0 or 1 as x is.  Its derivative is 0 wherever it has one.</summary>
internal sealed record Sign : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }
}

/// <summary>y = sign(x)·max(|x| − t, 0), t ≥ 0 (operands x, t): the proximal operator of t·|x|. Appears in updates, which are not differentiated.</summary>
internal sealed record SoftThreshold : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"shrink({a[0].Text}, by {a[1].Text})";
}

/// <summary>
/// y = x, and 0 where |x| &lt; 2^exponent. Where numbers dwindle from step to step (weights of a dead unit under L2, its moments), they would end
/// as subnormal numbers, with which some processors compute a hundred times as slowly. Appears in updates, which are not differentiated.
/// </summary>
internal sealed record Flush(int Exponent) : FunctionOp
{
    /// <summary>For what is kept from step to step: its products with rates, penalties and inputs are normal numbers still.</summary>
    public const int Kept = -100;

    /// <summary>For gradients that are squared.</summary>
    public const int Squared = -50;

    /// <summary>For means of their squares, times 1 − β: such a gradient leaves something for any β up to 1 − 2⁻²⁰.</summary>
    public const int Square = -120;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Flush", a[0], Text.Of($"{Exponent}"));
}

/// <summary>y = exp(x).  dx = dy ⊙ y</summary>
internal sealed record Exp : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y);
}

/// <summary>y = √x.  dx = ½ dy / y</summary>
internal sealed record Sqrt : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], 0.5f * dy / y);

    public override Expression Formula(IReadOnlyList<Expression> a) => $"√{a[0].Inside(3)}";
}

/// <summary>y = σ(x) = 1 / (1 + exp(−x)).  dx = dy ⊙ y ⊙ (1 − y)</summary>
internal sealed record Sigmoid : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y * (1f - y));

    public override Expression Formula(IReadOnlyList<Expression> a) => $"σ({a[0].Text})";
}

/// <summary>y = tanh(x).  dx = dy ⊙ (1 − y²)</summary>
internal sealed record Tanh : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * (1f - y * y));
}

/// <summary>y = log(1 + exp x).  dx = dy ⊙ σ(x)</summary>
internal sealed record Softplus : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Sigmoid(), y.Operands[0]));
}

/// <summary>y = erf(x), the error function.  dx = dy ⊙ 2/√π · exp(−x²)</summary>
internal sealed record Erf : FunctionOp
{
    private const float TwoOverRootPi = 1.12837917f;

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node x = y.Operands[0];
        adjoint.Add(x, dy * (TwoOverRootPi * y.Graph.Add(new Exp(), -(x * x))));
    }
}
