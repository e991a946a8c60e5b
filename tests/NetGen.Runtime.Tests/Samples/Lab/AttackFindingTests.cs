using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of attacks and of uncertainty is true whichever way the measurements turn out.</summary>
public sealed class AttackFindingTests
{
    private const int Rows = 10;

    [Theory]
    [InlineData(1, 2, 6, nameof(Verdict.Agrees))]
    [InlineData(1, 6, 6, nameof(Verdict.Open))]
    [InlineData(1, 6, 2, nameof(Verdict.Disagrees))]
    public void The_gradients_signs_must_harm_more_than_random_ones(int clean, int noisy, int deceived, string verdict)
    {
        Deception[] networks = [.. Enumerable.Range(0, 3).Select(_ => new Deception([], [], Misreading(clean), Misreading(noisy), Misreading(deceived)))];
        Assert.Equal(verdict, GalleryFigure.Find(networks, .1f).Verdict.ToString());
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

    /// <summary>Predictions for images of class 0, the last few of which are taken for class 1.</summary>
    private static Predictions Misreading(int wrong)
    {
        var probabilities = new float[Rows * 10];
        for (int row = 0; row < Rows; row++)
        {
            probabilities[row * 10 + (row < Rows - wrong ? 0 : 1)] = 1;
        }

        return new Predictions(probabilities, new int[Rows]);
    }

    private static Resistance[] Resisting(double oneStep, double iterated, double clean) =>
        [.. Enumerable.Range(0, 3).Select(_ => new Resistance([1 - clean, oneStep], [1 - clean, iterated], new Score(clean, clean)))];

    private static Doubts[] Doubting(float ofRight, float ofWrong) => [.. Enumerable.Range(0, 3).Select(_ => new Doubts(
        Misreading(2), Misreading(2), [.. Enumerable.Range(0, Rows).Select(row => row < Rows - 2 ? ofRight : ofWrong)]))];
}
