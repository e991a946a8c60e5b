namespace NetGen;

/// <summary>
/// One number out of a <see cref="Measurement"/>, and whether it should be low or high: what early stopping monitors and what a sweep
/// ranks by. Its text is its name.
/// </summary>
/// <example><code>
/// Metric.Accuracy(nameof(net.Label))
/// Metric.Binary(nameof(net.Flags), "F1", MetricMode.Maximize, flags => flags.F1)
/// </code></example>
public abstract record Metric
{
    private protected Metric(MetricMode mode) => Mode = mode is MetricMode.Minimize or MetricMode.Maximize
        ? mode
        : throw new ArgumentOutOfRangeException(nameof(mode), mode, $"mode is {(int)mode}; it must be MetricMode.Minimize or MetricMode.Maximize.");

    /// <summary>Whether it should be low or high.</summary>
    public MetricMode Mode { get; }

    /// <summary>Σ head weight × head loss, penalties not included; to be minimized.</summary>
    public static Metric TotalLoss { get; } = new WholeMetric("loss", m => m.Loss);

    /// <summary>The penalized objective, Σ head weight × head loss + Σ λ·Ω(w) (Deep Learning, equation 7.1); to be minimized.</summary>
    public static Metric Objective { get; } = new WholeMetric("penalized objective", m => m.Loss + m.Penalty);

    /// <summary>The loss of one head, without its weight; to be minimized.</summary>
    /// <param name="head">The head's name: <c>nameof(net.Label)</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="head"/> is blank.</exception>
    public static Metric Loss(string head) => new HeadMetric(head, "loss", MetricMode.Minimize, static _ => true, static m => m.Loss);

    /// <summary>
    /// The share of right decisions of one head, of rows for softmax, of outputs for binary cross-entropy; to be maximized. Other heads
    /// have none.
    /// </summary>
    /// <param name="head">The head's name.</param>
    /// <exception cref="ArgumentException"><paramref name="head"/> is blank.</exception>
    public static Metric Accuracy(string head) => new HeadMetric(
        head, "accuracy", MetricMode.Maximize, static loss => loss is LossKind.SoftmaxCrossEntropy or LossKind.BinaryCrossEntropy,
        static m => (m as ClassificationMetrics)?.Accuracy ?? (m as BinaryMetrics)?.Accuracy);

    /// <summary>Any number that the metrics of a head with softmax give: the share of rows within the first three, the recall of a class.</summary>
    /// <param name="head">The head's name.</param>
    /// <param name="name">What the number is called in tables and messages.</param>
    /// <param name="mode">Whether it should be low or high.</param>
    /// <param name="measure">Reads it; NaN where it has no value, which never counts as an improvement.</param>
    /// <exception cref="ArgumentException"><paramref name="head"/> or <paramref name="name"/> is blank.</exception>
    public static Metric Classification(string head, string name, MetricMode mode, Func<ClassificationMetrics, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new HeadMetric(head, name, mode, static loss => loss == LossKind.SoftmaxCrossEntropy, m => m is ClassificationMetrics metrics ? measure(metrics) : null);
    }

    /// <summary>Any number that the metrics of a head with binary cross-entropy give: F1, recall.</summary>
    /// <inheritdoc cref="Classification" path="/param|/exception"/>
    public static Metric Binary(string head, string name, MetricMode mode, Func<BinaryMetrics, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new HeadMetric(head, name, mode, static loss => loss == LossKind.BinaryCrossEntropy, m => m is BinaryMetrics metrics ? measure(metrics) : null);
    }

    /// <summary>Any number that the metrics of a head of real numbers give: R², the mean absolute error.</summary>
    /// <inheritdoc cref="Classification" path="/param|/exception"/>
    public static Metric Regression(string head, string name, MetricMode mode, Func<RegressionMetrics, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new HeadMetric(
            head, name, mode, static loss => loss is not (LossKind.SoftmaxCrossEntropy or LossKind.BinaryCrossEntropy), m => m is RegressionMetrics metrics ? measure(metrics) : null);
    }

    /// <summary>The number; NaN where the metrics have no value.</summary>
    /// <exception cref="ArgumentException">The network that was measured has no such head, or the head has no such metric.</exception>
    public abstract double Of(Measurement measurement);

    /// <summary>The name, for tables and messages: "accuracy of Label".</summary>
    public sealed override string ToString() => Name;

    /// <summary>The head it looks at; null if at all of them.</summary>
    internal virtual string? Head => null;

    private protected abstract string Name { get; }

    /// <summary>Refuses a network whose heads do not have this metric.</summary>
    internal virtual void Require(NetworkSchema schema, string argument)
    {
    }

    private sealed record WholeMetric(string Label, Func<Measurement, double> Measure) : Metric(MetricMode.Minimize)
    {
        private protected override string Name => Label;

        public override double Of(Measurement measurement)
        {
            ArgumentNullException.ThrowIfNull(measurement);
            return Measure(measurement);
        }
    }
}
