using System.Globalization;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// How well a softmax head classifies. The predicted class is the most probable; of equally probable ones, the first. NaN counts as less
/// probable than anything.
/// </summary>
public sealed record ClassificationMetrics : HeadMetrics
{
    private readonly Counts _ranks; // at index r: in how many rows exactly r classes came before the true one

    internal ClassificationMetrics(string head, double? loss, int count, ConfusionMatrix confusion, Counts ranks)
        : base(head, loss, count)
    {
        Confusion = confusion;
        _ranks = ranks;
    }

    /// <summary>Which classes were taken for which.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>The share of rows whose predicted class is the true one, in [0, 1]; equal to <c>TopK(1)</c>; NaN over no rows.</summary>
    public double Accuracy => TopK(1);

    /// <summary>
    /// The share of rows whose true class is among the k most probable; classes of equal probability rank in class order, so that exactly
    /// k classes are ever among the first k. NaN over no rows.
    /// </summary>
    /// <param name="k">1 to the number of classes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is outside that range.</exception>
    public double TopK(int k)
    {
        HyperparameterRange.Check(k, 1, Confusion.Classes, nameof(k));
        return (double)_ranks.SumOfFirst(k) / Count;
    }

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"accuracy {100 * Accuracy:F2} %");
}
