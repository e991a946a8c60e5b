using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Test error against the learning rate, without a limit, with clipped gradients and with max-norm.</summary>
internal static class LimitsFigure
{
    public const string Id = "limits";

    public static Figure Draw(Workbench bench)
    {
        Plan plan = bench.Plan;
        Heat[] heats = Heat.Measure(bench);
        return new Figure(Id, "High learning rates",
            Invariant($"Each point: {plan.Seeds.Length} small networks trained by descent with momentum, from the rate below down to 0 along a cosine; mean and deviation on the test images. A network that diverges counts as a guess, {Words.Percent(Lap.Guess)}. Each limit is the one of several with the lowest validation error over all rates. Max-norm holds for the weights of every unit, not for biases; the dropout rate is {Words.Strength(plan.SprintDropRate)}."),
            [.. heats.Select(Panel)],
            [
                Find(
                    "Clipping the norm of the gradient keeps training from leaping off a cliff: networks learn at rates at which others fail.",
                    "Deep Learning, §10.11.1; Pascanu, Mikolov & Bengio 2013", "clipping", heats, heat => heat.Clipped),
                Find(
                    "Max-norm allows a huge learning rate, at which the weights would otherwise blow up.",
                    "Srivastava et al. 2014, §5.1", "max-norm", heats, heat => heat.Short),
            ],
            new DataTable(["", "limit", .. plan.SprintRates.Select(rate => $"η {Words.Strength(rate)}"), "diverged"],
                [.. heats.SelectMany(heat => heat.All.Select(sprint => Row(heat, sprint)))]));
    }

    /// <summary>
    /// Whether a limit lowers the test error at the rates above that which is best without one, and does not raise it where each does best: a
    /// limit so tight that nothing is learned would stand any rate.
    /// </summary>
    public static Finding Find(string claim, string source, string name, Heat[] heats, Func<Heat, Sprint[]> tried)
    {
        List<Difference> measured = [];
        List<string> shown = [];
        foreach (Heat heat in heats)
        {
            (Sprint free, Sprint limited, float best) = (heat.Free, Heat.Chosen(tried(heat)), heat.Free.Best.Rate);
            var high = Difference.Between(free.Above(best), limited.Above(best));
            var atBest = Difference.Between(free.Best.Test, limited.Best.Test);
            measured.AddRange(high, atBest);
            shown.Add(
                $"{heat.Name}, at the rates above {Words.Strength(best)}, the best one without a limit, the mean test error is {Percent(limited.Above(best))} with {Title(limited.Pace)} and {Percent(free.Above(best))} without ({high}); " +
                $"at its own best rate {Words.Strength(limited.Best.Rate)} it is {Percent(limited.Best.Test)} against {Percent(free.Best.Test)} ({atBest})");
        }

        IEnumerable<Sprint> all = heats.SelectMany(heat => (Sprint[])[heat.Free, Heat.Chosen(tried(heat))]);
        string diverged = Invariant($"{all.Sum(sprint => sprint.Laps.Sum(lap => lap.Diverged))} of these {all.Sum(sprint => sprint.Laps.Sum(lap => lap.Test.Length))} networks diverged.");
        string told = string.Join(". ", shown.Select(text => char.ToUpperInvariant(text[0]) + text[1..]));
        return new Finding(claim, source, $"{told}. With and without {name}, {diverged}", Verdicts.Lower([.. measured]));
    }

    private static Drawing Panel(Heat heat)
    {
        var chart = new Chart(Axes.Logarithmic(heat.Free.Laps[0].Rate / 1.2, heat.Free.Laps[^1].Rate * 1.2, "η, the learning rate at the start"), Axes.Linear(0, 100));
        (Sprint Sprint, OxyPlot.OxyColor Color)[] lines = [(heat.Free, Ink.Line), (Heat.Chosen(heat.Clipped), Ink.Blue), (Heat.Chosen(heat.Short), Ink.Orange)];
        foreach ((Sprint sprint, OxyPlot.OxyColor color) in lines)
        {
            chart.Band(Title(sprint.Pace), color, [.. sprint.Laps.Select(lap => ((double)lap.Rate, Statistic.Of([.. lap.Test.Select(error => 100 * error)])))]);
        }

        string numbers = string.Join("; ", lines.Select(line => $"{Title(line.Sprint.Pace)}: {string.Join(", ", line.Sprint.Laps.Select(lap => $"{Percent(lap.Test)} at {Words.Strength(lap.Rate)}"))}"));
        return new Drawing(chart, $"{Id}-{heat.Name.Replace(' ', '-')}", $"Test error (%), {heat.Name}", $"Three lines with bands over the learning rate. {numbers}.");
    }

    private static string Title(Pace pace) =>
        pace.Clipping < Pace.Unlimited ? $"clipping at {Words.Strength(pace.Clipping)}" : pace.MaxNorm < Pace.Unlimited ? $"max-norm {Words.Strength(pace.MaxNorm)}" : "no limit";

    private static string[] Row(Heat heat, Sprint sprint) =>
    [
        heat.Name, Title(sprint.Pace), .. sprint.Laps.Select(lap => Percent(lap.Test)),
        Invariant($"{sprint.Laps.Sum(lap => lap.Diverged)} of {sprint.Laps.Sum(lap => lap.Test.Length)}"),
    ];

    private static string Percent(double[] errors) => Words.Percent(Statistic.Of([.. errors]));
}
