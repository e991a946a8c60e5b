using System.Collections.Immutable;
using NetGen.Generator.Binding;

namespace NetGen.Numerics.Tests;

/// <summary>An emitted network and its slow twin, started alike.</summary>
internal sealed class Pair : IDisposable
{
    private readonly Dictionary<string, int> _heads;

    /// <param name="model">What both are made from.</param>
    /// <param name="network">The emitted one; its parameters are overwritten.</param>
    /// <param name="seed">Of the parameters they start from: random numbers everywhere, also where the initialiser puts zeros, and none near the kink of |w|.</param>
    public Pair(NetworkModel model, INetwork network, int seed)
    {
        Network = network;
        Twin = new Twin(model, network.Memory.Seed);
        _heads = network.Schema.Heads.Select((h, i) => (h.Name, i)).ToDictionary();
        var random = new Random(seed);
        foreach (ParameterInfo p in network.Schema.Parameters)
        {
            double limit = Math.Min(0.8, 2 / Math.Sqrt(p.Rows));
            Tensor start = Tensor.Fill(p.Rows, p.Columns, (_, _) => (random.Next(2) - 0.5f) * 2 * Batches.Between(random, limit / 50, limit));
            Twin.World.Parameters[(p.Layer, p.Role)] = start;
            for (int slot = 0; slot < network.Schema.StateSlots; slot++)
            {
                Twin.World.States[(p.Layer, p.Role, slot)] = new Tensor(p.Rows, p.Columns);
            }

            for (int i = 0; i < p.Rows; i++)
            {
                for (int j = 0; j < p.Columns; j++)
                {
                    network.Memory.Parameters[p.Offset + i * p.Stride + j] = (float)start[i, j];
                }
            }
        }

        Start = Snapshot.Of(Twin);
    }

    public INetwork Network { get; }

    /// <summary>What both were declared as, for messages.</summary>
    public required string Source { get; init; }

    public Twin Twin { get; }

    /// <summary>What both started from.</summary>
    public Snapshot Start { get; }

    public void Dispose() => Network.Dispose();

    /// <summary>One update of the emitted network, and what it says about it.</summary>
    public Snapshot StepNetwork(Batch batch)
    {
        batch.Gather(Network);
        Network.Step(batch.Rows);
        return Snapshot.Of(Network);
    }

    /// <summary>Predictions and row losses of the emitted network.</summary>
    public Outcome EvaluateNetwork(Batch batch)
    {
        batch.Gather(Network);
        Network.Evaluate(batch.Rows);
        var outcome = new Outcome();
        foreach ((string name, int h) in _heads)
        {
            outcome.Predictions.Add(name, PredictionsOf(h, batch.Rows));
            outcome.RowLosses.Add(name, Tensor.Fill(batch.Rows, 1, (i, _) => Network.Memory.RowLosses(h)[i]));
            Assert.Equal(
                Enumerable.Range(0, batch.Rows).Select(row => batch.IsPresent(name, row) ? 1f : 0f),
                Network.Memory.Present(h)[..batch.Rows].ToArray());
        }

        return outcome;
    }

    /// <summary>Predictions of the emitted network by <see cref="INetwork.Predict"/>, which needs no targets.</summary>
    public ImmutableArray<Tensor> PredictNetwork(Batch batch)
    {
        batch.Gather(Network);
        Network.Predict(batch.Rows);
        return [.. _heads.Values.Select(h => PredictionsOf(h, batch.Rows))];
    }

    private Tensor PredictionsOf(int head, int rows) =>
        Tensor.Fill(rows, Network.Schema.Heads[head].Units, (i, j) => Network.Memory.PredictionRow(head, i)[j]);
}
