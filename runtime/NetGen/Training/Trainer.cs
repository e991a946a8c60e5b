namespace NetGen;

/// <summary>Trains a network; the generated <c>Fit</c> calls it.</summary>
public static class Trainer
{
    /// <summary>
    /// Visits the rows of <paramref name="training"/> in mini-batches, in another order each epoch, until the last epoch or update, until
    /// early stopping or until cancellation. The last batch of an epoch may be smaller. A step allocates nothing.
    /// </summary>
    /// <param name="network">The network; it goes on from its present parameters.</param>
    /// <param name="training">At least two rows, and at least one full batch.</param>
    /// <param name="validation">Evaluated after each epoch, or when early stopping says, in batches without dropout; null for none.</param>
    /// <param name="options">Epochs or updates, early stopping, retraining, seed; defaults if null.</param>
    /// <param name="progress">
    /// Told of each epoch and of each evaluation before the end of one, while the network holds the parameters of that moment; an exception
    /// of its own ends the fit and is passed on.
    /// </param>
    /// <param name="cancellationToken">Ends the fit after the step in hand; the result then says so.</param>
    /// <returns>
    /// The history, and which parameters the network holds (<see cref="FitResult.Parameters"/>). With a validation set they are those of the
    /// best evaluation, however the fit ended, with the optimizer's state and the count of updates that belong to them, unless
    /// <see cref="FitOptions.KeepBest"/> is false. If no evaluation had a finite value, they are those from before the fit with early
    /// stopping, else those of the last step. Without a validation set the network is as the last step left it; retrained on all rows, as
    /// the last step of that left it. Where weights are averaged (<see cref="AverageWeightsAttribute"/>) the parameters measured, kept and
    /// left are the averages of those of the steps.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A data set is too small or does not fit the network, early stopping has no validation set or monitors what the network does not
    /// have, or the sets to retrain on cannot be joined; nothing has changed.
    /// </exception>
    /// <exception cref="TrainingDivergedException">
    /// A loss, a parameter or the optimizer's state became NaN or infinite. The network holds the best evaluation's parameters where the best
    /// are kept, else those of the last report; those from before the fit, if there is none: the message says which. Or the network came with
    /// NaN or infinity in its parameters; then nothing has changed.
    /// </exception>
    public static FitResult Fit(
        INetwork network,
        Dataset training,
        Dataset? validation = null,
        FitOptions? options = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellationToken = default) =>
        Run(network, training, validation, options, progress, FitArguments.OfFit, cancellationToken);

    /// <summary>The same for a caller whose parameters have other names.</summary>
    internal static FitResult Run(
        INetwork network, Dataset training, Dataset? validation, FitOptions? options, IProgress<EpochReport>? progress,
        FitArguments arguments, CancellationToken cancellationToken)
    {
        options ??= new FitOptions();
        arguments.Require(network, training, validation, options);
        using NetworkMemory.Use use = network.Memory.Enter();
        RequireFinite(network.Memory);
        using var gatherer = new Gatherer(network);
        return options.RetrainOnAll
            ? new RetrainedFit(network, training, validation!, options, gatherer, progress, cancellationToken).Run()
            : new FitLoop(network, training, validation, options, gatherer, progress, cancellationToken).Run();
    }

    /// <summary>Refuses a network that holds NaN or infinity already: no finite parameters could be restored.</summary>
    private static void RequireFinite(NetworkMemory memory)
    {
        if (NonFinite.FirstIn(memory) is var (parameter, _))
        {
            throw TrainingDivergedException.BeforeTraining(memory.Steps, parameter.Name, state: "");
        }

        if (memory.Steps > 0 && NonFinite.FirstInState(memory) is { } ofState)
        {
            throw TrainingDivergedException.BeforeTraining(memory.Steps, ofState.Name, state: "the optimizer's state of ");
        }
    }
}
