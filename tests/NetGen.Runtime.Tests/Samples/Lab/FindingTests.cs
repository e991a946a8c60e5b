using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of its measurements is true whichever way they turn out.</summary>
public sealed class FindingTests
{
    [Fact]
    public void A_difference_is_clear_when_its_confidence_interval_does_not_hold_zero()
    {
        Assert.Equal("clearly lower", Difference.Between([2, 3, 4], [1, 1.9, 3.1]).ToString());
        Assert.Equal("clearly higher", Difference.Between([1, 1.9, 3.1], [2, 3, 4]).ToString());
        Assert.Equal("not clearly different", Difference.Between([2, 3, 4], [1, 3, 5]).ToString());
    }

    [Fact]
    public void The_interval_is_that_of_students_t()
    {
        // Differences 1, 2, 3: mean 2, deviation 1, t₀.₉₇₅ with two degrees of freedom 4.303.
        Difference difference = Difference.Between([0, 0, 0], [1, 2, 3]);
        Assert.Equal(2, difference.Mean, 12);
        Assert.Equal(4.303 / Math.Sqrt(3), difference.Reach, 12);
        Assert.Equal(2.920 / Math.Sqrt(3), difference.NarrowReach, 12);
    }

    [Fact]
    public void One_seed_alone_shows_nothing_clearly_nor_do_two()
    {
        Assert.Equal("not clearly different", Difference.Between([5], [1]).ToString());
        Assert.Equal("not clearly different", Difference.Between([5, 5], [1, 1]).ToString());
    }

    [Theory]
    [InlineData(.5, .3, nameof(Verdict.Agrees), "clearly lower")]
    [InlineData(.3, .5, nameof(Verdict.Disagrees), "clearly higher")]
    [InlineData(.3, .3, nameof(Verdict.Open), "not clearly different")]
    public void Early_stopping_is_judged_by_what_it_kept(double last, double kept, string verdict, string words)
    {
        Score[] course = [new(.2, .4), new(.1, .3)];
        Course[] courses = [.. new[] { 0, .01, .02 }.Select(shift => new Course(course, course, 1, 2, new Score(.1, kept + shift), new Score(.1, last + shift)))];
        Finding finding = EarlyStoppingFigure.Find(courses);
        Assert.Equal(verdict, finding.Verdict.ToString());
        Assert.Contains($"({words})", finding.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_penalty_that_validation_does_not_want_is_said_to_be_unwanted()
    {
        Finding finding = StrengthFigure.Find(Curve(without: .3, weak: .4, strong: .5));
        Assert.Equal(Verdict.Disagrees, finding.Verdict);
        Assert.StartsWith("Validation chooses no L2 at all", finding.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_penalty_agrees_when_a_little_helps_and_much_harms() =>
        Assert.Equal(Verdict.Agrees, StrengthFigure.Find(Curve(without: .4, weak: .3, strong: .5)).Verdict);

    [Fact]
    public void A_penalty_that_never_harms_leaves_half_the_claim_open() =>
        Assert.Equal(Verdict.Open, StrengthFigure.Find(Curve(without: .5, weak: .4, strong: .3)).Verdict);

    [Fact]
    public void A_technique_that_is_only_said_to_help_may_help_at_any_strength()
    {
        var claim = new Claim("It helps.", "", MuchHarms: false);
        Finding finding = StrengthFigure.Find(Curve(without: .5, weak: .4, strong: .3, claim));
        Assert.Equal(("It helps.", Verdict.Agrees), (finding.Claim, finding.Verdict));
        Assert.Equal(Verdict.Disagrees, StrengthFigure.Find(Curve(without: .3, weak: .4, strong: .5, claim)).Verdict);
    }

    [Fact]
    public void That_validation_chooses_nothing_is_no_verdict_unless_it_is_clear()
    {
        Finding finding = StrengthFigure.Find(Curve(without: .3, weak: .3, strong: .5));
        Assert.StartsWith("Validation chooses no L2 at all", finding.Shown, StringComparison.Ordinal);
        Assert.Equal(Verdict.Open, finding.Verdict);
    }

    [Fact]
    public void Smoothing_that_lowers_confidence_but_raises_the_error_disagrees()
    {
        Confidences[] hard = [.. Enumerable.Range(0, 3).Select(_ => new Confidences([.9f, .9f, .9f], [.9f], .4))];
        Confidences[] worse = [.. Enumerable.Range(0, 3).Select(_ => new Confidences([.6f, .6f], [.6f, .6f], .5))];
        Confidences[] better = [.. Enumerable.Range(0, 3).Select(_ => new Confidences([.6f, .6f, .6f, .6f], [], .5))];
        Assert.Equal(Verdict.Disagrees, SmoothingFigure.Find(hard, worse, "0.1").Verdict);
        Assert.Equal(Verdict.Agrees, SmoothingFigure.Find(hard, better, "0.1").Verdict);
    }

    private static Curve Curve(double without, double weak, double strong, Claim? claim = null)
    {
        var knob = new Knob("l2", "L2", "λ", "λ of L2", [.001f, .1f], (recipe, value) => recipe with { L2 = value }, claim ?? Claim.OfPenalty("L2"));
        return new Curve(knob, Point(0, without), [Point(.001f, weak), Point(.1f, strong)]);

        static StrengthPoint Point(float value, double loss)
        {
            Score[] scores = [.. new[] { 0, .01, .02 }.Select(shift => new Score(loss / 10, loss + shift))];
            return new StrengthPoint(value, scores, scores);
        }
    }
}
