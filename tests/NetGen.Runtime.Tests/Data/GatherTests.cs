namespace NetGen.Tests.Data;

public class GatherTests
{
    [Fact]
    public void Gather_puts_every_column_where_the_schema_says()
    {
        NetworkMemory memory = new(Toy.Schema, seed: 0);
        Toy.Data(10).Gather(memory, [7, 2, 7]);

        Assert.Equal([28, 29, 30, 31], memory.InputRow(0, 0).ToArray());
        Assert.Equal([8, 9, 10, 11], memory.InputRow(0, 1).ToArray());
        Assert.Equal([28, 29, 30, 31], memory.InputRow(0, 2).ToArray());
        Assert.Equal([2, 1, 2], memory.Labels(0)[..3].ToArray());
        Assert.Equal([0f, 1f, 0f], Enumerable.Range(0, 3).Select(r => memory.TargetRow(1, r)[0]));
        Assert.Equal([14, 15], memory.TargetRow(2, 0).ToArray());
        Assert.Equal([4, 5], memory.TargetRow(2, 1).ToArray());
    }

    [Fact]
    public void Gather_leaves_the_padding_and_the_rows_after_the_last_alone()
    {
        NetworkMemory memory = new(Toy.Schema, seed: 0);
        Toy.Data(10).Gather(memory, [9]);

        Assert.Equal(new float[12], Enumerable.Range(4, 12).Select(i => memory.Work(i)));
        Assert.Equal(new float[4], memory.InputRow(0, 1).ToArray());
    }

    [Fact]
    public void Gather_of_a_view_reads_the_rows_of_the_view()
    {
        NetworkMemory memory = new(Toy.Schema, seed: 0);
        Toy.Data(10).Select([9, 4, 1]).Select([2, 0]).Gather(memory, [0, 1]);

        Assert.Equal([4, 5, 6, 7], memory.InputRow(0, 0).ToArray());
        Assert.Equal([36, 37, 38, 39], memory.InputRow(0, 1).ToArray());
        Assert.Equal([0, 0], memory.Labels(0)[..2].ToArray());
        Assert.Equal([18, 19], memory.TargetRow(2, 1).ToArray());
    }

    [Fact]
    public void Gather_allocates_nothing()
    {
        NetworkMemory memory = new(Toy.Schema, seed: 0);
        Dataset view = Toy.Data(100).Split(0.5).Train;
        int[] rows = [3, 1, 4, 2];
        Assert.Equal(0, Allocated.ByThread(() => view.Gather(memory, rows)));
    }

    [Fact]
    public void Gather_refuses_more_rows_than_a_batch_holds()
    {
        var error = Assert.Throws<ArgumentException>("rows", () => Toy.Data(10).Gather(new NetworkMemory(Toy.Schema, 0), [0, 1, 2, 3, 4]));
        Assert.Contains("Got 5 rows; a batch of Toy takes at most 4", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Gather_refuses_rows_that_do_not_exist(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>("row", () => Toy.Data(10).Gather(new NetworkMemory(Toy.Schema, 0), [0, number]));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => Toy.Data(20).Split(0.5).Train.Gather(new NetworkMemory(Toy.Schema, 0), [0, number]));
    }

    [Fact]
    public void Gather_refuses_data_of_another_network()
    {
        Dataset data = new(Toy.Image(4), Toy.Label(4));

        var error = Assert.Throws<ArgumentException>("memory", () => data.Gather(new NetworkMemory(Toy.Schema, 0), [0]));
        Assert.Contains("needs a column Flag", error.Message, StringComparison.Ordinal);
    }
}
