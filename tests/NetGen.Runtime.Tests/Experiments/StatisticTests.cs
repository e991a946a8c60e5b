namespace NetGen.Tests.Experiments;

public class StatisticTests
{
    [Fact]
    public void Of_some_values_measured_the_text_says_how_many()
    {
        Assert.Equal("0.5 ± 0.71 (2 of 3)", Statistic.Of(0, double.NaN, 1).Text(3));
        Assert.Equal("0.5 ± 0.71", Statistic.Of(0, 1).Text(2));
        Assert.Equal("1 (1 of 4)", Statistic.Of(1).Text(4));
        Assert.Equal("not measured", Statistic.Of(double.NaN).Text(1));
    }

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
        Assert.Equal("5 ± 2.6, 0.1235, not measured", $"{Statistic.Of(2, 4, 6, 8)}, {Statistic.Of(0.12345)}, {Statistic.Of()}");

    [Fact]
    public void What_was_not_measured_is_left_out_and_not_counted()
    {
        Assert.Equal(Statistic.Of(2, 4, 6, 8), Statistic.Of(2, double.NaN, 4, 6, double.NaN, 8));
        Assert.Equal(new Statistic(0, double.NaN, double.NaN), Statistic.Of(double.NaN, double.NaN));
        Assert.Equal(double.PositiveInfinity, Statistic.Of(1, double.PositiveInfinity).Mean);
    }
}
