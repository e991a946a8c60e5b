using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>What a sweep found. Its text is a table.</summary>
/// <param name="Rows">A row for each point, in the order of the grid.</param>
/// <param name="Metric">What ranks them.</param>
/// <typeparam name="THyperparameters">The network's generated record.</typeparam>
public sealed record SweepTable<THyperparameters>(ImmutableArray<SweepRow<THyperparameters>> Rows, Metric Metric)
{
    /// <summary>
    /// The row of the best mean score, of equal ones the first. Only rows whose every trial finished are looked at: hyperparameters that
    /// diverge from some seed are no choice. Null if there is none.
    /// </summary>
    public SweepRow<THyperparameters>? Best => Metric.Mode == MetricMode.Minimize
        ? Rows.Where(row => row.IsComplete).MinBy(row => row.Score.Mean)
        : Rows.Where(row => row.IsComplete).MaxBy(row => row.Score.Mean);

    /// <summary>
    /// A line for each row: what was set, mean and deviation of the metric (with how many trials they are of, where it is not all), the best
    /// of the seeds, the metric on the test set if there is one, and how many trials finished. The same in every culture.
    /// </summary>
    public override string ToString()
    {
        string[] names = [.. Rows.SelectMany(row => row.Point.Settings).Select(s => s.Name).Distinct()];
        bool isTested = Rows.SelectMany(row => row.Trials).Any(t => t.Test is not null);
        var table = new TextTable();
        table.Add([.. names, Metric.ToString(), "best", .. Tested("test"), "finished"]);
        foreach (SweepRow<THyperparameters> row in Rows)
        {
            string best = row.Best is { } trial ? string.Create(CultureInfo.InvariantCulture, $"{trial.Score:G4} (seed {trial.Seed})") : "-";
            table.Add([
                .. names.Select(name => row.Point.Settings.FirstOrDefault(s => s.Name == name).Value ?? ""),
                Cell(row, row.Score), best, .. Tested(isTested ? Cell(row, row.Test(Metric)) : ""), row.Ending]);
        }

        return $"{table}\nbest: {(Best is null ? "none, for no point finished from every seed" : Best)}";

        // A trial that did not finish has nothing to measure.
        static string Cell(SweepRow<THyperparameters> row, Statistic value) => row.Count(TrialOutcome.Finished) == 0 ? "-" : value.Text(row.Trials.Length);

        IEnumerable<string> Tested(string cell) => isTested ? [cell] : [];
    }
}
