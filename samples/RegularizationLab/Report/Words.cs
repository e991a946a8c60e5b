using NetGen;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>Numbers as the report writes them, the same in every culture; no line ends inside one.</summary>
internal static class Words
{
    private const char Joined = '\u00a0';

    /// <summary>0.0712 → "7.1 %".</summary>
    public static string Percent(double share) => Invariant($"{100 * share:F1}{Joined}%");

    /// <summary>"7.1 ± 0.3 %".</summary>
    public static string Percent(Statistic share) => Invariant($"{100 * share.Mean:F1}{Joined}±{Joined}{100 * share.Deviation:F1}{Joined}%");

    /// <summary>"0.377 ± 0.012".</summary>
    public static string Number(Statistic value) => Invariant($"{value.Mean:F3}{Joined}±{Joined}{value.Deviation:F3}");

    /// <summary>"49 ± 3".</summary>
    public static string Whole(Statistic value) => Invariant($"{value.Mean:F0}{Joined}±{Joined}{value.Deviation:F0}");

    /// <summary>A strength: "0.001", "3e-5", "0.35".</summary>
    public static string Strength(float value) => value is > 0 and < 1e-3f ? Invariant($"{value:0.##e-0}") : Invariant($"{value:0.####}");
}
