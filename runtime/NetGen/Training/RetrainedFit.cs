namespace NetGen;

/// <summary>
/// Two fits: early stopping learns how many updates are best, then the network makes as many on all rows, from where the first began
/// (Deep Learning, §7.8, algorithm 7.2).
/// </summary>
internal sealed class RetrainedFit(
    INetwork network, Dataset training, Dataset validation, FitOptions options, Gatherer gatherer, IProgress<EpochReport>? progress,
    CancellationToken cancellation)
{
    private readonly NetworkSnapshot _start = new(network.Memory);

    public FitResult Run()
    {
        // The best of the search is what the network goes back to if the second training does not end well.
        FitResult search = new FitLoop(network, training, validation, options with { KeepBest = true }, gatherer, progress, cancellation).Run();
        return search.StopReason == StopReason.Canceled || search.Best is null ? search : Retrained(search);
    }

    private FitResult Retrained(FitResult search)
    {
        FitResult again = Retrain(search.BestSteps);
        return search with { Retraining = again, Parameters = again.StopReason == StopReason.Completed ? FittedParameters.Retrained : search.Parameters };
    }

    private FitResult Retrain(long steps)
    {
        var best = new NetworkSnapshot(network.Memory);
        bool isDone = false;
        Dataset all = training.Concat(validation);
        FitOptions again = new() { Epochs = EpochsOf(steps, all), Steps = steps, Seed = options.Seed };
        _start.Restore();
        var loop = new FitLoop(network, all, null, again, gatherer, progress, cancellation) { IsRetraining = true };
        try
        {
            FitResult result = loop.Run();
            isDone = result.StopReason == StopReason.Completed;
            return isDone ? result : result with { Parameters = FittedParameters.Best };
        }
        catch (TrainingDivergedException divergence) when (loop.HasDiverged)
        {
            throw divergence.Restored("the best parameters of the first training");
        }
        finally
        {
            if (!isDone)
            {
                best.Restore();
            }
        }
    }

    /// <summary>The epochs that so many updates begin.</summary>
    private int EpochsOf(long steps, Dataset data)
    {
        int batchSize = network.Schema.BatchSize;
        long stepsPerEpoch = (data.Count + batchSize - 1L) / batchSize;
        return checked((int)((steps + stepsPerEpoch - 1) / stepsPerEpoch));
    }
}
