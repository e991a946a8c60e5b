namespace NetGen.Numerics.Tests;

public sealed class AllPairsTests
{
    [Fact]
    public void Every_two_choices_meet_in_some_row_and_rows_are_few()
    {
        int[] sizes = [5, 2, 7, 1, 3];
        IReadOnlyList<int[]> rows = AllPairs.Of(sizes);
        for (int i = 0; i < sizes.Length; i++)
        {
            for (int j = i + 1; j < sizes.Length; j++)
            {
                Assert.Equal(sizes[i] * sizes[j], rows.Select(row => (row[i], row[j])).Distinct().Count());
            }
        }

        Assert.All(rows, row => Assert.All(row.Zip(sizes), pair => Assert.InRange(pair.First, 0, pair.Second - 1)));
        Assert.InRange(rows.Count, 35, 60);
    }
}
