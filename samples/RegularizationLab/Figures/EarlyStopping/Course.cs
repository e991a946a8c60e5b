using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One network over its epochs, and where early stopping would have ended it.</summary>
/// <param name="Training">On the rows it learns from, after each epoch.</param>
/// <param name="Validation">On the validation rows, after each epoch.</param>
/// <param name="BestEpoch">The epoch whose parameters early stopping keeps.</param>
/// <param name="StopEpoch">The epoch after which it ends the fit.</param>
/// <param name="Kept">The kept parameters on the test rows.</param>
/// <param name="Last">The parameters of the last epoch of all on the test rows.</param>
internal sealed record Course(Score[] Training, Score[] Validation, int BestEpoch, int StopEpoch, Score Kept, Score Last)
{
    /// <summary>Trains twice from one seed, to the end and with early stopping: up to the stop, both are the same to the bit.</summary>
    public static Course Run(Workbench bench, int seed)
    {
        List<Score> training = [], validation = [];
        using ILearner whole = bench.Untrained(new Recipe(), seed);
        whole.Fit(bench.Train, null, new FitOptions { Epochs = bench.Plan.Epochs }, EpochReport.ForEach(_ =>
        {
            training.Add(Score.Of(whole, bench.Train));
            validation.Add(Score.Of(whole, bench.Validation));
        }), CancellationToken.None);

        using ILearner stopped = bench.Untrained(new Recipe(), seed);
        FitResult fit = stopped.Fit(bench.Train, bench.Validation,
            new FitOptions { Epochs = bench.Plan.Epochs, EarlyStopping = new EarlyStopping(bench.Plan.Patience) }, null, CancellationToken.None);
        return new Course([.. training], [.. validation], fit.BestEpoch, fit.History.Length, Score.Of(stopped, bench.Test), Score.Of(whole, bench.Test));
    }
}
