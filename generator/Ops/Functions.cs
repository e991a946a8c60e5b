using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>A function of one number, applied to each element by a routine of the runtime's <c>Vectors</c>.</summary>
internal abstract record FunctionOp : ElementwiseOp
{
    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.{GetType().Name}", a);
}

/// <summary>y = max(x, 0).  dx = dy ⊙ [y &gt; 0]</summary>
/// <param name="Of">Of how many numbers x is the greatest.</param>
internal sealed record Relu(int Of = 1) : FunctionOp
{
    internal override bool IsIncreasing => true;

    public override double Density(IReadOnlyList<double> operands) => 1 - Math.Pow(0.5, Of);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Step(), y));
}

/// <summary>y = 1 where x &gt; 0, else 0.  Its derivative is 0 wherever it has one.</summary>
internal sealed record Step : FunctionOp
{
    public override double Density(IReadOnlyList<double> operands) => Math.Min(0.5, operands[0]);

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
    /// <summary>For weights and means of gradients: their products with rates, penalties and inputs are normal numbers still.</summary>
    public const int Linear = -100;

    /// <summary>For means of the squares of <see cref="Squarable"/> gradients, times 1 − β: the least leaves something for any β up to 1 − 2⁻²⁰.</summary>
    public const int Square = -120;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Flush", a[0], Invariant.Of($"{Exponent}"));
}

/// <summary>
/// y = x, and 0 where |x| &lt; 2⁻⁵⁰, ±2⁶³ beyond that: a gradient whose square is neither subnormal nor infinite. An optimizer that divides by
/// the root of squares moves as far for ±2⁶³ as for anything beyond. Appears in updates, which are not differentiated.
/// </summary>
internal sealed record Squarable : FunctionOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");
}

/// <summary>y = √x.  dx = ½ dy / y</summary>
internal sealed record Sqrt : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], 0.5f * dy / y);

    public override Expression Formula(IReadOnlyList<Expression> a) => $"√{a[0].Inside(3)}";
}

/// <summary>y = σ(x) = 1 / (1 + exp(−x)).  dx = dy ⊙ σ′(x)</summary>
internal sealed record Sigmoid : FunctionOp
{
    internal override bool IsIncreasing => true;

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new SigmoidSlope(), y.Operands[0]));

    public override Expression Formula(IReadOnlyList<Expression> a) => $"σ({a[0].Text})";
}

/// <summary>σ′(x) = σ(x)·σ(−x), from x: y·(1 − y) loses what a y near 1 has rounded away. Appears in backward code, which is not differentiated again.</summary>
internal sealed record SigmoidSlope : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"σ′({a[0].Text})";
}

/// <summary>y = tanh(x).  dx = dy ⊙ tanh′(x)</summary>
internal sealed record Tanh : FunctionOp
{
    internal override bool IsIncreasing => true;

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new TanhSlope(), y.Operands[0]));
}

/// <summary>tanh′(x) = 1/cosh²x, from x: 1 − y² loses what a y near ±1 has rounded away. Appears in backward code, which is not differentiated again.</summary>
internal sealed record TanhSlope : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"tanh′({a[0].Text})";
}

/// <summary>y = log(1 + exp x).  dx = dy ⊙ σ(x)</summary>
internal sealed record Softplus : FunctionOp
{
    internal override bool IsIncreasing => true;

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Sigmoid(), y.Operands[0]));
}

/// <summary>y = Φ(x) = ½·(1 + erf(x/√2)), the distribution function of N(0, 1).  dx = dy ⊙ φ(x)</summary>
internal sealed record NormalCdf : FunctionOp
{
    public override string Name => "cdf";

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new NormalPdf(), y.Operands[0]));

    public override Expression Formula(IReadOnlyList<Expression> a) => $"Φ({a[0].Text})";
}

/// <summary>φ(x) = exp(−½x²)/√(2π), the density of N(0, 1). Appears in backward code, which is not differentiated again.</summary>
internal sealed record NormalPdf : FunctionOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"φ({a[0].Text})";
}
