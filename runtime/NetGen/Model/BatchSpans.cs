using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>What emitted <c>TrainStep</c> and <c>Predict</c> do with a caller's spans: check all of them first, then copy rows in and out.</summary>
public static partial class BatchSpans
{
    /// <summary>The number of rows in a span.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="width">Numbers per row.</param>
    /// <param name="most">The most rows allowed.</param>
    /// <param name="argument">The caller's parameter.</param>
    /// <exception cref="ArgumentException">The span is empty, ends within a row, or has too many rows.</exception>
    public static int Rows(int length, int width, int most, string argument)
    {
        int rows = length / width;
        if (length == 0 || length % width != 0)
        {
            throw new ArgumentException($"{argument} has {length} numbers; it needs one or more rows of {width}.", argument);
        }

        return rows <= most
            ? rows
            : throw new ArgumentException($"{argument} has {rows} rows; a batch takes at most {most} (BatchSize).", argument);
    }

    /// <summary>Checks an input's rows: their number, and that every feature is finite.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void CheckInput(NetworkMemory memory, int input, ReadOnlySpan<float> values, int rows, string argument)
    {
        int width = memory.Schema.Inputs[input].Size;
        CheckLength(values.Length, rows, width, argument);
        if (ValueChecks.FirstNotFinite(values) is >= 0 and var i)
        {
            throw Fault(argument, values[i], $"row {i / width}, position {i % width}; features must be finite");
        }
    }

    /// <summary>Checks class labels: their number and range.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static void CheckLabels(NetworkMemory memory, int head, ReadOnlySpan<int> labels, int rows, string argument)
    {
        CheckLength(labels.Length, rows, 1, argument);
        int classes = memory.Schema.Heads[head].Units;
        if (ValueChecks.FirstNoLabel(labels, classes) is >= 0 and var i)
        {
            throw Fault(argument, labels[i], $"row {i}; a label is 0..{classes - 1}, or −1 where it is missing");
        }
    }

    /// <summary>Checks float targets: their number, and that each is finite or NaN (missing); for binary cross-entropy, in [0, 1].</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static void CheckTarget(NetworkMemory memory, int head, ReadOnlySpan<float> targets, int rows, string argument)
    {
        HeadInfo info = memory.Schema.Heads[head];
        CheckLength(targets.Length, rows, info.Units, argument);
        bool isProbability = info.Loss == LossKind.BinaryCrossEntropy;
        if ((isProbability ? ValueChecks.FirstNoProbability(targets) : ValueChecks.FirstInfinite(targets)) is >= 0 and var i)
        {
            string allowed = isProbability ? "in [0, 1]" : "finite";
            throw Fault(argument, targets[i], $"row {i / info.Units}, position {i % info.Units}; a target is {allowed}, or NaN where it is missing");
        }
    }

    /// <summary>Checks the length of a span that takes predictions.</summary>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void CheckPrediction(NetworkMemory memory, int head, ReadOnlySpan<float> values, int rows, string argument) =>
        CheckLength(values.Length, rows, memory.Schema.Heads[head].Units, argument);

    /// <summary>Copies rows of an input into the batch.</summary>
    public static void FillInput(NetworkMemory memory, int input, ReadOnlySpan<float> values, int rows)
    {
        InputInfo info = memory.Schema.Inputs[input];
        CopyRows(values, info.Size, memory.Current.InputRows(input), info.Stride, info.Size, rows);
    }

    /// <summary>Copies labels into the batch.</summary>
    public static void FillLabels(NetworkMemory memory, int head, ReadOnlySpan<int> labels) => labels.CopyTo(memory.Labels(head));

    /// <summary>Copies rows of float targets into the batch.</summary>
    public static void FillTarget(NetworkMemory memory, int head, ReadOnlySpan<float> targets, int rows)
    {
        HeadInfo info = memory.Schema.Heads[head];
        CopyRows(targets, info.Units, memory.Current.TargetRows(head), info.TargetStride, info.Units, rows);
    }

    /// <summary>Copies predictions out of the batch.</summary>
    public static void ReadPrediction(NetworkMemory memory, int head, Span<float> values, int rows)
    {
        HeadInfo info = memory.Schema.Heads[head];
        CopyRows(memory.PredictionRows(head), info.PredictionStride, values, info.Units, info.Units, rows);
    }

    /// <summary>Copies the first <paramref name="width"/> numbers of each row; rows that are packed alike go at once.</summary>
    private static void CopyRows(ReadOnlySpan<float> from, int fromStride, Span<float> to, int toStride, int width, int rows)
    {
        if (fromStride == toStride)
        {
            from[..(rows * fromStride)].CopyTo(to);
            return;
        }

        for (int r = 0; r < rows; r++)
        {
            from.Slice(r * fromStride, width).CopyTo(to[(r * toStride)..]);
        }
    }

    private static ArgumentException Fault<T>(string argument, T value, string placeAndRule) where T : IFormattable =>
        new($"{argument} is {value.ToString(null, CultureInfo.InvariantCulture)} at {placeAndRule}.", argument);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckLength(int length, int rows, int width, string argument)
    {
        if (length != rows * width)
        {
            throw new ArgumentException($"{argument} has {length} numbers; {rows} rows of {width} make {rows * width}.", argument);
        }
    }
}
