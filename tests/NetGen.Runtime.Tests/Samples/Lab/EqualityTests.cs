using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>The lab calls measurements equal only where it has shown it, and never for want of seeds.</summary>
public sealed class EqualityTests
{
    private static readonly Margin Whole = new(1, "one");

    // Of the differences m − 0.1, m, m + 0.1 the 90 % interval reaches 0.1·2.920/√3 = 0.1686 to either side.
    [Theory]
    [InlineData(0, nameof(Verdict.Agrees), "equal within one")]
    [InlineData(.83, nameof(Verdict.Agrees), "equal within one")]
    [InlineData(-.83, nameof(Verdict.Agrees), "equal within one")]
    [InlineData(.84, nameof(Verdict.Open), "perhaps further apart than one")]
    [InlineData(-.84, nameof(Verdict.Open), "perhaps further apart than one")]
    [InlineData(1.16, nameof(Verdict.Open), "perhaps further apart than one")]
    [InlineData(1.17, nameof(Verdict.Disagrees), "further apart than one")]
    [InlineData(-1.17, nameof(Verdict.Disagrees), "further apart than one")]
    public void The_whole_interval_must_lie_within_the_margin_or_without(double mean, string verdict, string words)
    {
        Difference difference = Around(mean);
        Assert.Equal(verdict, Verdicts.Equal(difference, Whole).ToString());
        Assert.Equal(words, difference.ToString(Whole));
    }

    [Theory]
    [InlineData(.83, nameof(Verdict.Agrees))]
    [InlineData(.84, nameof(Verdict.Open))]
    [InlineData(1.17, nameof(Verdict.Disagrees))]
    [InlineData(-.84, nameof(Verdict.Agrees))]
    [InlineData(-5, nameof(Verdict.Agrees))]
    public void What_must_not_be_higher_may_be_lower_by_any_amount(double mean, string verdict) =>
        Assert.Equal(verdict, Verdicts.NotHigher(Around(mean), Whole).ToString());

    [Fact]
    public void A_wide_interval_shows_nothing_however_near_its_middle_is()
    {
        Assert.Equal(Verdict.Open, Verdicts.Equal(Difference.Between([0, 0, 0], [-2, 0, 2]), Whole));
        Assert.Equal(Verdict.Open, Verdicts.NotHigher(Difference.Between([0, 0, 0], [-2, 0, 2]), Whole));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_few_seeds_leave_every_verdict_open(int seeds)
    {
        var same = Difference.Between(new double[seeds], new double[seeds]);
        var apart = Difference.Between(new double[seeds], Enumerable.Repeat(9.0, seeds));
        Assert.All(new[] { same, apart }, difference => Assert.Equal(
            [Verdict.Open, Verdict.Open, Verdict.Open, Verdict.Open],
            [Verdicts.Equal(difference, Whole), Verdicts.NotHigher(difference, Whole), Verdicts.Higher(difference), Verdicts.Lower(difference)]));
    }

    [Fact]
    public void A_loss_has_a_tenth_of_the_first_ones_mean_as_its_margin() => Assert.Equal(.05, Margin.Loss([.4, .6]).Width, 12);

    private static Difference Around(double mean) => Difference.Between([0, 0, 0], [mean - .1, mean, mean + .1]);
}
