using NetGen;
using OxyPlot;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What local windows and shared weights do for accuracy, and how many weights they save.</summary>
internal static class SharingFigure
{
    public const string Id = "sharing";

    private const string Source = "LeCun 1989, Generalization and Network Design Strategies; Deep Learning, §7.9 and §9.2";

    public static Figure Draw(Workbench bench)
    {
        Saving[] nets = Saving.Measure(bench);
        return new Figure(Id, "What sharing weights saves",
            Invariant($"LeCun's five networks of 1989 on images scaled to {Nets.Side} × {Nets.Side} pixels; {bench.Plan.SharedRows} to learn from, drawn anew for each of {nets[0].Test.Length} seeds, {bench.PoolTest.Count:N0} to judge; bars: one deviation. Net-1 has no hidden layer and Net-2 a dense one; the units of Net-3 read a window each; the first hidden layer of Net-4 is a convolution of two filters, and both of Net-5 are. Validation stops each."),
            [Chart(nets)],
            [.. Find(nets)],
            new DataTable(["", "weights", "misread of those learned from", "test error"],
                [.. nets.Select(net => (string[])[net.Name, Invariant($"{net.Weights:N0}"), Percent(net.Training), Percent(net.Test)])]));
    }

    /// <param name="nets">Net-1 to Net-5.</param>
    public static IEnumerable<Finding> Find(Saving[] nets)
    {
        Difference local = Difference.Between(nets[1].Test, nets[2].Test);
        yield return new Finding(
            "Units that read a small window each need fewer weights, and the network generalizes better.", Source,
            Invariant($"Net-3, local, has {nets[2].Weights:N0} weights and misreads {Percent(nets[2].Test)} of the test images; Net-2, dense, has {nets[1].Weights:N0} and misreads {Percent(nets[1].Test)} ({local})."),
            Verdicts.Lower(local));

        Difference first = Difference.Between(nets[2].Test, nets[3].Test), both = Difference.Between(nets[3].Test, nets[4].Test);
        yield return new Finding(
            "Units that share their weights need fewer still, and the network generalizes better yet.", Source,
            Invariant($"Net-4, one layer shared, has {nets[3].Weights:N0} weights and misreads {Percent(nets[3].Test)} (against Net-3: {first}); Net-5, both shared, has {nets[4].Weights:N0} and misreads {Percent(nets[4].Test)} (against Net-4: {both})."),
            Verdicts.All(Verdicts.Lower(first), Verdicts.Lower(both)));
    }

    private static Drawing Chart(Saving[] nets)
    {
        Statistic[] right = [.. nets.Select(net => Statistic.Of([.. net.Test.Select(error => 100 - 100 * error)]))];
        double least = right.Min(s => s.Mean - s.Deviation), most = right.Max(s => s.Mean + s.Deviation), room = .1 * (most - least) + 1e-6;
        var chart = new Chart(Axes.Linear(0, nets.Max(net => net.Weights) * 1.15, "weights"), Axes.Linear(least - room, most + room)) { Width = 560, Height = 300 };
        foreach ((Saving net, Statistic accuracy) in nets.Zip(right))
        {
            (string title, OxyColor color) = net.Sharing switch
            {
                Sharing.Dense => ("dense", Ink.Orange),
                Sharing.Local => ("local", Ink.Green),
                _ => ("shared", Ink.Blue),
            };
            chart.Dot(net.Name, title, color, net.Weights, accuracy, Side(net.Name));
        }

        string numbers = string.Join("; ", nets.Select(net => Invariant($"{net.Name}: {Words.Percent(1 - net.Test.Average())} with {net.Weights:N0} weights")));
        return new Drawing(chart, $"{Id}-accuracy", "Test images read rightly (%) against the number of weights", $"A dot for each network. {numbers}.");
    }

    /// <summary>Where a name has room, Net-3, Net-4 and Net-5 having about as many weights.</summary>
    private static HorizontalAlignment Side(string name) => name switch
    {
        "Net-5" => HorizontalAlignment.Left,
        "Net-4" => HorizontalAlignment.Center,
        _ => HorizontalAlignment.Right,
    };

    private static string Percent(double[] errors) => Words.Percent(Statistic.Of([.. errors]));
}
