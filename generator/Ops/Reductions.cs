using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>y = Σ over some dimensions of x.  dx = dy, spread over x again</summary>
internal abstract record ReductionOp : Op
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node x = y.Operands[0];
        adjoint.Add(x, dy.Type == x.Type ? dy : dy.Graph.Add(new Expand(x.Type), dy));
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"Σ {a[0].Inside(2)}", 2);

    protected static TensorType Require(TensorType operand, Space space, TensorType result) => operand.Space == space
        ? result
        : throw new GraphException($"A sum over {operand} was asked for where {space} is needed.");
}

/// <summary>
/// Over the samples of the batch and their positions: [n, m] → [m], [n, h, w, c] → [c]. Sample after sample in blocks of 1024, whose sums
/// merge in a fixed binary tree; of images each sample is a block. Further operands as in <see cref="TransposedProduct"/>.
/// </summary>
internal sealed record ReduceBatch : ReductionOp, IAccumulation
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Batch, Along: Axes.Features, ReadsMemory: true, StartsKernel: true);

    /// <summary>Rows of a block, as in the runtime; a batch of no more is summed in its order.</summary>
    public const int BlockRows = 1024;

    public int Terms => 1;

    internal override ImageForm FormOf(int operand) => new(0, PadsChannels: operand % 2 == 0);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Require(operands[0], Space.Batch, TensorType.Vector(operands[0].Channels));

    public override Expression Formula(IReadOnlyList<Expression> a) => Accumulation.Formula(this, a, term => new($"Σₙ {term[0].Inside(2)}", 2));
}

/// <summary>Over the columns: [n, m] → [n], by the fixed tree over 16 lanes.</summary>
internal sealed record ReduceFeatures : ReductionOp
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Features);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Require(operands[0], Space.Batch, TensorType.Samples);
}

/// <summary>Over the samples: [n] → [], in the order of <see cref="ReduceBatch"/>.</summary>
internal sealed record ReduceToScalar : ReductionOp
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Batch, TakesEpilogue: false);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Require(operands[0], Space.Samples, TensorType.Scalar);

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"Σₙ {a[0].Inside(2)}", 2);
}

/// <summary>½‖w‖² of a parameter.  dw = dy·w</summary>
internal sealed record HalfSquaredNorm : Op
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Inputs | Axes.Features);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Scalar;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Operands[0]);

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"½‖{a[0].Text}‖²", 2);
}

/// <summary>‖w‖₁ of a parameter.  dw = dy·sign(w), with sign(0) = 0</summary>
internal sealed record AbsoluteNorm : Op
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Inputs | Axes.Features);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Scalar;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy * y.Graph.Add(new Sign(), y.Operands[0]));

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"‖{a[0].Text}‖₁", 2);
}
