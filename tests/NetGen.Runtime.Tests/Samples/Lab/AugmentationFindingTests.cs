using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of augmentation and of shared weights is true whichever way the measurements turn out.</summary>
public sealed class AugmentationFindingTests
{
    [Theory]
    [InlineData(.2, .1, nameof(Verdict.Agrees))]
    [InlineData(.1, .1, nameof(Verdict.Open))]
    [InlineData(.1, .2, nameof(Verdict.Disagrees))]
    public void Deformed_images_in_training_must_lower_both_errors(double plain, double bent, string verdict)
    {
        Assert.Equal(verdict, AugmentationFigure.Find(Bendings(plain, plain), Bendings(bent, bent)).Verdict.ToString());
        Assert.NotEqual(Verdict.Agrees, AugmentationFigure.Find(Bendings(plain, .1), Bendings(bent, .3)).Verdict);
    }

    [Fact]
    public void Augmentation_is_judged_at_the_strength_that_validation_chooses_for_each_number_of_images()
    {
        Finding[] findings = [.. TrainingImagesFigure.Find([Harvest(10, .4, (.1, .3), (.2, .1)), Harvest(100, .3, (.2, .1), (.1, .2))])];
        Assert.All(findings, finding => Assert.Equal(Verdict.Agrees, finding.Verdict));
        Assert.Contains("21.0\u00a0±\u00a01.0\u00a0% against 41.0\u00a0±\u00a01.0\u00a0% with 10 images (clearly lower)", findings[1].Shown, StringComparison.Ordinal);
        Assert.Contains("21.0\u00a0±\u00a01.0\u00a0% against 31.0\u00a0±\u00a01.0\u00a0% with 100 images (clearly lower)", findings[1].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void More_images_that_raise_the_error_disagree() =>
        Assert.Equal(Verdict.Disagrees, TrainingImagesFigure.Find([Harvest(10, .2, (.1, .1)), Harvest(100, .4, (.1, .3))]).First().Verdict);

    [Theory]
    [InlineData(.3, .4, nameof(Verdict.Agrees))]
    [InlineData(.3, .2, nameof(Verdict.Open))]
    [InlineData(.1, .1, nameof(Verdict.Disagrees))]
    public void Flips_must_raise_the_error_in_either_direction(double across, double down, string verdict) =>
        Assert.Equal(verdict, WrongAugmentationFigure.Find(Mirrored(.2), Mirrored(across), Mirrored(down)).Verdict.ToString());

    [Fact]
    public void Sharing_is_judged_layer_by_layer()
    {
        Finding[] findings = [.. SharingFigure.Find([Saving(.5), Saving(.4), Saving(.3), Saving(.2), Saving(.2)])];
        Assert.Equal([Verdict.Agrees, Verdict.Open], findings.Select(finding => finding.Verdict));
        Assert.Equal(Verdict.Agrees, SharingFigure.Find([Saving(.5), Saving(.4), Saving(.3), Saving(.2), Saving(.1)]).Last().Verdict);
    }

    [Fact]
    public void Where_losses_cannot_be_compared_the_error_chooses_and_is_judged()
    {
        var knob = new Knob("smoothing", "smoothing", "ε", "ε", [.1f, .5f], (recipe, value) => recipe with { Smoothing = value }, Claim.Smoothing);
        Curve curve = new Curve(knob, Point(0, .3, 1), [Point(.1f, .2, 2), Point(.5f, .4, 3)]) { IsByError = true };
        Finding finding = StrengthFigure.Find(curve);
        Assert.Equal((.1f, Verdict.Agrees), (curve.Chosen.Value, finding.Verdict));
        Assert.DoesNotContain("loss", finding.Shown, StringComparison.Ordinal);
        Assert.StartsWith("Validation chooses no smoothing at all", StrengthFigure.Find(curve with { Without = Point(0, .1, 9) }).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_knob_that_changes_the_loss_has_the_error_choose()
    {
        Assert.DoesNotContain(Knob.All(Plan.Digits), knob => knob.ChangesLoss);
        Assert.Equal("smoothing", Knob.WhereLabelsAreWrong(Plan.Digits).Single(knob => knob.ChangesLoss).Id);
    }

    private static Bending[] Bendings(double clean, double deformed) => [.. Seeds(clean).Zip(Seeds(deformed), (c, d) => new Bending(c, d))];

    private static Harvest Harvest(int images, double without, params (double Test, double Validation)[] with) => new(images, Yield(without, 1),
        [.. with.Select(yield => Yield(yield.Test, yield.Validation))]);

    private static Yield Yield(double test, double validation) => new(new Recipe(), Scores(validation), Scores(test));

    private static Mirrored Mirrored(double error) => new(.5f, Seeds(error), Seeds(error), [error]);

    private static Saving Saving(double error) => new("Net", Sharing.Dense, 100, Seeds(0), Seeds(error));

    private static StrengthPoint Point(float value, double error, double loss) => new(value,
        [.. Seeds(error).Select(e => new Score(e, loss))], [.. Seeds(error).Select(e => new Score(e, loss))]);

    private static Score[] Scores(double both) => [.. Seeds(both).Select(value => new Score(value, value))];

    private static double[] Seeds(double value) => [value, value + .01, value + .02];
}
