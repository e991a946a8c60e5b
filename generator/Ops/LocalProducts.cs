using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// The sum of products over a window with weights of its own at every position: x [n, h, w, c], W [h′·w′·kh·kw·c, f], and b [h′·w′, f] if there is
/// one → [n, h′, w′, f]. A convolution without sharing (LeCun 1989).
/// </summary>
/// <param name="Window">The window.</param>
internal sealed record LocalProduct(Window Window) : WindowContraction(Window)
{
    internal override ImageForm FormOf(int operand) => operand == 0 ? new(Window.Border, false) : default;

    public override OpCost CostOf(Node y) => new((long)Window.Positions * y.Operands[0].Type.Channels, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands)
    {
        TensorType z = Window.Of(operands[0], operands[1].Columns);
        return operands[1].Rows == z.Positions * Window.Positions * operands[0].Channels && operands.Skip(2).All(b => b == TensorType.Matrix(z.Positions, z.Channels))
            ? z
            : throw Misfit(operands);
    }

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        TensorType x = y.Operands[0].Type;
        adjoint.Add(y.Operands[0], (w, graph) => graph.Add(new LocalInput(Window, x), dy, w), y.Operands[1]);
        adjoint.Add(y.Operands[1], (value, graph) => graph.Add(new LocalWeights(Window), value, dy), y.Operands[0]);
        if (y.Operands.Length > 2)
        {
            adjoint.Add(y.Operands[2], (gradient, graph) => graph.Add(new SumOfRows(), gradient), dy);
        }
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)} ∗ {a[1].Inside(3)} by position{(a.Count > 2 ? $" + {a[2].Text}" : "")}", 2);
}

/// <summary>dx of a local product: dz [n, h′, w′, f], W → [n, h, w, c]. Appears in backward code, which is not differentiated again.</summary>
/// <param name="Window">The window.</param>
/// <param name="Of">The type of x.</param>
internal sealed record LocalInput(Window Window, TensorType Of) : WindowContraction(Window)
{
    public override OpCost CostOf(Node y) => new((long)Window.Positions * Of.Channels, y.Operands[0].Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0] == Window.Of(Of, operands[1].Columns) ? Of : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)} ∗ {a[1].Inside(3)}ᵀ by position", 2);
}

/// <summary>
/// dW of a local product: x [n, h, w, c], dz [n, h′, w′, f] → [h′·w′·kh·kw·c, f], summed over samples in their order. Further operands as in
/// <see cref="TransposedProduct"/>. Appears in backward code, which is not differentiated again.
/// </summary>
/// <param name="Window">The window.</param>
internal sealed record LocalWeights(Window Window) : ContractionOp, IAccumulation
{
    internal override AccessPattern Access => Over(Axes.Batch | Axes.Positions);

    internal override ImageForm FormOf(int operand) => (operand % 3) switch { 0 => new(Window.Border, false), 1 => new(0, PadsChannels: true), _ => default };

    public int Terms => 2;

    public override OpCost CostOf(Node y) => new((long)y.Type.Rows * Accumulation.TermsOf(y).Count(), y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands)
    {
        for (int i = 0; i < operands.Count; i += 3)
        {
            if (operands[i + 1] != Window.Of(operands[i], operands[1].Channels) || operands[i] != operands[0])
            {
                throw Misfit(operands);
            }
        }

        return TensorType.Matrix(operands[1].Positions * Window.Positions * operands[0].Channels, operands[1].Channels);
    }

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Accumulation.Formula(this, a, term => new($"{term[0].Inside(3)}ᵀ ∗ {term[1].Inside(3)} by position", 2));
}

/// <summary>
/// Over the samples of the batch, position by position: [n, h, w, c] → [h·w, c], in the order of the samples. The gradient of a bias that each
/// position has of its own. Further operands as in <see cref="TransposedProduct"/>.
/// </summary>
internal sealed record SumOfRows : Op, IAccumulation
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Batch, Along: Axes.Inputs, ReadsMemory: true, StartsKernel: true);

    public int Terms => 1;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Batch
        ? TensorType.Matrix(operands[0].Positions, operands[0].Channels)
        : throw new GraphException($"{operands[0]} has no samples to sum.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Accumulation.Formula(this, a, term => new($"Σₙ {term[0].Inside(2)}", 2));
}
