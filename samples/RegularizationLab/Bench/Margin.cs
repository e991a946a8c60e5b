namespace RegularizationLab;

/// <summary>
/// How far apart two measurements may lie and still count as equal. "Not clearly different" does not make them so: the fewer the seeds, the
/// less is clear.
/// </summary>
/// <param name="Width">The greatest difference, in what is measured.</param>
/// <param name="Words">The same, to be read.</param>
internal readonly record struct Margin(double Width, string Words)
{
    private const double LossShare = .1;

    /// <summary>Of shares of images misread: no more than the weaker techniques of the page gain or lose.</summary>
    public static Margin Error => new(.01, "1\u00a0percentage point");

    /// <summary>Of losses, by the same measure: a tenth of the first's mean.</summary>
    public static Margin Loss(IEnumerable<double> first) => new(LossShare * first.Average(), "a tenth of the loss");
}
