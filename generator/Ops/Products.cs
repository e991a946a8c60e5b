using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>An operation that sums over a whole dimension of a product, and so is the heart of a kernel of its own.</summary>
internal abstract record ContractionOp : Op
{
    public override OpCost CostOf(Node y) => new(y.Operands[0].Type.Columns, y.Type.Columns);

    /// <summary>A kernel is built around it: operands in memory, element-wise work on the result in the same loop.</summary>
    protected static AccessPattern Over(Axes axis) => new(OpFamily.Contraction, axis, ReadsMemory: true, StartsKernel: true);

    protected GraphException Misfit(IReadOnlyList<TensorType> operands) => new($"{Name} cannot multiply {operands[0]} and {operands[1]}.");
}

/// <summary>
/// z = x·W: [n, k]·[k, m] → [n, m].  dx = dz·Wᵀ, dW = xᵀ·dz. An image is read in the order in which its numbers count, so that
/// k = height·width·channels.
/// </summary>
internal sealed record Product : ContractionOp
{
    internal override AccessPattern Access => Over(Axes.Features);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        (operands[0], operands[1]) is ({ Space: Space.Batch, Columns: int inputs }, { Space: Space.Matrix, Rows: int rows, Columns: int units }) && inputs == rows
            ? TensorType.Batch(units)
            : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        TensorType x = y.Operands[0].Type;
        adjoint.Add(y.Operands[0], (w, graph) => graph.Add(new ProductWithTransposed(x), dy, w), y.Operands[1]);
        adjoint.Add(y.Operands[1], (value, graph) => graph.Add(new TransposedProduct(), value, dy), y.Operands[0]);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)}·{a[1].Inside(3)}", 2);
}

/// <summary>dx = dz·Wᵀ: [n, m]·[k, m]ᵀ → [n, k]. Appears in backward code, which is not differentiated again.</summary>
/// <param name="Of">The type of x, of k numbers per row.</param>
internal sealed record ProductWithTransposed(TensorType Of) : ContractionOp
{
    internal override AccessPattern Access => Over(Axes.Features);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        (operands[0], operands[1]) is ({ Space: Space.Batch, Columns: int units }, { Space: Space.Matrix, Rows: int inputs, Columns: int columns }) && units == columns && inputs == Of.Columns
            ? Of
            : throw Misfit(operands);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Inside(3)}·{a[1].Inside(3)}ᵀ", 2);
}

/// <summary>
/// dW = xᵀ·dz: [n, k]ᵀ·[n, m] → [k, m]. A weight used several times gathers the products in one: further operands are β, x₁, dz₁, β₂, x₂, dz₂, …
/// for (β·xᵀ·dz + x₁ᵀ·dz₁)·β₂ + x₂ᵀ·dz₂ …, each sum going on where the last one ended. Appears in backward code, which is not
/// differentiated again.
/// </summary>
internal sealed record TransposedProduct : ContractionOp, IAccumulation
{
    internal override AccessPattern Access => Over(Axes.Batch);

    public override OpCost CostOf(Node y) => new((long)y.Type.Rows * Accumulation.TermsOf(y).Count(), y.Type.Columns);

    public int Terms => 2;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands)
    {
        TensorType? type = null;
        for (int i = 0; i < operands.Count; i += 3)
        {
            TensorType product = (operands[i], operands[i + 1]) is ({ Space: Space.Batch, Columns: int inputs }, { Space: Space.Batch, Columns: int units })
                ? TensorType.Matrix(inputs, units)
                : throw Misfit(operands);
            type = type is null || type == product ? product : throw Misfit(operands);
        }

        return type!.Value;
    }

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Accumulation.Formula(this, a, term => new($"{term[0].Inside(3)}ᵀ·{term[1].Inside(3)}", 2));
}
