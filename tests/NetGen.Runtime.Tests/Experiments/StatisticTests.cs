namespace NetGen.Tests.Experiments;

public class StatisticTests
{
    [Fact]
    public void The_deviation_is_that_of_a_sample() => Assert.Equal(new Statistic(4, 5, Math.Sqrt(20 / 3.0)), Statistic.Of(2, 4, 6, 8));

    [Fact]
    public void One_value_has_no_deviation_and_none_no_mean()
    {
        Assert.Equal(new Statistic(1, 7, double.NaN), Statistic.Of(7));
        Assert.Equal(new Statistic(0, double.NaN, double.NaN), Statistic.Of());
    }

    [Fact]
    public void It_reads_as_mean_and_deviation() =>
        Assert.Equal("5 ± 2.6, 0.1235, -", $"{Statistic.Of(2, 4, 6, 8)}, {Statistic.Of(0.12345)}, {Statistic.Of()}");
}
