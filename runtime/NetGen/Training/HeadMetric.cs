namespace NetGen;

/// <summary>A number out of one head's metrics; <see cref="Metric"/> makes it.</summary>
internal sealed record HeadMetric : Metric
{
    private readonly string _head, _measure;
    private readonly Func<LossKind, bool> _applies;
    private readonly Func<HeadMetrics, double?> _read;

    /// <summary>What <paramref name="read"/> finds in the metrics of a head whose loss it <paramref name="applies"/> to; null in those of others.</summary>
    public HeadMetric(string head, string name, MetricMode mode, Func<LossKind, bool> applies, Func<HeadMetrics, double?> read)
        : base(mode)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(head);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (_head, _measure, _applies, _read) = (head, name, applies, read);
    }

    internal override string Head => _head;

    private protected override string Name => $"{_measure} of {_head}";

    public override double Of(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        HeadMetrics metrics = measurement[_head];
        return _read(metrics) ?? throw new ArgumentException($"Head {_head} has no {_measure}; it has {metrics}.", nameof(measurement));
    }

    internal override void Require(NetworkSchema schema, string argument)
    {
        HeadInfo? head = schema.Heads.FirstOrDefault(h => h.Name == _head);
        if (head is null || !_applies(head.Loss))
        {
            string[] allowed = [.. schema.Heads.Where(h => _applies(h.Loss)).Select(h => h.Name)];
            string fault = head is null ? $"{schema.Name} has no head {_head}" : $"{_head} ({head.Loss}) has no {_measure}";
            string rule = allowed.Length > 0 ? $"heads that have it are {string.Join(", ", allowed)}" : $"no head of {schema.Name} has it";
            throw new ArgumentException($"The metric is the {Name}, but {fault}; {rule}.", argument);
        }
    }
}
