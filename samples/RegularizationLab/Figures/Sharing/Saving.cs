using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One of the five networks, seed by seed.</summary>
/// <param name="Name">"Net-1".</param>
/// <param name="Sharing">What its units have in common.</param>
/// <param name="Weights">Its parameters, biases too.</param>
/// <param name="Training">The shares misread of the rows it learned from.</param>
/// <param name="Test">The shares misread of the test rows.</param>
internal sealed record Saving(string Name, Sharing Sharing, int Weights, double[] Training, double[] Test)
{
    public static Saving[] Measure(Workbench bench)
    {
        Workbench scaled = bench with { Pool = Scaled.To16(bench.Pool), PoolTest = Scaled.To16(bench.PoolTest), Validation = Scaled.To16(bench.Validation) };
        return [.. Nets.All.Select(net =>
        {
            (int Weights, double Training, double Test)[] seeds = bench.ForEach([.. Enumerable.Range(1, bench.Plan.Draws)], seed => Train(scaled.Of(bench.Plan.SharedRows, seed), net.Create, seed));
            return new Saving(net.Name, net.Sharing, seeds[0].Weights, [.. seeds.Select(s => s.Training)], [.. seeds.Select(s => s.Test)]);
        })];
    }

    private static (int, double, double) Train(Workbench bench, Func<int, INetwork> create, int seed)
    {
        using INetwork network = create(seed);
        network.Threads = 1;
        Trainer.Fit(network, bench.Train, bench.Validation,
            new FitOptions { Epochs = bench.Plan.SharingEpochs, EarlyStopping = new EarlyStopping(bench.Plan.Patience) }, null, bench.Cancellation);
        int weights = network.Schema.Parameters.Sum(parameter => parameter.Rows * parameter.Columns);
        return (weights, Score.Of(network, bench.Train).Error, Score.Of(network, bench.Test).Error);
    }
}
