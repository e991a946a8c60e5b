namespace NetGen;

/// <summary>Trains a network; the generated <c>Fit</c> calls it.</summary>
public static class Trainer
{
    /// <summary>
    /// Visits the rows of <paramref name="training"/> in mini-batches, in another order each epoch, until the last epoch, until early
    /// stopping or until cancellation. The last batch of an epoch may be smaller. A step allocates nothing.
    /// </summary>
    /// <param name="network">The network; it goes on from its present parameters.</param>
    /// <param name="training">At least two rows, and at least one full batch.</param>
    /// <param name="validation">Evaluated after each epoch, in batches without dropout; null for none.</param>
    /// <param name="options">Epochs, early stopping, seed; defaults if null.</param>
    /// <param name="progress">Told of each epoch while the network holds that epoch's parameters; an exception of its own ends the fit and is passed on.</param>
    /// <param name="cancellationToken">Ends the fit after the step in hand; the result then says so.</param>
    /// <returns>
    /// The history. With early stopping the network holds the best epoch's parameters, however the fit ended, with the optimiser's state
    /// and the count of updates that belong to them; those from before the fit, if no epoch had a finite validation loss. Without it,
    /// the network is as the last step left it.
    /// </returns>
    /// <exception cref="ArgumentException">A data set is too small or does not fit the network, or early stopping has no validation set; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">
    /// A loss or a parameter became NaN or infinite. The network holds the best epoch's parameters with early stopping, without it those of
    /// the last finished epoch; those from before the fit, if there is no such epoch.
    /// </exception>
    public static FitResult Fit(
        INetwork network,
        Dataset training,
        Dataset? validation = null,
        FitOptions? options = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new FitOptions();
        FitArguments.Require(network, training, validation, options);
        using NetworkMemory.Use use = network.Memory.Enter();
        using var gatherer = new Gatherer(network);
        return new FitLoop(network, training, validation, options, gatherer, progress, cancellationToken).Run();
    }
}
