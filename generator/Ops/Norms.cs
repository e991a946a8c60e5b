using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>Σᵢ‖wᵢ‖₂ over the groups of a weight matrix: its rows, one for each input, or what leaves a channel.  dw = dy·wᵢ/‖wᵢ‖₂, 0 where wᵢ = 0</summary>
/// <param name="Groups">The groups.</param>
internal sealed record GroupNormSum(ChannelGroups Groups) : Op
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Inputs | Axes.Features);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Scalar;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node w = y.Operands[0];
        adjoint.Add(w, (factor, graph) => factor * (w * graph.Add(new InverseGroupNorms(Groups), w).Named("inverseNorm")), dy);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"Σᵢ ‖{a[0].Text}ᵢ‖", 2);
}

/// <summary>An operation on all of a parameter, or of a gradient, that reads it from memory and so is the heart of a kernel of its own. Updates have them.</summary>
internal abstract record WholeOp : Op
{
    protected static AccessPattern Whole(Axes over, Axes along, ResultPlace result) =>
        new(OpFamily.Reduction, over, along, ReadsMemory: true, StartsKernel: true, TakesEpilogue: false, result);

    /// <summary>Every number of every operand is read once.</summary>
    public override OpCost CostOf(Node y) => new(y.Operands.Max(operand => operand.Type.Rows), y.Operands.Max(operand => operand.Type.Columns));

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");
}

/// <summary>1/‖wᵢ‖₂ of the group of each row of w [k, m], by the tree over 16 lanes, or of each column, in double; 0 where wᵢ = 0: [k] or [m].</summary>
/// <param name="Groups">The groups.</param>
internal sealed record InverseGroupNorms(ChannelGroups Groups) : WholeOp
{
    internal override AccessPattern Access => Whole(Axes.Features, along: Axes.Inputs, ResultPlace.Memory);

    internal override (string Verb, string? Subject)? KernelName => ("Norms", null);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Matrix
        ? Groups.OfColumns ? TensorType.Vector(operands[0].Columns) : TensorType.Inputs(operands[0].Rows)
        : throw new GraphException($"{operands[0]} has no rows to take norms of.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"1/‖{a[0].Text}ᵢ‖";
}

/// <summary>
/// w·min(1, c/‖wⱼ‖₂) for what enters each unit j of w [k, m] (operands w, c), columns as a rule: the squares are added row after row, of units that are
/// groups of rows in double.
/// </summary>
/// <param name="Units">The units.</param>
internal sealed record LimitUnits(UnitGroups Units) : WholeOp
{
    internal override AccessPattern Access => Whole(Axes.Inputs, along: Axes.Features, ResultPlace.InPlace);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Matrix
        ? operands[0]
        : throw new GraphException($"{operands[0]} has no columns to limit.");

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[0].Text}·min(1, {a[1].Text}/‖{a[0].Text}ⱼ‖)", 2);
}

/// <summary>√Σ g² over all its operands, the gradients of parameters.</summary>
internal sealed record GlobalNorm : WholeOp
{
    internal override AccessPattern Access => Whole(Axes.Inputs | Axes.Features, along: Axes.Features, ResultPlace.Blocks);

    internal override (string Verb, string? Subject)? KernelName => ("NormOf", "Gradients");

    /// <summary>Numbers whose squares are summed as one block, as in the runtime.</summary>
    public const int BlockFloats = 4096;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Scalar;

    public override Expression Formula(IReadOnlyList<Expression> a) => "‖all gradients‖, kept as Σg² of each block of their memory, which its readers add up in order";
}

/// <summary>min(1, c/‖g‖) (operands ‖g‖, c).</summary>
internal sealed record ClippingFactor : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"min(1, {a[1].Text}/{a[0].Text})";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => throw new GraphException("There is one norm, and no vector of it.");

    public override Expression Scalar(IReadOnlyList<Expression> a) => Expression.Call($"{Types.Norms}.ClippingFactor", a);
}
