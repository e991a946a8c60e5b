using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// t [n, k]: 1 − ε at the label, ε/(k − 1) elsewhere (operands label, ε). A constant of the batch: nothing flows back.
/// It is what cross-entropy is written with; <c>FuseSoftmaxCrossEntropy</c> replaces it before code is made of it.
/// </summary>
/// <param name="Of">The type of t, that of z.</param>
internal sealed record OneHot(TensorType Of) : Op
{
    internal override AccessPattern Access => AccessPattern.Elementwise;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Of;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => Target(a[0], a[1]);

    /// <summary>How formulas write it.</summary>
    public static string Target(Expression label, Expression epsilon) => epsilon.Text == "0" ? $"onehot({label.Text})" : $"t({label.Text}, {epsilon.Text})";
}
