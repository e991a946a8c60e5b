using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// A row of several values, visited in runs of numbers that lie side by side in all of them: all of the row at once, or, where an image has a
/// border or padded channels, its lines or positions one after another; position by position too where a number for each channel is spread over
/// them. Numbers count on from run to run, so that masks do not depend on how a value lies.
/// </summary>
/// <param name="columns">Numbers of the row.</param>
/// <param name="length">Numbers of a run.</param>
internal sealed class RunLoop(int columns, int length)
{
    /// <summary>The row that a kernel's values have: position by position where a number for each channel is spread over an image.</summary>
    public static RunLoop Of(KernelText text, int columns) => new(columns, text.Kernel.Body.FirstOrDefault(node => node.SpreadsChannels) is { } spread
        ? spread.Type.Channels
        : text.Kernel.IsInRuns
            ? Layout.CommonRun(text.Kernel.Reads.Concat(text.Kernel.Written).Where(node => node.Type.Columns == columns && node.Type.Space == Space.Batch).Select(text.LayoutOf))
            : columns);

    /// <summary>Numbers of a run.</summary>
    public int Length => length;

    /// <summary>Runs of a row.</summary>
    public int Count => columns / length;

    /// <summary>The number that the lanes begin with, <c>c</c> within its run.</summary>
    public string Column => Count == 1 ? "c" : Invariant.Of($"run * {length} + c");

    /// <summary>The statement that a number of a run is visited by, for every run.</summary>
    public string Loop(string body) => Count == 1 ? body : CSharpWriter.Code($$"""
        for (int run = 0; run < {{Invariant.Of($"{Count}")}}; run++)
        {
            {{body}}
        }
        """);

    /// <summary>The floats from the beginning of a row to a number of a run: C# for a column <paramref name="within"/> it.</summary>
    public string At(Layout layout, string within, string run = "run")
    {
        string[] terms = [layout.Start == 0 ? "" : Invariant.Of($"{layout.Start}"), Run(layout, run), within == "0" ? "" : within];
        return string.Join(" + ", terms.Where(term => term.Length > 0)) is { Length: > 0 } sum ? sum : "0";
    }

    /// <summary>
    /// The statement that stores a vector of a run. Past the end of the run, it stores 0 where that is padding or border, and nothing where
    /// the floats belong to the next run, or to the next row, which may be another thread's.
    /// </summary>
    public string Store(KernelText text, Node node, Expression value, string index)
    {
        string reference = text.Reference(node), left = Invariant.Of($"{length} - c");
        return length % Lanes.Count == 0 || (Count == 1 && text.LayoutOf(node).IsOneRun) ? $"V.Store({value}, ref {reference}, {index});"
            : text.LayoutOf(node).RunLength == length ? $"V.Store({Types.Vectors}.FirstLanes<V>({left}) & {value.Inside(3)}, ref {reference}, {index});"
            : $"{Types.Vectors}.StoreFirst({value}, {left}, ref {reference}, {index});";
    }

    private string Run(Layout layout, string run)
    {
        int line = layout.Width * layout.Channels;
        return Count == 1 || run == "0" ? ""
            : length == line ? Invariant.Of($"{run} * {layout.LineStride}")
            : layout.LineStride == layout.Width * layout.PositionStride ? Invariant.Of($"{run} * {layout.PositionStride}")
            : Invariant.Of($"{run} / {layout.Width} * {layout.LineStride} + {run} % {layout.Width} * {layout.PositionStride}");
    }
}
