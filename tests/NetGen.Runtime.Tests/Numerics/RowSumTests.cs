using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class RowSumTests
{
    private const double Rounding = 1.0 / (1 << 24);

    [Fact]
    public void A_million_rows_are_summed_to_a_few_roundings_and_one_after_another_to_many()
    {
        float[] values = Random(1_000_000);
        double exact = values.Sum(v => (double)v);

        Assert.InRange(Math.Abs(Rows.Sum(ref values[0], values.Length) - exact), 0, 4 * Rounding * exact);
        Assert.InRange(Math.Abs(InOrder(values) - exact), 20 * Rounding * exact, exact);
    }

    [Fact]
    public void The_weights_of_a_million_labels_err_by_no_more_than_a_block_and_its_tree_can()
    {
        float[] weights = [0.1f, 0.3f, 0.7f];
        var random = new Random(8);
        int[] labels = [.. Enumerable.Range(0, 1_000_000).Select(_ => random.Next(-1, 3))];
        float[] values = [.. labels.Select(label => label < 0 ? 0 : weights[label])];
        double exact = values.Sum(v => (double)v);

        float sum = Targets.Weights(ref labels[0], labels.Length, weights);

        // Few values, over and over: their roundings do not cancel. 1023 additions in a block and ten levels of the tree bound the error.
        Lanes.AssertSameBits([Rows.Sum(ref values[0], values.Length)], [sum]);
        Assert.InRange(Math.Abs(sum - exact), 0, 1033 * Rounding * exact);
        Assert.InRange(Math.Abs(InOrder(values) - exact), 1033 * Rounding * exact, exact);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    public void Up_to_a_block_rows_are_summed_one_after_another(int rows)
    {
        float[] values = Random(1025);
        Lanes.AssertSameBits([InOrder(values.AsSpan(0, rows))], [Rows.Sum(ref values[0], rows)]);
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(5 * 1024 + 7)]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public void Blocks_of_rows_merge_as_block_sums_do(int rows)
    {
        float[] values = Random(rows);
        BlockSum<Floats4> blocks = default;
        foreach (float[] block in values.Chunk(1024))
        {
            blocks.Add(Floats4.Splat(InOrder(block)));
        }

        Lanes.AssertSameBits([Lanes.Of(blocks.Total)[0]], [Rows.Sum(ref values[0], rows)]);
    }

    private static float[] Random(int rows)
    {
        var random = new Random(rows);
        return [.. Enumerable.Range(0, rows).Select(_ => random.NextSingle())];
    }

    private static float InOrder(ReadOnlySpan<float> values)
    {
        float sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum;
    }
}
