using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of attacks and of uncertainty is true whichever way the measurements turn out.</summary>
public sealed class AttackFindingTests
{
    private const int Rows = 10;

    [Theory]
    [InlineData(1, 6, .9f, nameof(Verdict.Agrees))]
    [InlineData(1, 6, .5f, nameof(Verdict.Open))]
    [InlineData(1, 6, .3f, nameof(Verdict.Disagrees))]
    [InlineData(1, 1, .9f, nameof(Verdict.Disagrees))]
    [InlineData(6, 1, .9f, nameof(Verdict.Disagrees))]
    public void The_gradients_signs_must_harm_and_the_wrong_class_must_get_more_than_half(int clean, int deceived, float confidence, string verdict)
    {
        Deception[] networks = [.. Enumerable.Range(0, 3).Select(_ => new Deception([], [], Misreading(clean), Misreading(clean), Misreading(deceived, confidence)))];
        Assert.Equal(verdict, GalleryFigure.Find(networks, .1f).First().Verdict.ToString());
        Assert.Equal(Verdict.Open, GalleryFigure.Find(networks[..2], .1f).First().Verdict);
    }

    [Theory]
    [InlineData(1, 1, 6, nameof(Verdict.Agrees))]
    [InlineData(2, 1, 6, nameof(Verdict.Agrees))]
    [InlineData(1, 2, 6, nameof(Verdict.Disagrees))]
    [InlineData(1, 1, 1, nameof(Verdict.Open))]
    public void Random_signs_must_leave_the_error_as_it_is(int clean, int noisy, int deceived, string verdict)
    {
        Deception[] networks = [.. Enumerable.Range(0, 3).Select(_ => new Deception([], [], Misreading(clean), Misreading(noisy), Misreading(deceived)))];
        Assert.Equal(verdict, GalleryFigure.Find(networks, .1f).Last().Verdict.ToString());
        Assert.Equal(Verdict.Open, GalleryFigure.Find(networks[..2], .1f).Last().Verdict);
    }

    [Fact]
    public void Hardened_networks_agree_with_the_textbook_only_if_they_resist_both_attacks()
    {
        Plan plan = Plan.Digits with { Epsilons = [0, .1f] };
        Resistance[] plain = Resisting(.5, .4, clean: .1), better = Resisting(.8, .7, clean: .05), onlyOneStep = Resisting(.8, .2, clean: .2);
        Assert.Equal([Verdict.Agrees, Verdict.Agrees], ResistanceFigure.Find(plan, plain, better).Select(f => f.Verdict));
        Assert.Equal([Verdict.Disagrees, Verdict.Disagrees], ResistanceFigure.Find(plan, plain, onlyOneStep).Select(f => f.Verdict));
    }

    [Fact]
    public void Masks_that_disagree_on_the_misread_images_tell_which_to_refuse()
    {
        Assert.Equal(Verdict.Agrees, UncertaintyFigure.Find(Doubting(ofRight: .1f, ofWrong: .4f)).First().Verdict);
        Assert.NotEqual(Verdict.Agrees, UncertaintyFigure.Find(Doubting(ofRight: .4f, ofWrong: .1f)).First().Verdict);
    }

    [Fact]
    public void One_prediction_comes_close_to_the_mean_only_if_it_is_equal_within_the_margins()
    {
        // Nine tenths of the probability where it belongs, or less: losses of 0.105, 0.128 (more than a tenth worse) and 0.108.
        Assert.Equal(Verdict.Agrees, Close(plain: .897f, averaged: .9f));
        Assert.Equal(Verdict.Disagrees, Close(plain: .88f, averaged: .9f));
        Assert.Equal(Verdict.Open, Close(plain: .897f, averaged: .9f, seeds: 2));
        Assert.Equal(Verdict.Disagrees, Close(plain: .897f, averaged: .9f, misread: 1));

        static Verdict Close(float plain, float averaged, int seeds = 3, int misread = 0) => UncertaintyFigure.Find(
            [.. Enumerable.Range(0, seeds).Select(_ => new Doubts(Misreading(misread, .51f, plain), Misreading(0, .51f, averaged), new float[Rows]))]).Last().Verdict;
    }

    /// <summary>Predictions for images of class 0, the last few of which are taken for class 1, with the probability given.</summary>
    private static Predictions Misreading(int wrong, float confidence = 1, float whereRight = 1)
    {
        var probabilities = new float[Rows * 10];
        for (int row = 0; row < Rows; row++)
        {
            bool isRight = row < Rows - wrong;
            probabilities[row * 10 + (isRight ? 0 : 1)] = isRight ? whereRight : confidence;
        }

        return new Predictions(probabilities, new int[Rows]);
    }

    private static Resistance[] Resisting(double oneStep, double iterated, double clean) =>
        [.. Enumerable.Range(0, 3).Select(_ => new Resistance([1 - clean, oneStep], [1 - clean, iterated], new Score(clean, clean)))];

    private static Doubts[] Doubting(float ofRight, float ofWrong) => [.. Enumerable.Range(0, 3).Select(_ => new Doubts(
        Misreading(2), Misreading(2), [.. Enumerable.Range(0, Rows).Select(row => row < Rows - 2 ? ofRight : ofWrong)]))];
}
