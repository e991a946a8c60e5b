namespace NetGen;

/// <summary>Which values of a <see cref="Metric"/> are good.</summary>
public enum MetricMode
{
    /// <summary>The lower the better: a loss.</summary>
    Minimize,

    /// <summary>The higher the better: an accuracy.</summary>
    Maximize,
}
