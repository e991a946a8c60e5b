using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>One way to write a kernel, as far as planning needs to know it: when it applies, what it costs, what memory it needs.</summary>
internal abstract class KernelTemplate
{
    /// <summary>What the reader calls it: <c>24×64 blocks</c>.</summary>
    public abstract string TitleOf(Kernel kernel);

    public abstract bool AppliesTo(Kernel kernel);

    /// <summary>Rows of the block of output that one call computes: whole register tiles of 12 rows and of 6, so of every width.</summary>
    public const int BlockRows = 24;

    /// <summary>Columns of a block at most: one register tile of 512 bits across. The last block of a row may have fewer.</summary>
    public const int BlockColumns = 64;

    /// <summary>Its static cost for each row of the batch, in vector operations.</summary>
    public virtual long CostOf(Kernel kernel) => kernel.Body.Select(node => node.Op.CostOf(node)).Sum(cost => cost.Depth * Lanes.Padded(cost.Width) / Lanes.Count);

    /// <summary>Whether its method takes the number of rows of the batch.</summary>
    public virtual bool TakesRows => true;

    /// <summary>The memory it computes with between blocks, for each thread.</summary>
    public virtual IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [];

    /// <summary>Values of which it reads sixteen rows at a time, the last ones perhaps past the batch.</summary>
    public virtual IEnumerable<Node> ReadInSixteens(Kernel kernel) => [];

    /// <summary>Columns of the widest block of so many: all of them, or <see cref="BlockColumns"/> where there are more.</summary>
    public static int BlockWidth(int columns) => Math.Min(BlockColumns, Lanes.Padded(columns));
}
