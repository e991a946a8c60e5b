using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>One way to write a kernel: when it applies, and its C#.</summary>
internal abstract class KernelTemplate
{
    /// <summary>All of them; <see cref="ChooseKernels"/> takes the cheapest that applies.</summary>
    public static readonly KernelTemplate[] All = [new TileKernel(), new SingleRowKernel(), new WeightTileKernel(), new ColumnSumKernel(), new ParameterKernel(), new RowNormKernel(), new MaxNormKernel(), new GlobalNormKernel(), new RowKernel()];

    /// <summary>What the reader calls it: <c>24×32 blocks</c>.</summary>
    public abstract string TitleOf(Kernel kernel);

    public abstract bool AppliesTo(Kernel kernel);

    /// <summary>Rows of the block of output that one call computes: whole register tiles of 12 rows and of 6, so of every width.</summary>
    public const int BlockRows = 24;

    /// <summary>Its static cost for each row of the batch, in vector operations.</summary>
    public virtual long CostOf(Kernel kernel) => kernel.Body.Sum(node => node.Op is ContractionOp
        ? (long)node.Operands[0].Type.Columns * Layout.Padded(node.Operands[1].Type.Columns) / Layout.Lanes
        : Layout.Padded(node.Type.Columns) / Layout.Lanes);

    /// <summary>Whether it is told how many rows the batch has.</summary>
    public virtual bool TakesRows => true;

    /// <summary>The body of the method, with the declarations it begins with.</summary>
    public abstract string Body(KernelText text);

    /// <summary>The whole method.</summary>
    public static string Method(Plan plan, Kernel kernel)
    {
        string body = kernel.Template.Body(new KernelText(plan, kernel));
        return CSharpWriter.Code($$"""
            {{CSharpWriter.Comment(FormulaText.Of(kernel))}}
            [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
            private void {{kernel.Name}}<V>({{(kernel.Template.TakesRows ? "int rows, " : "")}}Worker worker)
                where V : struct, IFloats<V>
            {
                {{body}}
            }
            """);
    }

    /// <summary>The element-wise work of a kernel: all but its root.</summary>
    protected static IReadOnlyList<Node> Epilogue(Kernel kernel) => [.. kernel.Body.Where(n => n != kernel.Root)];

    /// <summary>Columns of a block: 32, or 16 where there are no more.</summary>
    protected static string BlockWidth(int columns) => Layout.Padded(columns) == 16 ? "16" : "32";

    /// <summary>A loop over the columns of a row, a vector at a time.</summary>
    protected static string Columns(string from, string to, string body) => CSharpWriter.Code($$"""
        for (int c = {{from}}; c < {{to}}; c += V.Count)
        {
            {{body}}
        }
        """);

    /// <summary>C# for index·stride + column, without idle factors.</summary>
    protected static string Index(string row, int stride, string column) => column == "0" ? Text.Of($"{row} * {stride}") : Text.Of($"{row} * {stride} + {column}");

    /// <summary>How many of <paramref name="total"/> a tile of <paramref name="size"/> covers at <paramref name="at"/>: a literal where it divides.</summary>
    protected static string Part(int total, int size, string at) => total % size == 0 ? Text.Of($"{size}") : total < size ? Text.Of($"{total}") : Text.Of($"Math.Min({size}, {total} - {at})");
}
