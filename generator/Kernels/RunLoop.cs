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
    public string Column => Count == 1 ? "c" : Address.Sum(Address.Times("run", length), "c");

    /// <summary>The statement that a number of a run is visited by, for every run.</summary>
    public string Loop(string body) => CountedLoop.Of("run", Count, _ => body);

    /// <summary>The floats from the beginning of a row to a number of a run: C# for a column <paramref name="within"/> it.</summary>
    public string At(Layout layout, string within, string run = "run") =>
        Address.Sum(Invariant.Of($"{layout.Start}"), Run(layout, run), within);

    /// <summary>
    /// The statement that stores a vector of a run. Past the end of the run, it stores 0 where that is padding or border, and nothing where
    /// the floats belong to the next run, or to the next row, which may be another thread's. A row that is one run may keep there what was
    /// computed of nothing.
    /// </summary>
    /// <param name="text">The kernel's text.</param>
    /// <param name="node">What is stored.</param>
    /// <param name="value">The vector.</param>
    /// <param name="index">Where it goes.</param>
    /// <param name="isClean">Whether a row that is one run gets zeros past its end too.</param>
    public string Store(KernelText text, Node node, Expression value, string index, bool isClean = false)
    {
        string reference = text.Reference(node), left = Invariant.Of($"{length} - c");
        bool isRow = Count == 1 && text.LayoutOf(node).IsOneRun;
        return length % Lanes.Count == 0 || (isRow && !isClean) ? $"V.Store({value}, ref {reference}, {index});"
            : isRow || text.LayoutOf(node).RunLength == length ? $"V.Store({Types.Vectors}.FirstLanes<V>({left}) & {value.Inside(3)}, ref {reference}, {index});"
            : $"{Types.Vectors}.StoreFirst({value}, {left}, ref {reference}, {index});";
    }

    private string Run(Layout layout, string run)
    {
        return Count == 1 || run == "0" ? ""
            : length == layout.Width * layout.Channels ? Address.Times(run, layout.LineStride)
            : Address.OfPosition(layout, run);
    }
}
