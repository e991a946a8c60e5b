using OxyPlot;
using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of the inputs that a network reads is true whichever way the measurements turn out.</summary>
public sealed class InputFindingTests
{
    private static readonly PixelInk Ink = new([1, .5f, .5f, 0], Width: 2);

    [Theory]
    [InlineData(0, 1, 2, .9, .1, nameof(Verdict.Agrees))]
    [InlineData(0, 2, 1, .9, .1, nameof(Verdict.Disagrees))]
    [InlineData(2, 0, 1, .9, .1, nameof(Verdict.Disagrees))]
    [InlineData(0, 1, 1, .9, .1, nameof(Verdict.Open))]
    [InlineData(0, 1, 2, .1, .9, nameof(Verdict.Disagrees))]
    public void Group_lasso_must_take_out_more_inputs_and_fewer_weights_of_the_others(int byL2, int byL1, int byGroup, double goneByL1, double goneByGroup, string verdict)
    {
        Candidate[] chosen = [Candidate(0, 0), Candidate(byL2, 0), Candidate(byL1, goneByL1), Candidate(byGroup, goneByGroup)];
        Assert.Equal(verdict, InputsFigure.Find(chosen, Ink).Verdict.ToString());
    }

    [Fact]
    public void Pixels_that_are_always_dark_are_told_apart()
    {
        string shown = InputsFigure.Find([Candidate(0, 0), Candidate(0, 0), Candidate(0, 0), Candidate(3, 0)], Ink).Shown;
        Assert.Contains("3 pixels that carry ink", shown, StringComparison.Ordinal);
        Assert.Contains("always dark (1)", shown, StringComparison.Ordinal);
        Assert.Equal([3], Ink.Dark);
    }

    [Fact]
    public void Compared_is_the_strongest_penalty_that_does_not_raise_the_validation_loss()
    {
        Candidate none = Candidate(0, 0, loss: .5), weak = Candidate(0, 0, loss: .4), strong = Candidate(0, 0, loss: .5), stronger = Candidate(0, 0, loss: .6);
        Assert.Same(strong, RegularizationLab.Figures.Candidate.Choose(none, [weak, strong, stronger]));
        Assert.Same(stronger, RegularizationLab.Figures.Candidate.Choose(none, [stronger]));
    }

    /// <summary>Without the row and the column that have faded as a whole, one of four weights is gone.</summary>
    [Fact]
    public void A_weight_that_left_with_its_input_or_its_unit_is_not_counted_again() => Assert.Equal(.25, Reading.GoneWithin(
        [
            1, .5f, 0,
            1, .005f, 0,
            .001f, .001f, 0,
        ], units: 3));

    /// <summary>A penalty with which the first few pixels with ink fade.</summary>
    private static Candidate Candidate(int faded, double gone, double loss = .5) => new("penalty", OxyColors.Black, 1, [.. Enumerable.Range(0, 3).Select(_ =>
        new Reading([.. Enumerable.Range(0, 4).Select(pixel => pixel < faded ? 1e-3 : 1)], gone, new Score(.1, loss), new Score(.1, loss)))]);
}
