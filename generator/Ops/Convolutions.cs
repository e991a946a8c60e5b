using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>A sum of products over the positions of a window, at every position of an image.</summary>
/// <param name="Window">The window.</param>
internal abstract record WindowContraction(Window Window) : ContractionOp
{
    internal override AccessPattern Access => Over(Axes.Features | Axes.Positions);

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)} ∗ {a[1].Inside(3)}", 2);
}

/// <summary>
/// z = x ∗ W, a cross-correlation: x [n, h, w, c], W [kh·kw·c, f] → [n, h′, w′, f]. z at (i, j) is Σ x(i·s + y − top, j·s + x − left)·W(y, x)
/// over the window, x being 0 outside the image. The sum runs over y, x and channel in this order. LeCun et al. 1989.
/// </summary>
internal sealed record Convolution(Window Window) : WindowContraction(Window)
{
    internal override bool MakesLines => true;

    internal override ImageForm FormOf(int operand) => operand == 0 ? new(Window.Border, false) : default;

    public override OpCost CostOf(Node y) => new(y.Operands[1].Type.Rows, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        (operands[0], operands[1]) is ({ Space: Space.Batch } image, { Space: Space.Matrix, Rows: int rows, Columns: int filters }) && rows == Window.Positions * image.Channels
            ? Window.Of(image, filters)
            : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        TensorType x = y.Operands[0].Type;
        adjoint.Add(y.Operands[0], (w, graph) => graph.Add(new ConvolutionInput(Window, x), dy, w), y.Operands[1]);
        adjoint.Add(y.Operands[1], (value, graph) => graph.Add(new ConvolutionWeights(Window), value, dy), y.Operands[0]);
    }
}

/// <summary>
/// dx of z = x ∗ W: dz [n, h′, w′, f], W [kh·kw·c, f] → [n, h, w, c]. dx at a position sums dz·Wᵀ over the windows that it is in. Forward, it is a
/// transposed convolution of dz.
/// </summary>
/// <param name="Window">The window.</param>
/// <param name="Of">The type of x.</param>
internal sealed record ConvolutionInput(Window Window, TensorType Of) : WindowContraction(Window)
{
    public override OpCost CostOf(Node y) => new((long)Window.Positions * y.Operands[0].Type.Channels * y.Operands[0].Type.Positions / Of.Positions, Of.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        operands[1].Rows == Window.Positions * Of.Channels && operands[0] == Window.Of(Of, operands[1].Columns) ? Of : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[0], (w, graph) => graph.Add(new Convolution(Window), dy, w), y.Operands[1]);
        adjoint.Add(y.Operands[1], (value, graph) => graph.Add(new ConvolutionWeights(Window), dy, value), y.Operands[0]);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)} ∗ {a[1].Inside(3)}ᵀ", 2);
}

/// <summary>
/// dW of z = x ∗ W: x [n, h, w, c], dz [n, h′, w′, f] → [kh·kw·c, f], summed over samples and positions in their order. Further operands as
/// in <see cref="TransposedProduct"/>. Appears in backward code, which is not differentiated again.
/// </summary>
/// <param name="Window">The window.</param>
internal sealed record ConvolutionWeights(Window Window) : ContractionOp, IAccumulation
{
    internal override AccessPattern Access => Over(Axes.Batch | Axes.Positions);

    internal override ImageForm FormOf(int operand) => (operand % 3) switch { 0 => new(Window.Border, false), 1 => new(0, PadsChannels: true), _ => default };

    public int Terms => 2;

    public override OpCost CostOf(Node y) => new((long)y.Type.Rows * Accumulation.TermsOf(y).Count() * y.Operands[1].Type.Positions, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands)
    {
        for (int i = 0; i < operands.Count; i += 3)
        {
            if (operands[i + 1] != Window.Of(operands[i], operands[1].Channels) || operands[i].Channels != operands[0].Channels)
            {
                throw Misfit(operands);
            }
        }

        return TensorType.Matrix(Window.Positions * operands[0].Channels, operands[1].Channels);
    }

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Accumulation.Formula(this, a, term => new($"{term[0].Inside(3)}ᵀ ∗ {term[1].Inside(3)}", 2));
}
