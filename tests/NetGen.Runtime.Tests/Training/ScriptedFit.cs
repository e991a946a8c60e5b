using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>Fits of a <see cref="ScriptedNetwork"/> whose validation losses are prescribed: 7 rows, two updates an epoch.</summary>
internal sealed class ScriptedFit : IDisposable
{
    public const int StepsPerEpoch = 2;

    public ScriptedNetwork Network { get; } = new(batchSize: 4);

    /// <summary>What the network leaves after so many updates.</summary>
    public static Bits After(long steps)
    {
        using var network = new ScriptedNetwork(batchSize: 4);
        _ = network.Memory.State; // allocated, as in a fit
        for (int step = 0; step < steps; step++)
        {
            network.Step(rows: 1);
        }

        return Bits.Of(network);
    }

    public FitResult Run(FitOptions options, float[] validation, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        Network.Validation = validation;
        return Trainer.Fit(Network, ScriptedNetwork.Data(7), ScriptedNetwork.Data(3), options, progress, cancellation);
    }

    public void Dispose() => Network.Dispose();
}
