using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class RegressionMetricsTests
{
    [Fact]
    public void Errors_are_means_over_every_output_of_every_row()
    {
        RegressionMetrics metrics = Measure(2, [1, 10, 2, 20, 4, 30], 1, 12, 3, 20, 5, 28);
        Assert.Equal((0 + 2 + 1 + 0 + 1 + 2) / 6.0, metrics.MeanAbsoluteError, precision: 12);
        Assert.Equal((0 + 4 + 1 + 0 + 1 + 4) / 6.0, metrics.MeanSquaredError, precision: 12);
        Assert.Equal(3, metrics.Count);
    }

    [Fact]
    public void R_squared_compares_with_the_mean_of_each_output()
    {
        // Targets 1, 3, 5 (mean 3, spread 8) and 12, 20, 28 (mean 20, spread 128); squared errors 0, 1, 1 and 4, 0, 4.
        RegressionMetrics metrics = Measure(2, [1, 10, 2, 20, 4, 30], 1, 12, 3, 20, 5, 28);
        Assert.Equal(1 - 10.0 / 136, metrics.RSquared, precision: 12);
    }

    [Fact]
    public void R_squared_is_1_for_perfection_0_for_the_mean_and_negative_for_worse()
    {
        Assert.Equal(1, Measure(1, [1, 2, 3], 1, 2, 3).RSquared);
        Assert.Equal(0, Measure(1, [2, 2, 2], 1, 2, 3).RSquared);
        Assert.Equal(-3, Measure(1, [3, 2, 1], 1, 2, 3).RSquared);
    }

    [Theory]
    [InlineData(5f, 5f)]
    [InlineData(5f, 4f)]
    public void R_squared_of_constant_targets_is_NaN_however_good_the_prediction(float target, float prediction) =>
        Assert.Equal(double.NaN, Measure(1, [prediction, prediction, prediction], target, target, target).RSquared);

    [Fact]
    public void A_constant_output_beside_a_varying_one_adds_its_errors_and_no_spread() =>
        Assert.Equal(1 - 1.0 / 2, Measure(2, [1, 7, 2, 8, 3, 7], 1, 7, 2, 7, 3, 7).RSquared, precision: 12);

    [Fact]
    public void The_spread_is_exact_far_from_zero() =>
        Assert.Equal(1 - 3.0 / 8, Measure(1, [4_000_001, 4_000_003, 4_000_005], 4_000_000, 4_000_002, 4_000_004).RSquared, precision: 9);

    [Fact]
    public void A_row_without_target_does_not_count()
    {
        RegressionMetrics metrics = Measure(1, [1, 100, 3], 2, float.NaN, 4);
        Assert.Equal((2, 1.0), (metrics.Count, metrics.MeanAbsoluteError));
    }

    [Fact]
    public void Without_any_target_nothing_is_measured()
    {
        RegressionMetrics metrics = Measure(1, [1], float.NaN);
        Assert.Equal((0, double.NaN, false), (metrics.Count, metrics.Loss, metrics.IsMeasured));
        Assert.All([metrics.MeanAbsoluteError, metrics.MeanSquaredError, metrics.RSquared], m => Assert.Equal(double.NaN, m));
    }

    [Theory]
    [InlineData(LossKind.MeanSquaredError)]
    [InlineData(LossKind.MeanAbsoluteError)]
    [InlineData(LossKind.Huber)]
    public void Every_regression_loss_has_these_metrics(LossKind loss) =>
        Assert.IsType<RegressionMetrics>(Echo.Measure(loss, 1, [1], 1));

    [Fact]
    public void The_text_names_head_loss_error_R_squared_and_rows() =>
        Assert.Equal("Y: loss 2, MAE 0, R² 1.0000, 3 rows", Measure(1, [1, 2, 3], 1, 2, 3).ToString());

    private static RegressionMetrics Measure(int units, float[] predictions, params float[] targets) =>
        (RegressionMetrics)Echo.Measure(LossKind.MeanSquaredError, units, predictions, targets);
}
