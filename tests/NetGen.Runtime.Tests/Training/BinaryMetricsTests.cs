using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class BinaryMetricsTests
{
    [Fact]
    public void Decisions_are_counted_over_every_output_of_every_row()
    {
        BinaryMetrics metrics = Measure(2, [0.9f, 0.1f, 0.8f, 0.7f, 0.2f, 0.6f], 1, 0, 1, 0, 1, 1);
        Assert.Equal((3, 1, 1, 1), (metrics.TruePositives, metrics.FalsePositives, metrics.FalseNegatives, metrics.TrueNegatives));
        Assert.Equal(4.0 / 6, metrics.Accuracy);
        Assert.Equal(3.0 / 4, metrics.Precision);
        Assert.Equal(3.0 / 4, metrics.Recall);
        Assert.Equal(6.0 / 8, metrics.F1);
        Assert.Equal(3, metrics.Count);
    }

    [Fact]
    public void One_half_is_negative() => Assert.Equal(1, Measure(1, [0.5f], 0.5f).TrueNegatives);

    [Fact]
    public void Just_above_one_half_is_positive() =>
        Assert.Equal(1, Measure(1, [MathF.BitIncrement(0.5f)], MathF.BitIncrement(0.5f)).TruePositives);

    [Fact]
    public void A_row_without_target_does_not_count()
    {
        BinaryMetrics metrics = Measure(1, [0.9f, 0.9f], float.NaN, 1);
        Assert.Equal((1, 1L, 0L), (metrics.Count, metrics.TruePositives, metrics.FalsePositives));
    }

    [Fact]
    public void A_quotient_with_nothing_below_the_line_is_NaN()
    {
        BinaryMetrics negatives = Measure(1, [0.1f], 0);
        Assert.Equal(1, negatives.Accuracy);
        Assert.All([negatives.Precision, negatives.Recall, negatives.F1], m => Assert.Equal(double.NaN, m));
        Assert.Equal(double.NaN, Measure(1, [0.1f], float.NaN).Accuracy);
    }

    [Fact]
    public void The_text_names_head_loss_accuracy_F1_and_rows()
    {
        Assert.Equal("Y: loss 0.55, accuracy 50.00 %, F1 0.6667, 2 rows", Measure(1, [0.9f, 0.2f], 1, 1).ToString());
        Assert.EndsWith(", 1 row", Measure(1, [0.9f], 1).ToString(), StringComparison.Ordinal);
    }

    private static BinaryMetrics Measure(int units, float[] predictions, params float[] targets) =>
        (BinaryMetrics)Echo.Measure(LossKind.BinaryCrossEntropy, units, predictions, targets);
}
