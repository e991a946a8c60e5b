namespace NetGen.Numerics.Tests;

/// <summary>
/// Whether float results are the double ones up to rounding. A float carries 2⁻²⁴ of relative error; a sum of k terms in any order loses
/// at most k·2⁻²⁴ of the sum of their magnitudes and typically √k·2⁻²⁴, k ≤ 257 here, through at most four layers there and back:
/// some 10⁻⁶ of the largest value of a tensor. Within a tensor the bound is absolute, as small elements are small by cancellation.
/// A parameter differs by the error of its moves, relative to how far it moved, and by the rounding of the parameter itself; measured
/// against the move, not against the parameter, a factor of 1 % on a small penalty shows.
/// </summary>
internal static class Agreement
{
    /// <summary>Of the largest value of a tensor, or of the longest way a parameter went.</summary>
    public const double Relative = 2e-5;

    /// <summary>Of the parameter itself: four roundings.</summary>
    public const double Rounding = 4.0 / (1 << 24);

    /// <summary>A loss nearer to 0 than this is the square of a difference in which most digits canceled; its error is as large as this one's.</summary>
    private const double SmallLoss = 0.01;

    /// <summary>A sum that is alone in its tensor may be all that cancellation left; its error is as large as this one's.</summary>
    private const double SmallSum = 5e-4;

    /// <summary>Null if the values agree, else what differs.</summary>
    public static string? Difference(string name, Tensor expected, Tensor actual, Tensor? start = null)
    {
        if ((expected.Rows, expected.Columns) != (actual.Rows, actual.Columns))
        {
            return $"{name}: [{actual.Rows}, {actual.Columns}] instead of [{expected.Rows}, {expected.Columns}]";
        }

        double longest = name.Contains("loss ", StringComparison.Ordinal) ? SmallLoss : expected.Values.Length == 1 ? SmallSum : 0, largest = 0;
        for (int i = 0; i < expected.Values.Length && !double.IsNaN(expected.Values[i]); i++)
        {
            largest = Math.Max(largest, Math.Abs(expected.Values[i]));
            longest = Math.Max(longest, Math.Abs(expected.Values[i] - (start?.Values[i] ?? 0)));
        }

        double allowed = Relative * longest + Rounding * largest + 1e-9;
        for (int i = 0; i < expected.Values.Length; i++)
        {
            if (!(double.IsNaN(expected.Values[i]) && double.IsNaN(actual.Values[i])) && !(Math.Abs(expected.Values[i] - actual.Values[i]) <= allowed))
            {
                return $"{name}[{i / expected.Columns}, {i % expected.Columns}]: {actual.Values[i]:R} instead of {expected.Values[i]:R} ± {allowed:G2}";
            }
        }

        return null;
    }

    /// <summary>The same of all values of two snapshots. Parameters are compared by their way from <paramref name="start"/>.</summary>
    public static string? Difference(Snapshot expected, Snapshot actual, Snapshot start) =>
        !expected.Values.Keys.ToHashSet().SetEquals(actual.Values.Keys)
            ? $"{string.Join(" ", actual.Values.Keys)} instead of {string.Join(" ", expected.Values.Keys)}"
            : expected.Values
                .Select(e => Difference(e.Key, e.Value, actual.Values[e.Key], start.Values.GetValueOrDefault(e.Key)))
                .FirstOrDefault(d => d is not null);

    /// <summary>The same of predictions and row losses.</summary>
    public static string? Difference(Outcome expected, Outcome actual) =>
        expected.Predictions.Select(p => Difference("prediction " + p.Key, p.Value, actual.Predictions[p.Key]))
            .Concat(expected.RowLosses.Select(l => Difference("row loss " + l.Key, l.Value, actual.RowLosses[l.Key])))
            .FirstOrDefault(d => d is not null);
}
