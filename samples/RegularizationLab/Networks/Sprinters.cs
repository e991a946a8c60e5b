using NetGen;

namespace RegularizationLab;

/// <summary>Makes untrained networks from a pace, for either size of image.</summary>
internal static class Sprinters
{
    public static INetwork Create(Workbench bench, Pace pace, int seed) => bench.HasDigits
        ? new DigitSprinter(new() { LearningRate = pace.Rate, ClippingNorm = pace.Clipping, MaxNorm = pace.MaxNorm, HiddenKeep = 1 - pace.DropRate }, seed)
        : new ImageSprinter(new() { LearningRate = pace.Rate, ClippingNorm = pace.Clipping, MaxNorm = pace.MaxNorm, HiddenKeep = 1 - pace.DropRate }, seed);
}
