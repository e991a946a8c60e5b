namespace NetGen.Tests.EndToEnd;

/// <summary>Steps of size 0 leave an attack where it started: uniformly distributed in the cube of all that is within ε.</summary>
public sealed class RandomStartTests
{
    private const int Rows = 400, Columns = 50, Count = Rows * Columns;

    /// <summary>Like the features a power of two: a sum of the two that is rounded stays within ε.</summary>
    private const float Epsilon = 0.125f;

    private static readonly double[] Moves = Start();

    [Fact]
    public void It_is_within_epsilon_of_the_row() => Assert.All(Moves, move => Assert.InRange(move, -Epsilon, Epsilon));

    [Fact]
    public void Its_mean_is_the_row()
    {
        // The standard error of the mean of Count numbers of variance ε²/3.
        double error = Epsilon / Math.Sqrt(3.0 * Count);
        Assert.InRange(Moves.Average(), -4 * error, 4 * error);
    }

    [Fact]
    public void Its_variance_is_a_third_of_the_square_of_epsilon()
    {
        // u² has variance ε⁴/5 − (ε²/3)² = 4ε⁴/45.
        double square = Epsilon * Epsilon, error = square * Math.Sqrt(4.0 / 45 / Count);
        Assert.InRange(Moves.Average(u => u * u), square / 3 - 4 * error, square / 3 + 4 * error);
    }

    [Fact]
    public void Each_twentieth_of_the_range_gets_its_share()
    {
        const int Bins = 20;
        int[] counts = new int[Bins];
        foreach (double move in Moves)
        {
            counts[Math.Min((int)((move / Epsilon + 1) / 2 * Bins), Bins - 1)]++;
        }

        double expected = (double)Count / Bins, error = Math.Sqrt(expected * (1 - 1.0 / Bins));
        Assert.All(counts, count => Assert.InRange(count, expected - 4 * error, expected + 4 * error));
    }

    [Fact]
    public void Neither_neighboring_features_nor_neighboring_rows_move_together()
    {
        // The mean of Count products of independent moves has variance (ε²/3)²/Count.
        double error = Epsilon * Epsilon / 3 / Math.Sqrt(Count - Columns);
        foreach (int distance in new[] { 1, Columns })
        {
            Assert.InRange(Enumerable.Range(0, Count - distance).Average(i => Moves[i] * Moves[i + distance]), -4 * error, 4 * error);
        }
    }

    private static double[] Start()
    {
        using var network = new Flat(seed: 1);
        float[] place = [.. Enumerable.Repeat(1f, Count)], moved = new float[Count];
        network.Pgd(place, new float[Rows], Epsilon, stepSize: 0, steps: 1, moved, randomStart: 11);
        return [.. moved.Zip(place, (to, from) => (double)to - from)];
    }
}
