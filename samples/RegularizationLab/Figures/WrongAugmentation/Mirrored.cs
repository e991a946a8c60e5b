using NetGen;

namespace RegularizationLab.Figures;

/// <summary>What networks read that were trained on mirrored images, seed by seed.</summary>
/// <param name="Probability">How likely a training image was mirrored.</param>
/// <param name="Validation">The shares of validation rows misread.</param>
/// <param name="Test">The shares of test rows misread.</param>
/// <param name="Classes">Of the test rows of each class the mean share that is misread.</param>
internal sealed record Mirrored(float Probability, double[] Validation, double[] Test, double[] Classes)
{
    public static Mirrored Of(Workbench bench, Recipe recipe)
    {
        Measurement[][] seeds = bench.ForEachSeed(seed =>
        {
            Workbench more = bench.Of(bench.Plan.SharedRows, seed);
            using ILearner network = more.Trained(recipe, seed);
            return (Measurement[])[Measurement.Of(network, more.Validation), Measurement.Of(network, more.Test)];
        });
        ConfusionMatrix[] test = [.. seeds.Select(s => ((ClassificationMetrics)s[1].Heads.Single()).Confusion)];
        return new Mirrored(
            Math.Max(recipe.HorizontalFlip, recipe.VerticalFlip),
            [.. seeds.Select(s => Score.Of(s[0]).Error)], [.. seeds.Select(s => Score.Of(s[1]).Error)],
            [.. Enumerable.Range(0, test[0].Classes).Select(label => test.Average(confusion => 1 - confusion.Recall(label)))]);
    }
}
