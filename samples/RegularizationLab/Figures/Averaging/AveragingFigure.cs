using System.Xml.Linq;
using NetGen;
using OxyPlot.Axes;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>The last weights against the average of those before them, where single steps leap about.</summary>
internal static class AveragingFigure
{
    private const string Id = "averaging";

    /// <summary>The first epochs stand far above all others; cut off there, in units of the least, the rest can be seen.</summary>
    private const double Highest = 4;

    public static Figure Draw(Workbench bench)
    {
        Recipe averaged = bench.Plan.Averaged, last = averaged with { AverageDecay = 0 };
        Trail[] steps = bench.ForEachSeed(seed => Trail.Run(bench, last, seed));
        Trail[] averages = bench.ForEachSeed(seed => Trail.Run(bench, averaged, seed));
        return new Figure(Id, "Averaged weights",
            Invariant($"One network (seed {bench.Plan.Seeds[0]}) over {bench.Plan.Epochs} epochs at {averaged.RateFactor} times the lab's learning rate, with noise (σ = {Words.Strength(averaged.Noise)}) on the pixels: so no step is like another. Both lines are of the same steps; the average w̄ ← {averaged.AverageDecay}·w̄ + {1 - averaged.AverageDecay:0.##}·w is over about {1 / (1 - averaged.AverageDecay):F0} of them."),
            [
                Panel("training", "Training loss (nats), without noise", (least, most) => Axes.Logarithmic(least, most), trail => trail.Training),
                Panel("validation", "Validation loss (nats)", (least, most) => Axes.Linear(0, Math.Min(most, Highest * least)), trail => trail.Validation),
            ],
            [.. Find(steps, averages)],
            new DataTable(["", "training loss", "validation loss", Invariant($"its deviation over {Trail.Tail} epochs"), "test error", "test loss"], Row("last weights", steps), Row("averaged weights", averages)));

        XElement Panel(string name, string title, Func<double, double, Axis> upright, Func<Trail, Score[]> measure)
        {
            double[] last = [.. measure(steps[0]).Select(score => score.Loss)], average = [.. measure(averages[0]).Select(score => score.Loss)];
            double least = last.Concat(average).Min(), most = last.Max();
            Chart chart = new Chart(Axes.Linear(0, title: "epoch"), upright(least / 1.5, most * 1.05))
                .Line("last weights", Ink.Orange, last.Select((loss, i) => (i + 1.0, loss)))
                .Line("averaged weights", Ink.Blue, average.Select((loss, i) => (i + 1.0, loss)));
            return Svg.Draw(chart, $"{Id}-{name}", title, Invariant(
                $"Two lines over {last.Length} epochs. The last weights end at {last[^1]:G3}, the averaged ones at {average[^1]:G3}."));
        }
    }

    /// <param name="steps">The last weights, seed by seed.</param>
    /// <param name="averages">The averages, of the same steps.</param>
    public static IEnumerable<Finding> Find(Trail[] steps, Trail[] averages)
    {
        Difference depth = Between(trail => trail.Training[^1].Loss), leaps = Between(trail => trail.Leaps);
        yield return new Finding(
            "Single steps leap back and forth across a valley; the average of the points they visit lies near its bottom.",
            "Deep Learning, §8.7.3",
            $"At the end the training loss is {Number(averages, t => t.Training[^1].Loss)} for the averaged weights and {Number(steps, t => t.Training[^1].Loss)} for the last ones ({depth}); " +
            Invariant($"the validation loss of the last {Trail.Tail} epochs has a deviation of {Number(averages, t => t.Leaps)} and {Number(steps, t => t.Leaps)} ({leaps})."),
            Verdicts.All(Verdicts.Lower(depth), Verdicts.Lower(leaps)));

        Difference error = Between(trail => trail.End.Error), loss = Between(trail => trail.End.Loss);
        yield return new Finding(
            "Averaged weights generalise better than the last ones.",
            "Izmailov et al. 2018",
            $"The averaged weights misread {Error(averages)} of the test images and the last ones {Error(steps)} ({error}); their test losses are {Number(averages, t => t.End.Loss)} and {Number(steps, t => t.End.Loss)} ({loss}).",
            Verdicts.Lower(error, loss));

        Difference Between(Func<Trail, double> measure) => Difference.Between(steps.Select(measure), averages.Select(measure));
    }

    private static string Number(Trail[] trails, Func<Trail, double> measure) => Words.Number(Statistic.Of([.. trails.Select(measure)]));

    private static string Error(Trail[] trails) => Words.Percent(Statistic.Of([.. trails.Select(t => t.End.Error)]));

    private static string[] Row(string name, Trail[] trails) =>
    [
        name, Number(trails, t => t.Training[^1].Loss), Number(trails, t => t.Validation[^1].Loss), Number(trails, t => t.Leaps), Error(trails), Number(trails, t => t.End.Loss),
    ];
}
