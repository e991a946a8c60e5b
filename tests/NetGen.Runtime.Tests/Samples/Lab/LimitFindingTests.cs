using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of high learning rates is true whichever way the measurements turn out.</summary>
public sealed class LimitFindingTests
{
    [Theory]
    [InlineData(.8, .2, nameof(Verdict.Agrees))]
    [InlineData(.5, .5, nameof(Verdict.Open))]
    [InlineData(.2, .8, nameof(Verdict.Disagrees))]
    public void A_limit_must_lower_the_error_at_rates_above_that_which_is_best_without_it(double free, double limited, string verdict) =>
        Assert.Equal(verdict, Find([Heat(free, limited), Heat(free: .5, limited: .5)]).Verdict.ToString());

    [Fact]
    public void A_limit_that_helps_in_one_setting_and_harms_in_the_other_leaves_the_claim_open() =>
        Assert.Equal(Verdict.Open, Find([Heat(free: .8, limited: .2), Heat(free: .2, limited: .8)]).Verdict);

    [Fact]
    public void A_limit_that_costs_something_at_the_best_rate_leaves_the_claim_open()
    {
        Finding finding = Find([Heat(free: .8, limited: .3, limitedAtBest: .25)]);
        Assert.Equal(Verdict.Open, finding.Verdict);
        Assert.Contains("(clearly lower); at its own best rate 0.1 it is 26.0", finding.Shown, StringComparison.Ordinal);
        Assert.EndsWith("0 of these 18 networks diverged.", finding.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_shown_is_the_one_with_the_lowest_validation_error_over_all_rates()
    {
        Sprint tight = Sprint(new Pace { Clipping = .1f }, .3, .3), loose = Sprint(new Pace { Clipping = 1 }, .1, .6);
        Assert.Same(tight, RegularizationLab.Figures.Heat.Chosen([loose, tight]));
    }

    [Fact]
    public void A_network_that_diverged_counts_as_a_guess_and_is_counted()
    {
        SweepPoint<Pace> point = new(new Pace { Rate = 3 }, []);
        var lap = Lap.Of(new SweepRow<Pace>(point, [new SweepTrial<Pace>(point, 1, TrialOutcome.Diverged, double.NaN)], Metric.TotalLoss));
        Assert.Equal((3f, 1), (lap.Rate, lap.Diverged));
        Assert.Equal([.9], lap.Validation);
        Assert.Equal([.9], lap.Test);
    }

    private static Finding Find(Heat[] heats) => LimitsFigure.Find("A claim.", "A source", "clipping", heats, heat => heat.Clipped);

    /// <summary>Networks that misread a tenth at the rate 0.1, and these shares at 1 and 10.</summary>
    private static Heat Heat(double free, double limited, double limitedAtBest = .1) =>
        new("without dropout", Sprint(new Pace(), .1, free, free), [Sprint(new Pace { Clipping = 1 }, limitedAtBest, limited, limited)], []);

    private static Sprint Sprint(Pace pace, params double[] errors) => new(pace, [.. errors.Select((error, i) =>
    {
        double[] seeds = [error, error + .01, error + .02];
        return new Lap(MathF.Pow(10, i - 1), seeds, seeds, 0);
    })]);
}
