using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One network on its way over the epochs, measured with the weights that it would keep.</summary>
/// <param name="Objective">What the steps descend, after each epoch: the loss on the rows it learns from, and the penalty.</param>
/// <param name="Validation">On the validation rows, after each epoch.</param>
/// <param name="End">On the test rows, after the last epoch.</param>
internal sealed record Trail(double[] Objective, Score[] Validation, Score End)
{
    /// <summary>Epochs over which a course is looked at for how jagged it is.</summary>
    public const int Tail = 20;

    /// <summary>How far the validation loss leaps: its standard deviation over the last epochs.</summary>
    public double Leaps => Statistic.Of([.. Validation.TakeLast(Tail).Select(score => score.Loss)]).Deviation;

    /// <summary>Trains from a seed. Averages are taken beside the steps: with and without them, these are the same to the bit.</summary>
    public static Trail Run(Workbench bench, Recipe recipe, int seed)
    {
        List<double> objective = [];
        List<Score> validation = [];
        using ILearner network = bench.Untrained(recipe, seed);
        network.Fit(bench.Train, null, new FitOptions { Epochs = bench.Plan.Epochs }, EpochReport.ForEach(_ =>
        {
            objective.Add(Score.Of(network, bench.Train).Loss + network.Penalty());
            validation.Add(Score.Of(network, bench.Validation));
        }), CancellationToken.None);
        return new Trail([.. objective], [.. validation], Score.Of(network, bench.Test));
    }
}
