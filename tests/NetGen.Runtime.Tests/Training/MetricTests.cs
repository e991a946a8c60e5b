using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class MetricTests
{
    private static readonly Measurement Classified = Measure(LossKind.SoftmaxCrossEntropy, new LabelColumn("Y", new[] { 0, 1, 1 }));
    private static readonly Measurement Decided = Measure(LossKind.BinaryCrossEntropy, new FeatureColumn("Y", [2], new float[] { 1, 0, 0, 0, 1, 1 }));
    private static readonly Measurement Estimated = Measure(LossKind.Huber, new FeatureColumn("Y", [2], new float[] { 1, 0, 0, 1, 1, 1 }));

    [Fact]
    public void Accuracy_is_that_of_a_softmax_or_binary_head()
    {
        Assert.Equal(((ClassificationMetrics)Classified.Heads[0]).Accuracy, Metric.Accuracy("Y").Of(Classified));
        Assert.Equal(((BinaryMetrics)Decided.Heads[0]).Accuracy, Metric.Accuracy("Y").Of(Decided));
        Assert.Equal(MetricMode.Maximize, Metric.Accuracy("Y").Mode);
    }

    [Fact]
    public void Each_kind_of_head_gives_numbers_of_its_own()
    {
        Assert.Equal(1, Metric.Classification("Y", "top 2", MetricMode.Maximize, y => y.TopK(2)).Of(Classified));
        Assert.Equal(((BinaryMetrics)Decided.Heads[0]).F1, Metric.Binary("Y", "F1", MetricMode.Maximize, y => y.F1).Of(Decided));
        Assert.Equal(((RegressionMetrics)Estimated.Heads[0]).RSquared, Metric.Regression("Y", "R²", MetricMode.Maximize, y => y.RSquared).Of(Estimated));
    }

    [Fact]
    public void What_a_head_does_not_have_is_refused()
    {
        Assert.Throws<ArgumentException>("measurement", () => Metric.Accuracy("Y").Of(Estimated));
        Assert.Throws<ArgumentException>("head", () => Metric.Loss("Z").Of(Estimated));
        Assert.Throws<ArgumentException>("measurement", () => Metric.Binary("Y", "F1", MetricMode.Maximize, y => y.F1).Of(Classified));
    }

    [Fact]
    public void The_text_is_the_name() => Assert.Equal(
        "loss, penalized objective, loss of Y, accuracy of Y, R² of Y",
        string.Join(", ", Metric.TotalLoss, Metric.Objective, Metric.Loss("Y"), Metric.Accuracy("Y"), Metric.Regression("Y", "R²", MetricMode.Maximize, y => y.RSquared)));

    [Fact]
    public void Equal_metrics_are_equal()
    {
        Assert.Equal(Metric.Accuracy("Y"), Metric.Accuracy("Y"));
        Assert.NotEqual(Metric.Accuracy("Y"), Metric.Accuracy("Z"));
        Assert.NotEqual(Metric.Loss("Y"), Metric.Accuracy("Y"));
        Assert.NotEqual(Metric.TotalLoss, Metric.Objective);
    }

    [Fact]
    public void Blank_names_and_null_are_refused()
    {
        Assert.Throws<ArgumentException>("head", () => Metric.Loss(" "));
        Assert.Throws<ArgumentException>("name", () => Metric.Binary("Y", "", MetricMode.Minimize, y => y.F1));
        Assert.Throws<ArgumentNullException>("measure", () => Metric.Regression("Y", "R²", MetricMode.Maximize, null!));
        Assert.Throws<ArgumentNullException>("measurement", () => Metric.TotalLoss.Of(null!));
    }

    private static Measurement Measure(LossKind loss, DataColumn targets)
    {
        using var echo = new Echo(loss, units: 2);
        return Measurement.Of(echo, new Dataset(new FeatureColumn("X", [2], new[] { 0.9f, 0.1f, 0.3f, 0.7f, 0.6f, 0.4f }), targets));
    }
}
