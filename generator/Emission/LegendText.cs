using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>What a reader of kernels should know once: a line above the class for each word that its file uses.</summary>
internal static class LegendText
{
    private static readonly (string Use, string Line)[] Entries =
    [
        ("V.Load(", "V: a vector of 16, 8 or 4 floats, whichever the network computes with. V.Load, V.Store and V.Splat move V.Count floats."),
        ("worker.", "worker: one of the threads, which all run the same method."),
        ("worker.StaticRange(", "worker.StaticRange(total, unit): its range of 0..total, in whole units."),
        ("worker.StealableRanges(", "worker.StealableRanges(total, unit): the ranges of 0..total that it computes, first of its own part, then of what slower threads have left of theirs."),
        ("stride:", "new(ref first, stride: n): a matrix by its first element, its rows n floats apart."),
        ("Strided.Transposed(", "Strided.Transposed(ref first, stride: n): the transpose of such a matrix."),
        ("Tiles.Product<",
            "Tiles.Product(new(height, width, depth), a, b, c): c [height, width] = a [height, depth] · b [depth, width], summed in registers."),
        ("Tiles.Accumulate<", "Tiles.Accumulate(beta, new(height, width, depth), a, b, c): c = beta·c + a·b, likewise."),
        ("Tiles.Prefetch(", "Tiles.Prefetch(rows, w): asks for 16 columns of w, which will be updated when the products are there."),
        ("SparseTiles.Mark<", "SparseTiles.Mark(rows, depth, a, marks): a bit for each element of a [rows, depth], set where it is not 0."),
        ("SparseTiles.Product<", "SparseTiles.Product(new(height, width, depth), a, its marks, b, c): c = a·b, without the terms in which a is 0."),
        ("SparseTiles.Accumulate<", "SparseTiles.Accumulate(beta, new(height, width, depth), a, its marks, b, c): c = beta·c + a·b, likewise."),
        ("Tiles.Row<", "Tiles.Row(width, depth, a, b, c): c [width] = a [depth] · b [depth, width], for a single row a."),
        ("Panels.Transpose<", "Panels.Transpose(w, rows, columns, panel): panel = wᵀ, to be read row by row."),
        ("Panels.Copy<", "Panels.Copy(w, rows, columns, panel): panel = w, its rows one after the other."),
        ("Vectors.Flush(", "Vectors.Flush(x, e): x, and 0 where |x| < 2ᵉ, before it dwindles to subnormal numbers, which are slow."),
        ("Vectors.Squarable(", "Vectors.Squarable(g): g, and 0 where |g| < 2⁻⁵⁰, ±2⁶³ beyond that: its square is neither subnormal nor infinite."),
        ("Vectors.Project(", "Vectors.Project(x′, x, ε): x′, but no farther than ε from x."),
        ("Vectors.SoftThreshold(", "Vectors.SoftThreshold(x, t): x, nearer to 0 by t, and 0 where |x| ≤ t."),
        ("Norms.InverseOfRows<", "Norms.InverseOfRows(w, columns, its step to the next row, first, last, n): n = 1/‖row‖ for each row, 0 for a row of zeros."),
        ("Norms.LimitColumns<", "Norms.LimitColumns(w, rows, its step to the next row, first, last, c, scratch): columns longer than c become as long as c."),
        ("Norms.SquaresOfBlocks<", "Norms.SquaresOfBlocks(x, length, first, last, s): s = Σx² of each block of 4096; Norms.OfBlocks adds them up, in their order, or in double what overflowed."),
        ("FirstLanes<", "FirstLanes(m) & x: x in the first m lanes, 0 in the others, the padding of a row."),
        ("BlockSum<", "BlockSum: a sum of sums of 1024 rows, which merge in a binary tree, the same on any number of threads."),
        ("LaneSum<", "LaneSum: a sum along a row, in sixteen lanes and in one order, whatever V is."),
    ];

    /// <summary>The lines for a file's members, in which types are still marks.</summary>
    public static string Of(string members) =>
        CSharpWriter.Lines(Entries.Where(e => Uses(members, e.Use) || (Marked(e.Use) is { } marked && Uses(members, marked))).Select(e => $"// {e.Line}"));

    /// <summary>The word as templates write it, its type a mark; null where it begins with no type.</summary>
    private static string? Marked(string use)
    {
        string type = use.Split('.', '<')[0];
        return Types.ByName.TryGetValue(type, out TypeName? known) ? known + use.Substring(type.Length) : null;
    }

    /// <summary>Whether a word is there, and not only as the end of another.</summary>
    private static bool Uses(string members, string use)
    {
        int at = members.IndexOf(use, StringComparison.Ordinal);
        while (at > 0 && char.IsLetterOrDigit(members[at - 1]))
        {
            at = members.IndexOf(use, at + 1, StringComparison.Ordinal);
        }

        return at >= 0;
    }
}
