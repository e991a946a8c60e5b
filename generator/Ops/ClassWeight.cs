using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>w[y] [n] of the label y: how much a row of its class counts; 0 where the label is missing. Nothing flows back.</summary>
/// <param name="Head">Whose classes.</param>
/// <param name="Weights">One for each class.</param>
internal sealed record ClassWeight(string Head, EquatableArray<float> Weights) : ElementwiseOp
{
    internal override string Anonymous => nameof(ClassWeight);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Samples;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"classWeights[{a[0].Text}]";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Call("V.Splat", Scalar(a));

    public override Expression Scalar(IReadOnlyList<Expression> a) => Of(a[0], Constant(Head));

    /// <summary>C# of a label's weight in a table.</summary>
    public static Expression Of(Expression label, string table) => Expression.Call($"{Types.Targets}.Weight", label, table);

    /// <summary>C# of a head's table.</summary>
    public static string Constant(string head) => $"Layout.{Table(head)}";

    /// <summary>The emitted table of a head's weights. (Layers have constants that end in Weights.)</summary>
    public static string Table(string head) => head + "ClassTable";
}
