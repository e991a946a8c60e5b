using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What emitted <c>TrainStep</c> and <c>Predict</c> do with a caller's spans: check what is given and copy it into the batch, copy predictions out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
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

    /// <summary>
    /// Checks the rows of an input that is to be predicted or attacked: their number and, where they make several batches, that every feature
    /// is finite and in its declared range, so that nothing is written if one is not. Those of a single batch are checked by <see cref="FillInput"/>.
    /// </summary>
    /// <exception cref="ArgumentException">They do not fit; the first wrong one is named.</exception>
    public static void CheckInput(NetworkMemory memory, int input, ReadOnlySpan<float> values, int rows, string argument)
    {
        InputInfo info = memory.Schema.Inputs[input];
        CheckLength(values.Length, rows, info.Size, argument);
        if (rows > memory.Schema.BatchSize)
        {
            RequireFeatures(values, info, argument);
        }
    }

    /// <summary>The same of class labels.</summary>
    /// <exception cref="ArgumentException">They do not fit; the first wrong one is named.</exception>
    public static void CheckLabels(NetworkMemory memory, int head, ReadOnlySpan<int> labels, int rows, string argument)
    {
        CheckLength(labels.Length, rows, 1, argument);
        if (rows > memory.Schema.BatchSize)
        {
            RequireLabels(labels, memory.Schema.Heads[head].Units, argument);
        }
    }

    /// <summary>The same of float targets.</summary>
    /// <exception cref="ArgumentException">They do not fit; the first wrong one is named.</exception>
    public static void CheckTarget(NetworkMemory memory, int head, ReadOnlySpan<float> targets, int rows, string argument)
    {
        HeadInfo info = memory.Schema.Heads[head];
        CheckLength(targets.Length, rows, info.Units, argument);
        if (rows > memory.Schema.BatchSize)
        {
            RequireTargets(targets, info.Units, info.Rule, argument);
        }
    }

    /// <summary>Checks the length of a span that takes predictions.</summary>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void CheckPrediction(NetworkMemory memory, int head, ReadOnlySpan<float> values, int rows, string argument) =>
        CheckLength(values.Length, rows, memory.Schema.Heads[head].Units, argument);

    /// <summary>Checks that two spans that take results share no memory.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public static void CheckApart(ReadOnlySpan<float> result, ReadOnlySpan<float> other, string argument, string otherArgument)
    {
        if (result.Overlaps(other))
        {
            throw new ArgumentException($"{argument} shares memory with {otherArgument}; each needs room of its own.", argument);
        }
    }

    /// <summary>
    /// Checks that a span that takes results does not overlap in part what is read batch after batch: the results of one batch would
    /// overwrite rows of the next. Results in the place of what is read are fine, for each batch is copied before its results are.
    /// </summary>
    /// <exception cref="ArgumentException">It does.</exception>
    public static void CheckApartOrSame(ReadOnlySpan<float> result, ReadOnlySpan<float> given, string argument, string givenArgument)
    {
        if (result.Overlaps(given) && result != given)
        {
            throw new ArgumentException($"{argument} shares a part of its memory with {givenArgument}; it must be the same span, or share nothing.", argument);
        }
    }

    /// <summary>Checks an input's rows, their number and that every feature is finite and in its declared range, and copies them into the batch.</summary>
    /// <exception cref="ArgumentException">They do not fit; the first wrong one is named.</exception>
    public static void FillInput(NetworkMemory memory, Team team, int input, ReadOnlySpan<float> values, int rows, string argument)
    {
        InputInfo info = memory.Schema.Inputs[input];
        CheckLength(values.Length, rows, info.Size, argument);
        while (!memory.Copying.Run(team, values, info.Size, memory.Current.InputRows(input), info.Stride, ValueRule.Feature, info.Min, info.Max))
        {
            RequireFeatures(values, info, argument);
        }
    }

    /// <summary>Checks class labels, their number and range, and copies them into the batch.</summary>
    /// <exception cref="ArgumentException">They do not fit; the first wrong one is named.</exception>
    public static void FillLabels(NetworkMemory memory, int head, ReadOnlySpan<int> labels, int rows, string argument)
    {
        CheckLength(labels.Length, rows, 1, argument);
        RequireLabels(labels, memory.Schema.Heads[head].Units, argument);
        labels.CopyTo(memory.Labels(head));
    }

    /// <summary>
    /// Checks float targets, their number and that each is finite or NaN (missing), for binary cross-entropy in [0, 1], and copies them into
    /// the batch.
    /// </summary>
    /// <exception cref="ArgumentException">They do not fit; the first wrong one is named.</exception>
    public static void FillTarget(NetworkMemory memory, Team team, int head, ReadOnlySpan<float> targets, int rows, string argument)
    {
        HeadInfo info = memory.Schema.Heads[head];
        CheckLength(targets.Length, rows, info.Units, argument);
        ValueRule rule = info.Rule;
        while (!memory.Copying.Run(team, targets, info.Units, memory.Current.TargetRows(head), info.TargetStride, rule))
        {
            RequireTargets(targets, info.Units, rule, argument);
        }
    }

    /// <summary>Checks that no target is missing, before a step that blends the targets of two rows.</summary>
    /// <exception cref="ArgumentException">One is; the first is named.</exception>
    public static void RequireEveryTarget(NetworkMemory memory, int head, ReadOnlySpan<float> targets, string argument)
    {
        HeadInfo info = memory.Schema.Heads[head];
        if (targets.IndexOf(float.NaN) is >= 0 and var i)
        {
            throw Fault(argument, targets[i], $"row {i / info.Units}, position {i % info.Units}; mixup and CutMix blend the targets of two rows, so {info.Name} needs one in every row: leave such rows out, or remove [Mixup] or [CutMix] (α = 0 still reads both)");
        }
    }

    /// <summary>Checks the length of a span that takes one number for each feature: adversarial rows, or a gradient.</summary>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public static void CheckRoom(NetworkMemory memory, int input, ReadOnlySpan<float> values, int rows, string argument) =>
        CheckLength(values.Length, rows, memory.Schema.Inputs[input].Size, argument);

    /// <summary>Copies an input's rows out of the batch, as an attack left them.</summary>
    public static void ReadInput(NetworkMemory memory, int input, Span<float> values, int rows)
    {
        InputInfo info = memory.Schema.Inputs[input];
        CopyRows(memory.Current.InputRows(input), info.Stride, values, info.Size, info.Size, rows);
    }

    /// <summary>Checks the number of a step whose augmentations are to be shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static void CheckStep(long step, string argument)
    {
        if (step < 0)
        {
            throw new ArgumentOutOfRangeException(argument, step, $"{argument} is {step.ToString(CultureInfo.InvariantCulture)}; it is the number of updates made before the step, 0 or more.");
        }
    }

    /// <summary>Copies an input's rows as training sees them out of the memory of training.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="input">Which input.</param>
    /// <param name="offset">Where its augmented rows lie.</param>
    /// <param name="values">Takes them.</param>
    /// <param name="rows">How many.</param>
    public static void ReadAugmented(NetworkMemory memory, int input, int offset, Span<float> values, int rows)
    {
        InputInfo info = memory.Schema.Inputs[input];
        CopyRows(memory.TrainingRows(offset, rows * info.Stride), info.Stride, values, info.Size, info.Size, rows);
    }

    /// <summary>Copies the gradient toward an input out of the attack's memory.</summary>
    public static void ReadGradient(NetworkMemory memory, int input, Span<float> values, int rows)
    {
        InputInfo info = memory.Schema.Inputs[input];
        CopyRows(memory.GradientRows(input), info.Stride, values, info.Size, info.Size, rows);
    }

    /// <summary>Copies predictions out of the batch.</summary>
    public static void ReadPrediction(NetworkMemory memory, int head, Span<float> values, int rows)
    {
        HeadInfo info = memory.Schema.Heads[head];
        CopyRows(memory.PredictionRows(head), info.PredictionStride, values, info.Units, info.Units, rows);
    }

    /// <summary>Copies the first <paramref name="width"/> numbers of each row; rows that are packed alike go at once.</summary>
    internal static void CopyRows(ReadOnlySpan<float> from, int fromStride, Span<float> to, int toStride, int width, int rows)
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

    private static void RequireFeatures(ReadOnlySpan<float> values, InputInfo info, string argument)
    {
        if (info.FirstFault(values) is >= 0 and var i)
        {
            throw Fault(argument, values[i], $"row {i / info.Size}, position {i % info.Size}; features must be {info.Allowed}");
        }
    }

    private static void RequireLabels(ReadOnlySpan<int> labels, int classes, string argument)
    {
        if (ValueChecks.FirstNoLabel(labels, classes) is >= 0 and var i)
        {
            throw Fault(argument, labels[i], $"row {i}; a label is 0..{classes - 1}, or −1 where it is missing");
        }
    }

    private static void RequireTargets(ReadOnlySpan<float> targets, int width, ValueRule rule, string argument)
    {
        if (ValueChecks.First(rule, targets) is >= 0 and var i)
        {
            string allowed = rule == ValueRule.Probability ? "in [0, 1]" : "finite";
            throw Fault(argument, targets[i], $"row {i / width}, position {i % width}; a target is {allowed}, or NaN where it is missing");
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
