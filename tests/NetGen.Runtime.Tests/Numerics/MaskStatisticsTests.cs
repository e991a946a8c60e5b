using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>
/// Masks as a fit uses them, rows × columns for many steps. Each count is compared with that of fair, independent coins in standard
/// deviations z; |z| below 4.5 in the few hundred counts below leaves fair coins a chance of 1 in 500 to fail, and the numbers are fixed.
/// </summary>
public class MaskStatisticsTests
{
    private const int RowCount = 64, ColumnCount = 256, StepCount = 60;

    public static TheoryData<int, float> SeedsAndProbabilities => new()
    {
        { 0, 0.5f }, { 1, 0.5f }, { 2, 0.5f }, { -1, 0.5f }, { 123456789, 0.5f }, { 0, 0.8f }, { 1, 0.8f }, { int.MinValue, 0.1f },
    };

    [Theory]
    [MemberData(nameof(SeedsAndProbabilities))]
    public void The_share_of_kept_units_is_the_probability(int seed, float keep)
    {
        bool[][] masks = MasksOf(seed, 0, keep);

        AssertFair(masks.Sum(m => m.Count(b => b)), StepCount * RowCount * ColumnCount, keep, "all");
        for (int step = 0; step < StepCount; step++)
        {
            AssertFair(masks[step].Count(b => b), RowCount * ColumnCount, keep, $"step {step}");
        }
    }

    [Theory]
    [MemberData(nameof(SeedsAndProbabilities))]
    public void Units_rows_and_steps_each_get_their_share(int seed, float keep)
    {
        bool[][] masks = MasksOf(seed, 0, keep);

        // χ² over the units (each seen in all steps), as z.
        double deviation = 0;
        for (int unit = 0; unit < RowCount * ColumnCount; unit++)
        {
            double z = Z(masks.Count(m => m[unit]), StepCount, keep);
            deviation += z * z - 1;
        }

        // For a binomial the variance of z² is 2 + (1 − 6pq)/(n·pq).
        double pq = keep * (1.0 - keep), variance = 2 + (1 - 6 * pq) / (StepCount * pq);
        Assert.InRange(deviation / Math.Sqrt(RowCount * ColumnCount * variance), -4.5, 4.5);
    }

    [Theory]
    [MemberData(nameof(SeedsAndProbabilities))]
    public void Neighbors_in_every_direction_are_independent(int seed, float keep)
    {
        bool[][] masks = MasksOf(seed, 0, keep);
        foreach (int lag in new[] { 1, 2, 3, 4, 8, 16, 32, 64, 128 })
        {
            AssertIndependent(Pairs(masks, masks, columnLag: lag), keep, $"columns {lag} apart");
        }

        foreach (int lag in new[] { 1, 2, 3, 8, 32 })
        {
            AssertIndependent(Pairs(masks, masks, rowLag: lag), keep, $"rows {lag} apart");
            AssertIndependent(Pairs(masks[lag..], masks), keep, $"steps {lag} apart");
        }

        AssertIndependent(Pairs(masks, masks, rowLag: 1, columnLag: 1), keep, "diagonal");
        AssertIndependent(Pairs(masks[1..], masks, rowLag: 1), keep, "next row of the next step");
    }

    [Theory]
    [MemberData(nameof(SeedsAndProbabilities))]
    public void Layers_and_seeds_are_independent(int seed, float keep)
    {
        bool[][] masks = MasksOf(seed, 0, keep);
        AssertIndependent(Pairs(masks, MasksOf(seed, 1, keep)), keep, "next layer");
        AssertIndependent(Pairs(masks, MasksOf(seed, 2, keep)), keep, "layer after next");
        AssertIndependent(Pairs(masks, MasksOf(unchecked(seed + 1), 0, keep)), keep, "next seed");
        AssertIndependent(Pairs(masks[1..], MasksOf(seed, 1, keep)), keep, "next layer, one step off");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(123456789)]
    public void Runs_and_patterns_are_those_of_a_fair_coin(int seed)
    {
        bool[][] masks = MasksOf(seed, 0, 0.5f);
        long turns = 0, places = 0;
        int[] patterns = new int[256];
        foreach (bool[] mask in masks)
        {
            for (int i = 1; i < mask.Length; i++)
            {
                turns += mask[i] != mask[i - 1] ? 1 : 0;
                places++;
            }

            for (int i = 0; i < mask.Length; i += 8)
            {
                patterns[Enumerable.Range(0, 8).Sum(j => mask[i + j] ? 1 << j : 0)]++;
            }
        }

        AssertFair(turns, places, 0.5, "runs");
        double expected = patterns.Sum() / 256.0, chiSquare = patterns.Sum(n => (n - expected) * (n - expected) / expected);
        Assert.InRange((chiSquare - 255) / Math.Sqrt(2 * 255), -4, 4.5);
    }

    private static bool[][] MasksOf(int seed, int layer, float keep)
    {
        int threshold = Masks.Threshold(keep);
        return [.. Enumerable.Range(1, StepCount).Select(step =>
        {
            ulong key = Masks.Key(seed, layer, step);
            bool[] mask = new bool[RowCount * ColumnCount];
            for (int i = 0; i < mask.Length; i++)
            {
                mask[i] = Masks.IsKept(key, i / ColumnCount, i % ColumnCount, threshold);
            }

            return mask;
        })];
    }

    // How often a unit of one and the unit (rowLag, columnLag) further of the other are both kept, among how many pairs.
    private static (long Both, long First, long Second, long Count) Pairs(bool[][] one, bool[][] other, int rowLag = 0, int columnLag = 0)
    {
        long both = 0, first = 0, second = 0, count = 0;
        for (int step = 0; step < Math.Min(one.Length, other.Length); step++)
        {
            for (int row = rowLag; row < RowCount; row++)
            {
                for (int column = columnLag; column < ColumnCount; column++)
                {
                    bool a = one[step][row * ColumnCount + column];
                    bool b = other[step][(row - rowLag) * ColumnCount + column - columnLag];
                    both += a && b ? 1 : 0;
                    first += a ? 1 : 0;
                    second += b ? 1 : 0;
                    count++;
                }
            }
        }

        return (both, first, second, count);
    }

    // The covariance of two fair, independent coins over n pairs has mean 0 and standard deviation pq/√n.
    private static void AssertIndependent((long Both, long First, long Second, long Count) pairs, double keep, string what)
    {
        double n = pairs.Count, covariance = pairs.Both / n - keep * (pairs.First + pairs.Second) / n + keep * keep;
        double z = covariance * Math.Sqrt(n) / (keep * (1 - keep));
        Assert.True(Math.Abs(z) < 4.5, FormattableString.Invariant($"{what}: z = {z}"));
    }

    private static void AssertFair(long kept, long count, double keep, string what)
    {
        double z = Z(kept, count, keep);
        Assert.True(Math.Abs(z) < 4.5, FormattableString.Invariant($"{what}: z = {z}"));
    }

    private static double Z(long kept, long count, double keep) => (kept - count * keep) / Math.Sqrt(count * keep * (1 - keep));
}
