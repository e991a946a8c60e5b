using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>The last weights against the average of those before them, where single steps leap about.</summary>
internal static class AveragingFigure
{
    public const string Id = "averaging";

    /// <summary>The first epochs stand far above all others; cut off there, in units of the least, the rest can be seen.</summary>
    private const double Highest = 3;

    public static Figure Draw(Workbench bench)
    {
        Recipe averaged = bench.Plan.Averaged, last = averaged with { AverageDecay = 0 };
        Trail[] steps = bench.ForEachSeed(seed => Trail.Run(bench, last, seed));
        Trail[] averages = bench.ForEachSeed(seed => Trail.Run(bench, averaged, seed));
        return new Figure(Id, "Averaged weights",
            Invariant($"One network (seed {bench.Plan.Seeds[0]}) over {bench.Plan.Epochs} epochs at {averaged.RateFactor} times the lab's learning rate, with L2 (λ = {Words.Strength(averaged.L2)}), so that the steps never come to rest. The objective is the training loss and the penalty. Both lines are of the same steps; the average w̄ ← {averaged.AverageDecay}·w̄ + {1 - averaged.AverageDecay:0.##}·w is over about {1 / (1 - averaged.AverageDecay):F0} of them."),
            [
                Panel("objective", "Objective (nats)", trail => trail.Objective),
                Panel("validation", "Validation loss (nats)", trail => [.. trail.Validation.Select(score => score.Loss)]),
            ],
            [.. Find(steps, averages)],
            new DataTable(["", "objective", "validation loss", Invariant($"its deviation over {Trail.Tail} epochs"), "test error", "test loss"], Row("last weights", steps), Row("averaged weights", averages)));

        Drawing Panel(string name, string title, Func<Trail, double[]> measure)
        {
            double[] last = measure(steps[0]), average = measure(averages[0]);
            Chart chart = new Chart(Axes.Linear(0, title: "epoch"), Axes.Linear(0, Highest * average.Min()))
                .Line("last weights", Ink.Orange, last.Select((loss, i) => (i + 1.0, loss)))
                .Line("averaged weights", Ink.Blue, average.Select((loss, i) => (i + 1.0, loss)));
            return new Drawing(chart, $"{Id}-{name}", title, Invariant(
                $"Two lines over {last.Length} epochs. The last weights end at {last[^1]:G3}, the averaged ones at {average[^1]:G3}."));
        }
    }

    /// <param name="steps">The last weights, seed by seed.</param>
    /// <param name="averages">The averages, of the same steps.</param>
    public static IEnumerable<Finding> Find(Trail[] steps, Trail[] averages)
    {
        Difference depth = Between(trail => trail.Objective[^1]), leaps = Between(trail => trail.Leaps);
        yield return new Finding(
            "Single steps leap back and forth across a valley; the average of the points they visit lies near its bottom.",
            "Deep Learning, §8.7.3",
            $"At the end the objective is {Number(averages, t => t.Objective[^1])} for the averaged weights and {Number(steps, t => t.Objective[^1])} for the last ones ({depth}); " +
            Invariant($"the validation loss of the last {Trail.Tail} epochs has a deviation of {Number(averages, t => t.Leaps)} and {Number(steps, t => t.Leaps)} ({leaps})."),
            Verdicts.All(Verdicts.Lower(depth), Verdicts.Lower(leaps)));

        Difference error = Between(trail => trail.End.Error), loss = Between(trail => trail.End.Loss);
        yield return new Finding(
            "Averaged weights generalize better than the last ones.",
            "Izmailov et al. 2018",
            $"The averaged weights misread {Error(averages)} of the test images and the last ones {Error(steps)} ({error}); their test losses are {Number(averages, t => t.End.Loss)} and {Number(steps, t => t.End.Loss)} ({loss}).",
            Verdicts.Lower(error, loss));

        Difference Between(Func<Trail, double> measure) => Difference.Between(steps.Select(measure), averages.Select(measure));
    }

    private static string Number(Trail[] trails, Func<Trail, double> measure) => Words.Number(Statistic.Of([.. trails.Select(measure)]));

    private static string Error(Trail[] trails) => Words.Percent(Statistic.Of([.. trails.Select(t => t.End.Error)]));

    private static string[] Row(string name, Trail[] trails) =>
    [
        name, Number(trails, t => t.Objective[^1]), Number(trails, t => t.Validation[^1].Loss), Number(trails, t => t.Leaps), Error(trails), Number(trails, t => t.End.Loss),
    ];
}
