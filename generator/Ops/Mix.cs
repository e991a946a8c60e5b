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
