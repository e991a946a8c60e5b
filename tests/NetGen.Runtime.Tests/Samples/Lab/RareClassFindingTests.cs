using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab says of a rare class is true whichever way the measurements turn out, and the class is rare.</summary>
public sealed class RareClassFindingTests
{
    [Theory]
    [InlineData(.2, .4, nameof(Verdict.Agrees))]
    [InlineData(.3, .3, nameof(Verdict.Open))]
    [InlineData(.4, .2, nameof(Verdict.Disagrees))]
    public void A_weight_must_raise_the_share_that_is_recognized(double even, double weighed, string verdict) =>
        Assert.Equal(verdict, Find([Finds(0, .2), Finds(.01f, even)], [Finds(0, .2), Finds(.01f, weighed)])[0].Verdict.ToString());

    [Theory]
    [InlineData(.3, .5, nameof(Verdict.Agrees))]
    [InlineData(.3, .3, nameof(Verdict.Open))]
    [InlineData(.5, .3, nameof(Verdict.Disagrees))]
    public void A_weight_must_add_more_under_the_penalty_that_validation_chose_than_without_one(double free, double penalized, string verdict) =>
        Assert.Equal(verdict, Find([Finds(0, .2), Finds(.001f, .2), Finds(.01f, .2)], [Finds(0, free), Finds(.001f, .9), Finds(.01f, penalized, validation: .1)])[1].Verdict.ToString());

    [Fact]
    public void Each_kind_of_network_is_compared_at_the_strength_that_validation_chose_for_it()
    {
        Finding finding = Find(
            [Finds(0, .1), Finds(.001f, .2, validation: .1), Finds(.01f, .3, validation: .2)],
            [Finds(0, .1), Finds(.001f, .4, validation: .2), Finds(.01f, .5, validation: .1)])[0];
        Assert.Contains("51.0\u00a0±\u00a01.0\u00a0% of the class are recognized with the weight (λ = 0.01) and 21.0\u00a0±\u00a01.0\u00a0% without (λ = 0.001; clearly higher)", finding.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_rare_class_loses_images()
    {
        var bench = Workbench.Embedded(Plan.Digits);
        LabelColumn all = bench.Train.Labels("Label"), few = RegularizationLab.Figures.Finds.Few(bench).Labels("Label");
        Assert.Equal(Plan.Digits.RareRows, Of(few, Counters.RareClass));
        Assert.All(Enumerable.Range(0, 10).Where(label => label != Counters.RareClass), label => Assert.Equal(Of(all, label), Of(few, label)));

        static int Of(LabelColumn labels, int label) => labels.ToArray().Count(l => l == label);
    }

    [Fact]
    public void The_networks_weigh_the_class_that_is_rare()
    {
        float[] expected = [.. Enumerable.Range(0, 10).Select(label => label == Counters.RareClass ? (float)Counters.RareWeight : 1)];
        foreach (Type network in new[] { typeof(DigitWeigher), typeof(ImageWeigher) })
        {
            var head = (SoftmaxCrossEntropyAttribute)Attribute.GetCustomAttribute(network.GetProperty("Label")!, typeof(SoftmaxCrossEntropyAttribute))!;
            Assert.Equal(expected, head.ClassWeights);
        }
    }

    private static Finding[] Find(Finds[] even, Finds[] weighed) => [.. RareClassFigure.Find(even, weighed)];

    private static Finds Finds(float lambda, double recall, double validation = .2)
    {
        double[] recalls = [recall, recall + .01, recall + .02];
        return new Finds(lambda, recalls, [.2, .2, .2], [validation, validation, validation]);
    }
}
