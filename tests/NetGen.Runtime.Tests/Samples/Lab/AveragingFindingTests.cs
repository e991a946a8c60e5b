using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of averaged weights is true whichever way they turn out.</summary>
public sealed class AveragingFindingTests
{
    [Theory]
    [InlineData(.1, .01, nameof(Verdict.Agrees))]
    [InlineData(.3, .01, nameof(Verdict.Disagrees))]
    [InlineData(.1, .2, nameof(Verdict.Disagrees))]
    [InlineData(.2, .01, nameof(Verdict.Open))]
    public void Averages_must_lie_deeper_and_leap_less(double depth, double leap, string verdict) =>
        Assert.Equal(verdict, AveragingFigure.Find(Trails(.2, .1), Trails(depth, leap)).First().Verdict.ToString());

    [Theory]
    [InlineData(.1, nameof(Verdict.Agrees))]
    [InlineData(.2, nameof(Verdict.Open))]
    [InlineData(.3, nameof(Verdict.Disagrees))]
    public void Averages_are_judged_by_the_test_images(double end, string verdict)
    {
        Assert.Equal(verdict, AveragingFigure.Find(Trails(.2, .1), Trails(.1, .01, end)).Last().Verdict.ToString());
        Assert.Equal(Verdict.Open, AveragingFigure.Find(Trails(.2, .1)[..1], Trails(.1, .01, end)[..1]).Last().Verdict);
    }

    [Fact]
    public void Only_the_last_epochs_tell_how_far_a_course_leaps()
    {
        var course = Enumerable.Repeat(new Score(.1, 9), 5).Concat(Enumerable.Repeat(new Score(.1, 1), Trail.Tail)).ToArray();
        Assert.Equal(0, new Trail([], course, default).Leaps);
        Assert.Equal(Math.Sqrt(2), new Trail([], [new(.1, 1), new(.1, 3)], default).Leaps, 12);
    }

    private static Trail[] Trails(double depth, double leap, double end = .2) => [.. Enumerable.Range(0, 3).Select(_ =>
        new Trail([1, depth], [new Score(.1, 1 - leap), new Score(.1, 1 + leap)], new Score(end, end)))];
}
