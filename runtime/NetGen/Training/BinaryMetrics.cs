using System.Globalization;

namespace NetGen;

/// <summary>
/// How well a head with binary cross-entropy decides, over every output of every row: a prediction, or a target, above ½ is positive.
/// </summary>
public sealed record BinaryMetrics : HeadMetrics
{
    internal BinaryMetrics(string head, double? loss, int count, long truePositives, long falsePositives, long falseNegatives, long trueNegatives)
        : base(head, loss, count)
    {
        TruePositives = truePositives;
        FalsePositives = falsePositives;
        FalseNegatives = falseNegatives;
        TrueNegatives = trueNegatives;
    }

    /// <summary>Positives predicted positive.</summary>
    public long TruePositives { get; }

    /// <summary>Negatives predicted positive.</summary>
    public long FalsePositives { get; }

    /// <summary>Positives predicted negative.</summary>
    public long FalseNegatives { get; }

    /// <summary>Negatives predicted negative.</summary>
    public long TrueNegatives { get; }

    /// <summary>The share of outputs that are right; NaN over none.</summary>
    public double Accuracy =>
        (double)(TruePositives + TrueNegatives) / (TruePositives + FalsePositives + FalseNegatives + TrueNegatives);

    /// <summary>The share of predicted positives that are positive; NaN if none was predicted.</summary>
    public double Precision => (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>The share of positives that were predicted; NaN if there are none.</summary>
    public double Recall => (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>The harmonic mean of precision and recall, 2·TP/(2·TP + FP + FN); NaN if nothing is positive and nothing was predicted so.</summary>
    public double F1 => 2.0 * TruePositives / (2 * TruePositives + FalsePositives + FalseNegatives);

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"accuracy {100 * Accuracy:F2} %, F1 {F1:F4}");
}
