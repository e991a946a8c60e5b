using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of penalized weights is true whichever way they turn out.</summary>
public sealed class WeightFindingTests
{
    [Theory]
    [InlineData(.7, .05f, nameof(Verdict.Agrees))]
    [InlineData(0, .05f, nameof(Verdict.Open))]
    [InlineData(.7, .2f, nameof(Verdict.Disagrees))]
    public void L1_must_make_zeros_and_L2_must_shrink(double zerosOfL1, float sizeOfL2, string verdict) => Assert.Equal(
        verdict, WeightsFigure.Find(Samples(0, .1f), Samples(0, sizeOfL2), Samples(zerosOfL1, .1f)).Verdict.ToString());

    private static WeightSample[] Samples(double zeros, float size) => [.. Enumerable.Range(0, 3).Select(_ => new WeightSample([size, -size], zeros, .1))];
}
