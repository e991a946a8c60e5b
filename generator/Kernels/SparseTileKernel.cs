using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Forward and backward-input where most elements of x or of dz are 0, as behind ReLU and dropout: those that are not are marked, and only
/// they are multiplied.
/// </summary>
internal sealed class SparseTileKernel : TileKernel
{
    /// <summary>Up to this share of elements that are not 0 it pays at every width of vectors; at a half, tiles are as fast.</summary>
    public const double MostDensity = 0.35;

    /// <summary>What a multiplication costs, in those of a tile: for each, a row of b is read anew.</summary>
    public const double Multiplication = 1.8;

    /// <summary>Columns of a block at most: eight vectors of 512 bits, of which 64 rows fill half a first-level cache.</summary>
    public const int MostColumns = 128;

    public override string TitleOf(Kernel kernel) => $"{base.TitleOf(kernel)}, zeros left out";

    public override bool AppliesTo(Kernel kernel) => base.AppliesTo(kernel) && kernel is { Density: <= MostDensity, PartitionedBy: Partitioning.Columns, IsSingleRow: false, IsInRuns: false };

    public override long CostOf(Kernel kernel) => (long)(base.CostOf(kernel) * kernel.Density * Multiplication);

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [.. base.ScratchOf(kernel), new("Marks", kernel.BatchSize * MarksOf(kernel.Root!.Operands[0].Type.Columns), "a bit for each element of a matrix: whether it is not 0")];

    /// <summary>Blocks of equal width, as wide as may be.</summary>
    public static int Even(int columns)
    {
        int padded = Lanes.Padded(columns), blocks = (padded + MostColumns - 1) / MostColumns;
        return Lanes.Padded((padded + blocks - 1) / blocks);
    }

    /// <summary>Floats in whose place the marks of a row lie: two for 64 of them.</summary>
    public static int MarksOf(int columns) => 2 * ((columns + 63) / 64);

    /// <summary>A row is computed by itself, so that a block need not fill register tiles; there are more of them to share.</summary>
    protected override int Height => 16;

    protected override bool Packs(Kernel kernel) => false;

    protected override int WidthOf(int columns) => Even(columns);

    protected override string Before(KernelText text, Node a, int depth) =>
        Invariant.Of($"{Types.SparseTiles}.Mark<V>(rows, depth: {depth}, {RowsAt(text.At(a, "0"), text.LayoutOf(a).Stride)}, ref {text.Scratch("Marks")});");

    protected override string Multiply(KernelText text, string width, Node a, Func<string, string> right, string target)
    {
        string w = right("0");
        return CSharpWriter.Code($$"""
            {{Types.SparseTiles}}.Product<V>(
                {{Shape("height", width, Invariant.Of($"{a.Type.Columns}"))}},
                {{RowsAt(text.At(a, Index("row", text.LayoutOf(a).Stride, "0")), text.LayoutOf(a).Stride)}},
                {{Invariant.Of($"ref {Types.Unsafe}.Add(ref {text.Scratch("Marks")}, row * {MarksOf(a.Type.Columns)})")}},
                {{w}},
                {{target}});
            """);
    }
}
