using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// y = λ·a + (1 − λ)·b (operands λ, a, b).  da = λ·dy, db = (1 − λ)·dy. It is stored, never computed again: b may lie in another row, which
/// only loops over rows can reach.
/// </summary>
internal sealed record Mix : ElementwiseOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[1], dy * y.Operands[0]);
        adjoint.Add(y.Operands[2], dy * (1f - y.Operands[0]));
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Text}·{a[1].Inside(2)} + (1 − {a[0].Text})·{a[2].Inside(2)}", 1);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call($"{Types.Vectors}.Mix", a);
}

/// <summary>
/// The numbers of an image, and in the box of this step those of its partner's (operands own, partner). It is stored, as a <see cref="Mix"/> is.
/// </summary>
/// <param name="Width">Positions of a line.</param>
/// <param name="Channels">Numbers of a position.</param>
internal sealed record Paste(int Width, int Channels) : ElementwiseOp
{
    public override bool IsCheap => false;

    /// <summary>Nothing flows back: both are inputs.</summary>
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"{a[0].Text}, in the box of the step {a[1].Text}";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) =>
        Expression.Call($"{Types.CutMix}.Paste", "_cut", a[0], a[1], at.Column, Invariant.Of($"{Width}"), Invariant.Of($"{Channels}"));
}
