using NetGen;

namespace RegularizationLab;

/// <summary>Makes untrained networks for which a rare class counts as the others do or ten times, for either size of image.</summary>
internal static class Counters
{
    /// <summary>The class whose images are taken away, and count ten times in the weighing networks.</summary>
    public const int RareClass = 8;

    public const int RareWeight = 10;

    public static INetwork Create(Workbench bench, Count count, int seed) => (bench.HasDigits, count.Weighs) switch
    {
        (true, false) => new DigitCounter(new() { L2 = count.L2 }, seed),
        (true, true) => new DigitWeigher(new() { L2 = count.L2 }, seed),
        (false, false) => new ImageCounter(new() { L2 = count.L2 }, seed),
        (false, true) => new ImageWeigher(new() { L2 = count.L2 }, seed),
    };
}
