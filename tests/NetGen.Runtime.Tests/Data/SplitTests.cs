namespace NetGen.Tests.Data;

public class SplitTests
{
    [Theory]
    [InlineData(2, 0.5, 1)]
    [InlineData(10, 0.1, 1)]
    [InlineData(1797, 0.1, 180)]
    [InlineData(1000, 0.999, 999)]
    public void Split_keeps_every_row_exactly_once(int rows, double share, int held)
    {
        DataSplit split = Toy.Data(rows).Split(share, seed: 3);

        Assert.Equal(held, split.Validation.Count);
        Assert.Equal(Enumerable.Range(0, rows), Toy.RowsOf(split.Train).Concat(Toy.RowsOf(split.Validation)).Order());
    }

    [Fact]
    public void Split_keeps_the_columns_of_a_row_together()
    {
        DataSplit split = Toy.Data(40).Split(0.3, seed: 5);

        foreach (Dataset half in new[] { split.Train, split.Validation })
        {
            int[] rows = Toy.RowsOf(half);
            for (int r = 0; r < rows.Length; r++)
            {
                Assert.Equal(rows[r] % 4 - 1, half.Labels("Label")[r]);
                Assert.Equal([2f * rows[r], 2f * rows[r] + 1], half.Features("Price").Row(r).ToArray());
            }
        }
    }

    [Fact]
    public void Split_is_a_function_of_the_seed()
    {
        Dataset data = Toy.Data(200);

        Assert.Equal(Toy.RowsOf(data.Split(0.25, seed: 7).Validation), Toy.RowsOf(data.Split(0.25, seed: 7).Validation));
        Assert.NotEqual(Toy.RowsOf(data.Split(0.25, seed: 7).Validation), Toy.RowsOf(data.Split(0.25, seed: 8).Validation));
    }

    [Fact]
    public void Split_draws_from_the_whole_range_and_keeps_the_order_of_the_rows()
    {
        int[] held = Toy.RowsOf(Toy.Data(1000).Split(0.2, seed: 1).Validation);

        Assert.Equal(held.Order(), held);
        Assert.InRange(held.Count(r => r < 500), 70, 130);
    }

    [Fact]
    public void Halves_can_be_split_again()
    {
        DataSplit outer = Toy.Data(60).Split(0.5, seed: 1);
        DataSplit inner = outer.Train.Split(0.5, seed: 2);

        int[] rows = [.. Toy.RowsOf(inner.Train), .. Toy.RowsOf(inner.Validation), .. Toy.RowsOf(outer.Validation)];
        Assert.Equal(Enumerable.Range(0, 60), rows.Order());
    }

    [Fact]
    public void Stratified_split_keeps_each_class_to_the_nearest_row_and_missing_labels_are_a_class()
    {
        int[] labels = [.. Enumerable.Repeat(0, 101), .. Enumerable.Repeat(1, 34), .. Enumerable.Repeat(5, 7), .. Enumerable.Repeat(-1, 58)];
        DataSplit split = new Dataset(new LabelColumn("Label", labels)).Split(0.2, seed: 4, stratify: "Label");

        int[] held = split.Validation.Labels("Label").ToArray();
        int[] kept = split.Train.Labels("Label").ToArray();
        Assert.Equal([20, 7, 1, 12], new[] { 0, 1, 5, -1 }.Select(c => held.Count(l => l == c)));
        Assert.Equal([81, 27, 6, 46], new[] { 0, 1, 5, -1 }.Select(c => kept.Count(l => l == c)));
    }

    [Fact]
    public void Stratified_split_lets_exact_halves_cancel()
    {
        int[] labels = [.. Enumerable.Range(0, 50).Select(r => r % 10)]; // half a row of each of ten classes
        DataSplit split = new Dataset(new LabelColumn("Label", labels)).Split(0.1, stratify: "Label");

        Assert.Equal([0, 2, 4, 6, 8], split.Validation.Labels("Label").ToArray().Order());
    }

    [Fact]
    public void Stratified_split_is_seeded_and_keeps_every_row_exactly_once()
    {
        Dataset data = Toy.Data(100);
        DataSplit split = data.Split(0.3, seed: 9, stratify: "Label");

        Assert.Equal(Enumerable.Range(0, 100), Toy.RowsOf(split.Train).Concat(Toy.RowsOf(split.Validation)).Order());
        Assert.Equal(Toy.RowsOf(split.Validation), Toy.RowsOf(data.Split(0.3, seed: 9, stratify: "Label").Validation));
        Assert.NotEqual(Toy.RowsOf(split.Validation), Toy.RowsOf(data.Split(0.3, seed: 10, stratify: "Label").Validation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Share_must_lie_between_0_and_1(double share)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("validation", () => Toy.Data(10).Split(share));
        Assert.Contains("above 0 and below 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0.4, "holds out 0")]
    [InlineData(4, 0.1, "holds out 0")]
    [InlineData(4, 0.9, "holds out 4")]
    public void Both_halves_need_a_row(int rows, double share, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("validation", () => Toy.Data(rows).Split(share));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stratified_halves_need_a_row_too()
    {
        Dataset data = new(new LabelColumn("Id", new[] { 0, 1, 2, 3, 4, 5, 6, 7 }));

        var error = Assert.Throws<ArgumentOutOfRangeException>("validation", () => data.Split(0.25, stratify: "Id"));
        Assert.Contains("split by the 8 classes of Id, this share holds out 0", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Image", "no classes to stratify by")]
    [InlineData("Color", "no column Color; there is Image (floats [2, 2]), Label (labels)")]
    public void Only_a_label_column_can_stratify(string column, string message)
    {
        var error = Assert.Throws<ArgumentException>("stratify", () => Toy.Data(10).Split(0.5, stratify: column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
