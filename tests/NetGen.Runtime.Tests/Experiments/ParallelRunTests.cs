namespace NetGen.Tests.Experiments;

public class ParallelRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(50)]
    public void Results_come_in_order_on_any_number_of_threads(int workers) =>
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i * i), ParallelRuns.Run(20, workers, i => i * i));

    [Fact]
    public void As_many_threads_as_workers_take_part()
    {
        using var all = new Barrier(3);
        int[] threads = ParallelRuns.Run(3, workers: 3, _ =>
        {
            Assert.True(all.SignalAndWait(TimeSpan.FromMinutes(1)));
            return Environment.CurrentManagedThreadId;
        });
        Assert.Equal(3, threads.Distinct().Count());
        Assert.Contains(Environment.CurrentManagedThreadId, threads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_fault_of_the_lowest_number_is_thrown_and_nothing_new_begun(int workers)
    {
        int begun = 0;
        var e = Assert.Throws<TimeoutException>(() => ParallelRuns.Run(1000, workers, i =>
        {
            Interlocked.Increment(ref begun);
            return i < 5 ? i : throw new TimeoutException($"{i}");
        }));
        Assert.Equal("5", e.Message);
        Assert.InRange(begun, 6, 6 + workers - 1);
    }
}
