namespace NetGen.Generator.Graph;

/// <summary>The families of operations: what a kernel must know to place one.</summary>
internal enum OpFamily
{
    /// <summary>Comes from outside the graph.</summary>
    Source,

    /// <summary>Each element of the result depends on the same element of the operands.</summary>
    Elementwise,

    /// <summary>Sums of products over an axis that both operands have.</summary>
    Contraction,

    /// <summary>Each position of the result depends on a window of positions: pooling, augmentation.</summary>
    Window,

    /// <summary>Sums, norms and the like over one axis or several.</summary>
    Reduction,
}

/// <summary>The axes of values.</summary>
[Flags]
internal enum Axes
{
    None = 0,

    /// <summary>The rows of the batch.</summary>
    Batch = 1,

    /// <summary>The features of a row of the batch, or the columns of a parameter.</summary>
    Features = 2,

    /// <summary>The rows of a parameter, one for each input of a layer.</summary>
    Inputs = 4,

    /// <summary>The positions of an image, those of a window.</summary>
    Positions = 8,
}

/// <summary>Where a kernel leaves the result of an operation.</summary>
internal enum ResultPlace
{
    /// <summary>In a register of the loop, unless another kernel needs it.</summary>
    Register,

    /// <summary>In memory of its own, always.</summary>
    Memory,

    /// <summary>Beside a parameter, or in its place: see <see cref="Op.Destination"/>.</summary>
    BesideParameter,

    /// <summary>Where its first operand lies.</summary>
    InPlace,

    /// <summary>In memory, as a number for each block that readers add up in order.</summary>
    Blocks,
}

/// <summary>How an operation reads and writes. Planners ask the pattern, never the operation's type.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Over">The axes that it sums over, or whose whole extent each number of the result depends on.</param>
/// <param name="Along">The axis along which threads may divide the result; none where that is the rows of the batch.</param>
/// <param name="ReadsMemory">Whether it takes its operands from memory, and not from the registers of a loop.</param>
/// <param name="StartsKernel">Whether a kernel is built around it.</param>
/// <param name="TakesEpilogue">Whether element-wise work on its result may follow in the same kernel.</param>
/// <param name="Result">Where its result is left.</param>
/// <param name="ComesWithOperand">Whether the kernel that makes its operand finds it on the way.</param>
internal sealed record AccessPattern(
    OpFamily Family,
    Axes Over = Axes.None,
    Axes Along = Axes.None,
    bool ReadsMemory = false,
    bool StartsKernel = false,
    bool TakesEpilogue = true,
    ResultPlace Result = ResultPlace.Register,
    bool ComesWithOperand = false)
{
    public static readonly AccessPattern Source = new(OpFamily.Source), Elementwise = new(OpFamily.Elementwise);

    /// <summary>Whether it is a contraction over this axis.</summary>
    public bool Contracts(Axes axis) => Family == OpFamily.Contraction && Over == axis;

    /// <summary>Whether it is a contraction over this axis and perhaps others.</summary>
    public bool ContractsOver(Axes axis) => Family == OpFamily.Contraction && Over.HasFlag(axis);

    /// <summary>Whether it is a reduction over just these axes.</summary>
    public bool Reduces(Axes axes) => Family == OpFamily.Reduction && Over == axes;
}

/// <summary>What an operation costs for each row of its result: so many vectors of <see cref="Width"/> numbers.</summary>
/// <param name="Depth">How many multiplications and additions make one number of the result.</param>
/// <param name="Width">Numbers per row of the result.</param>
internal readonly record struct OpCost(long Depth, int Width);

/// <summary>The parameter beside which, or in whose place, a result is left.</summary>
/// <param name="Of">The parameter.</param>
/// <param name="IsUpdate">Whether the result takes the parameter's own place; else it is its gradient.</param>
internal readonly record struct ParameterDestination(Leaf Of, bool IsUpdate);

/// <summary>The column of the batch that a leaf is: an input or a head, and what of it.</summary>
/// <param name="Value">The input or the head.</param>
/// <param name="Part">Nothing for an input's rows; else <c>Augmented</c>, <c>Adversarial</c>, <c>Original</c>, <c>Target</c>, <c>Present</c> or <c>Labels</c>.</param>
internal readonly record struct BatchColumn(string Value, string Part = "");
