using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// A convolution of each channel by itself: x [n, h, w, c], W [kh·kw, c] → [n, h′, w′, c]. z at (i, j) is Σ x(i·s + y − top, j·s + x − left)·W(y, x),
/// channel by channel; what lies outside the image takes no part.
/// </summary>
/// <param name="Window">The window.</param>
internal sealed record DepthwiseConvolution(Window Window) : WindowContraction(Window)
{
    public override OpCost CostOf(Node y) => new(Window.Positions, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        (operands[0], operands[1]) is ({ Space: Space.Batch } image, { Space: Space.Matrix, Rows: int rows, Columns: int columns }) && rows == Window.Positions && columns == image.Channels
            ? Window.Of(image, image.Channels)
            : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        TensorType x = y.Operands[0].Type;
        adjoint.Add(y.Operands[0], (w, graph) => graph.Add(new DepthwiseInput(Window, x), dy, w), y.Operands[1]);
        adjoint.Add(y.Operands[1], (value, graph) => graph.Add(new DepthwiseWeights(Window), value, dy), y.Operands[0]);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)} ∗ {a[1].Inside(3)} by channel", 2);
}

/// <summary>dx of a depthwise convolution: dz [n, h′, w′, c], W [kh·kw, c] → [n, h, w, c]. Appears in backward code, which is not differentiated again.</summary>
/// <param name="Window">The window.</param>
/// <param name="Of">The type of x.</param>
internal sealed record DepthwiseInput(Window Window, TensorType Of) : WindowContraction(Window)
{
    public override OpCost CostOf(Node y) => new(Window.Positions, y.Operands[0].Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        operands[1].Rows == Window.Positions && operands[0] == Window.Of(Of, operands[1].Columns) ? Of : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)} ∗ {a[1].Inside(3)}ᵀ by channel", 2);
}

/// <summary>
/// dW of a depthwise convolution: x [n, h, w, c], dz [n, h′, w′, c] → [kh·kw, c], summed over samples and positions in their order. Further operands
/// as in <see cref="TransposedProduct"/>. Appears in backward code, which is not differentiated again.
/// </summary>
/// <param name="Window">The window.</param>
internal sealed record DepthwiseWeights(Window Window) : ContractionOp, IAccumulation
{
    internal override AccessPattern Access => Over(Axes.Batch | Axes.Positions);

    public int Terms => 2;

    public override OpCost CostOf(Node y) => new((long)y.Type.Rows * Accumulation.TermsOf(y).Count() * y.Operands[1].Type.Positions, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands)
    {
        for (int i = 0; i < operands.Count; i += 3)
        {
            if (operands[i + 1] != Window.Of(operands[i], operands[0].Channels))
            {
                throw Misfit(operands);
            }
        }

        return TensorType.Matrix(Window.Positions, operands[0].Channels);
    }

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Accumulation.Formula(this, a, term => new($"{term[0].Inside(3)}ᵀ ∗ {term[1].Inside(3)} by channel", 2));
}

/// <summary>Each channel several times, side by side: [n, h, w, c] → [n, h, w, c·count].  dx = the sums of dy over the copies</summary>
/// <param name="Count">How often.</param>
internal sealed record RepeatChannels(int Count) : Op
{
    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true);

    public override double Density(IReadOnlyList<double> operands) => operands[0];

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0] is { Space: Space.Batch } image
        ? TensorType.Image(image.Height, image.Width, image.Channels * Count)
        : throw new GraphException($"{operands[0]} has no channels.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) =>
        adjoint.Add(y.Operands[0], (gradient, graph) => graph.Add(new SumChannels(Count), gradient), dy);

    public override Expression Formula(IReadOnlyList<Expression> a) => Invariant.Of($"{a[0].Inside(3)}, each channel {Count} times");
}

/// <summary>The sum of each few neighboring channels: [n, h, w, c·count] → [n, h, w, c]. Appears in backward code, which is not differentiated again.</summary>
/// <param name="Count">How many.</param>
internal sealed record SumChannels(int Count) : Op
{
    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0] is { Space: Space.Batch } image && image.Channels % Count == 0
        ? TensorType.Image(image.Height, image.Width, image.Channels / Count)
        : throw new GraphException($"The channels of {operands[0]} do not fall into groups of {Count}.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Invariant.Of($"Σ {a[0].Inside(2)} over each {Count} channels");
}
