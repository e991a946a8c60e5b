using NetGen;

namespace Digits;

/// <summary>A network trained from a seed, how that went, and how it does on the images held out.</summary>
internal sealed record Trial<TNetwork>(int Seed, TNetwork Network, FitResult Fit, ClassificationMetrics Test)
    where TNetwork : IClassifier;
