using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>What networks find of a class of which they saw few images, at one strength of L2, seed by seed.</summary>
/// <param name="Lambda">λ.</param>
/// <param name="Recall">Of the test images of the rare class the share that is recognized.</param>
/// <param name="Error">The share of all test images misread.</param>
/// <param name="Validation">The share of validation images misread.</param>
internal sealed record Finds(float Lambda, double[] Recall, double[] Error, double[] Validation)
{
    /// <summary>Trains networks at every strength from every seed, on a training set of which most images of the rare class are taken away.</summary>
    /// <param name="bench">What to train, and on what.</param>
    /// <param name="weighs">Whether an image of the rare class counts ten times.</param>
    public static Finds[] Measure(Workbench bench, bool weighs)
    {
        SweepTable<Count> table = bench.Sweep(
            Grid.Of(new Count { Weighs = weighs }).With("λ", bench.Plan.RareL2, (count, lambda) => count with { L2 = lambda }),
            (count, seed) => Counters.Create(bench, count, seed), new FitOptions { Epochs = bench.Plan.Epochs }, Few(bench));
        return [.. table.Rows.Select(Of)];
    }

    /// <summary>The training set without most images of the rare class: as many are left as the plan says.</summary>
    public static Dataset Few(Workbench bench)
    {
        LabelColumn labels = bench.Train.Labels(ImageSet.Labels);
        int[] rare = [.. Enumerable.Range(0, labels.Count).Where(row => labels[row] == Counters.RareClass)];
        HashSet<int> away = [.. rare.Skip(bench.Plan.RareRows)];
        return bench.Train.Select([.. Enumerable.Range(0, labels.Count).Where(row => !away.Contains(row))]);
    }

    private static Finds Of(SweepRow<Count> row) => new(
        row.Point.Hyperparameters.L2,
        [.. row.Trials.Select(trial => ((ClassificationMetrics)trial.Test!.Heads.Single()).Confusion.Recall(Counters.RareClass))],
        [.. row.Trials.Select(trial => Score.Of(trial.Test!).Error)],
        [.. row.Trials.Select(trial => Score.Of(trial.Validation!).Error)]);
}
