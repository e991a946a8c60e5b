using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>One way to write a kernel: when it applies, and its C#.</summary>
internal abstract class KernelTemplate
{
    /// <summary>All of them; <see cref="ChooseKernels"/> takes the cheapest that applies.</summary>
    public static readonly KernelTemplate[] All = [new TileKernel(), new SparseTileKernel(), new SingleRowKernel(), new WeightTileKernel(), new SparseWeightKernel(), new ColumnSumKernel(), new ParameterKernel(), new RowNormKernel(), new MaxNormKernel(), new GlobalNormKernel(), new RowKernel()];

    /// <summary>What the reader calls it: <c>24×64 blocks</c>.</summary>
    public abstract string TitleOf(Kernel kernel);

    public abstract bool AppliesTo(Kernel kernel);

    /// <summary>Rows of the block of output that one call computes: whole register tiles of 12 rows and of 6, so of every width.</summary>
    public const int BlockRows = 24;

    /// <summary>Columns of a block at most: one register tile of 512 bits across. The last block of a row may have fewer.</summary>
    public const int BlockColumns = 64;

    /// <summary>Its static cost for each row of the batch, in vector operations.</summary>
    public virtual long CostOf(Kernel kernel) => kernel.Body.Sum(node => node.Op is ContractionOp
        ? (long)node.Operands[0].Type.Columns * Layout.Padded(node.Operands[1].Type.Columns) / Layout.Lanes
        : Layout.Padded(node.Type.Columns) / Layout.Lanes);

    /// <summary>Whether it is told how many rows the batch has.</summary>
    public virtual bool TakesRows => true;

    /// <summary>The memory it computes with between blocks, for each thread.</summary>
    public virtual IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [];

    /// <summary>Values of which it reads sixteen rows at a time, the last ones perhaps past the batch.</summary>
    public virtual IEnumerable<Node> ReadInSixteens(Kernel kernel) => [];

    /// <summary>The body of the method, with the declarations it begins with.</summary>
    public abstract string Body(KernelText text);

    /// <summary>The whole method.</summary>
    public static string Method(Plan plan, Kernel kernel)
    {
        string body = kernel.Template.Body(new KernelText(plan, kernel));
        return CSharpWriter.Code($$"""
            {{CSharpWriter.Comment(FormulaText.Of(kernel))}}
            [{{Types.MethodImpl}}({{Types.MethodImplOptions}}.AggressiveOptimization | {{Types.MethodImplOptions}}.NoInlining)]
            private void {{kernel.Name}}<V>({{(kernel.Template.TakesRows ? "int rows, " : "")}}{{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                {{body}}
            }
            """);
    }

    /// <summary>The element-wise work of a kernel: all but its root.</summary>
    protected static IReadOnlyList<Node> Epilogue(Kernel kernel) => [.. kernel.Body.Where(n => n != kernel.Root)];

    /// <summary>Columns of the widest block of so many: all of them, or <see cref="BlockColumns"/> where there are more.</summary>
    public static int BlockWidth(int columns) => Math.Min(BlockColumns, Layout.Padded(columns));

    /// <summary>A loop over the parts of 0..total that fall to a thread: <c>first</c> to <c>last</c>.</summary>
    protected static string StealableRanges(int total, int unit, string body) => StealableRanges(Invariant.Of($"{total}"), Invariant.Of($"{unit}"), body);

    /// <summary>The same; both may be an expression.</summary>
    protected static string StealableRanges(string total, string unit, string body) => CSharpWriter.Code($$"""
        foreach ((int first, int last) in worker.StealableRanges({{total}}, {{unit}}))
        {
            {{body}}
        }
        """);

    /// <summary>A loop over the columns of a row, a vector at a time.</summary>
    protected static string Columns(string from, string to, string body) => CSharpWriter.Code($$"""
        for (int c = {{from}}; c < {{to}}; c += V.Count)
        {
            {{body}}
        }
        """);

    /// <summary>C# for index·stride + column, without idle factors.</summary>
    protected static string Index(string row, int stride, string column) => column == "0" ? Invariant.Of($"{row} * {stride}") : Invariant.Of($"{row} * {stride} + {column}");

    /// <summary>
    /// How wide the block at <c>column</c> is, as a name or a literal, and the statement that says so, or none: the last one before
    /// <paramref name="end"/> may be narrower, which is known beforehand where the blocks of a whole row of <paramref name="padded"/> divide it.
    /// </summary>
    protected static (string Width, string Measure) Across(int padded, string end, bool wholeRow, int block = BlockColumns) => padded <= block
        ? (Invariant.Of($"{padded}"), "")
        : wholeRow && padded % block == 0
            ? (Invariant.Of($"{block}"), "")
            : ("width", Invariant.Of($"int width = {Types.Math}.Min({block}, {end} - column);"));
}
