using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class ClassificationMetricsTests
{
    private const float NaN = float.NaN;

    /// <summary>Five rows, one of them without a label, one batch and a bit.</summary>
    private static ClassificationMetrics Metrics() => Echo.Classify(3,
        [
            0.7f, 0.2f, 0.1f,
            0.5f, 0.3f, 0.2f,
            0.1f, 0.6f, 0.3f,
            0.2f, 0.3f, 0.5f,
            0.4f, 0.5f, 0.1f,
        ],
        0, 1, 1, -1, 2);

    [Fact]
    public void The_loss_is_the_mean_over_the_rows_with_a_label()
    {
        ClassificationMetrics metrics = Metrics();
        Assert.Equal(4, metrics.Count);
        Assert.Equal(((double)0.7f + 0.5f + 0.1f + 0.4f) / 4, metrics.Loss);
    }

    [Fact]
    public void Accuracy_and_top_k_count_the_rows_whose_class_is_among_the_first()
    {
        ClassificationMetrics metrics = Metrics();
        Assert.Equal(0.5, metrics.Accuracy);
        Assert.Equal(0.5, metrics.TopK(1));
        Assert.Equal(0.75, metrics.TopK(2));
        Assert.Equal(1, metrics.TopK(3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Top_k_refuses_a_k_outside_the_classes(int k)
    {
        ClassificationMetrics metrics = Metrics();
        Refusal.Says(() => metrics.TopK(k), "k", $"k is {k}; it must be in [1, 3].");
    }

    [Fact]
    public void Classes_of_equal_probability_rank_in_class_order()
    {
        float[] even = [0.25f, 0.25f, 0.25f, 0.25f];
        for (int label = 0; label < 4; label++)
        {
            ClassificationMetrics metrics = Echo.Classify(4, even, label);
            Assert.Equal(1, metrics.Confusion[label, 0]);
            for (int k = 1; k <= 4; k++)
            {
                Assert.Equal(label < k ? 1 : 0, metrics.TopK(k));
            }
        }
    }

    [Fact]
    public void NaN_ranks_below_every_probability()
    {
        ClassificationMetrics metrics = Rank([NaN, 0.1f, NaN], label: 0);
        Assert.Equal(1, metrics.Confusion[0, 1]);
        Assert.Equal(0, metrics.TopK(1));
        Assert.Equal(1, metrics.TopK(2));
    }

    [Fact]
    public void The_confusion_matrix_counts_truth_by_prediction()
    {
        ConfusionMatrix confusion = Metrics().Confusion;
        Assert.Equal(3, confusion.Classes);
        int[,] expected = { { 1, 0, 0 }, { 1, 1, 0 }, { 0, 1, 0 } };
        for (int truth = 0; truth < 3; truth++)
        {
            for (int predicted = 0; predicted < 3; predicted++)
            {
                Assert.Equal(expected[truth, predicted], confusion[truth, predicted]);
            }
        }

        Assert.Equal([1, 0.5, 0], Enumerable.Range(0, 3).Select(confusion.Recall));
    }

    [Theory]
    [InlineData(-1, 0, "truth")]
    [InlineData(3, 0, "truth")]
    [InlineData(0, -1, "predicted")]
    [InlineData(0, 3, "predicted")]
    public void A_class_that_does_not_exist_is_refused(int truth, int predicted, string argument)
    {
        ConfusionMatrix confusion = Metrics().Confusion;
        Refusal.Says(() => confusion[truth, predicted], argument, $"{argument} is {(argument == "truth" ? truth : predicted)}; it must be in [0, 2].");
    }

    [Fact]
    public void The_confusion_matrix_reads_as_a_table() => Assert.Equal(
        """
        truth 0 1 2   recall
            0 1 0 0  100.0 %
            1 1 1 0   50.0 %
            2 0 1 0    0.0 %
        """, Metrics().Confusion.ToString());

    [Fact]
    public void A_table_with_wide_numbers_and_an_absent_class_stays_aligned()
    {
        float[] predictions = [.. Enumerable.Repeat(new[] { 0.9f, 0.1f }, 120).SelectMany(p => p)];
        Assert.Equal(
            """
            truth   0   1   recall
                0 120   0  100.0 %
                1   0   0        -
            """, Echo.Classify(2, predictions, new int[120]).Confusion.ToString());
    }

    [Fact]
    public void Without_any_label_nothing_is_measured()
    {
        ClassificationMetrics metrics = Echo.Classify(2, [0.9f, 0.1f], -1);
        Assert.Equal((0, double.NaN, false), (metrics.Count, metrics.Loss, metrics.IsMeasured));
        Assert.Equal(double.NaN, metrics.Accuracy);
        Assert.Equal(double.NaN, metrics.Confusion.Recall(0));
    }

    [Fact]
    public void Equal_measurements_are_equal()
    {
        Assert.Equal(Metrics(), Metrics());
        Assert.Equal(Metrics().GetHashCode(), Metrics().GetHashCode());
        Assert.NotEqual(Echo.Classify(2, [0.9f, 0.1f], 0).Confusion, Echo.Classify(2, [0.9f, 0.1f], 1).Confusion);
    }

    [Fact]
    public void The_text_names_head_loss_accuracy_and_rows() => Assert.Equal("Y: loss 0.425, accuracy 50.00 %, 4 rows", Metrics().ToString());

    /// <summary>Ranks one row of predictions that no data set could hold.</summary>
    private static ClassificationMetrics Rank(float[] predictions, int label)
    {
        using var echo = new Echo(LossKind.SoftmaxCrossEntropy, predictions.Length);
        predictions.CopyTo(echo.Memory.InputRow(0, 0));
        echo.Memory.Labels(0)[0] = label;
        echo.Evaluate(rows: 1);
        var tally = HeadTally.For(echo.Memory, head: 0);
        tally.AddBatch(rows: 1);
        return (ClassificationMetrics)tally.Result;
    }
}
