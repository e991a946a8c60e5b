using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of uncertainty is true whichever way the measurements turn out.</summary>
public sealed class DoubtFindingTests
{
    private const int Rows = 10;

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

    private static Doubts[] Doubting(float ofRight, float ofWrong) => [.. Enumerable.Range(0, 3).Select(_ => new Doubts(
        Misreading(2), Misreading(2), [.. Enumerable.Range(0, Rows).Select(row => row < Rows - 2 ? ofRight : ofWrong)]))];
}
