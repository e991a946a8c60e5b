using System.Collections.Immutable;
using NetGen.CompilerServices;
using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>An emitted network and its slow twin, started alike.</summary>
internal sealed class Pair : IDisposable
{
    private readonly Dictionary<string, int> _heads;

    /// <param name="model">What both are made from.</param>
    /// <param name="network">The emitted one; its parameters are overwritten.</param>
    /// <param name="seed">
    /// Of the parameters they start from: random numbers everywhere, also where the initializer puts zeros, and none near the kink of |w|.
    /// </param>
    public Pair(NetworkModel model, INetwork network, int seed)
    {
        Network = network;
        Twin = new Twin(model, network.Memory.Seed);
        _heads = network.Schema.Heads.Select((h, i) => (h.Name, i)).ToDictionary();
        var random = new Random(seed);
        foreach (ParameterInfo p in network.Schema.Parameters)
        {
            double limit = Math.Min(0.8, 2 / Math.Sqrt(p.Rows));
            Tensor start = Batches.Parameter(p.Role, Tensor.Fill(p.Rows, p.Columns, (_, _) => (random.Next(2) - 0.5f) * 2 * Batches.Between(random, limit / 50, limit)));
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

        network.Memory.TrainingExamples = Twin.World.TrainingExamples;
        Start = Snapshot.Of(Twin);
    }

    public INetwork Network { get; }

    /// <summary>More of the emitted ones in other settings: whatever the first does they do too, and must get the same bits.</summary>
    public IReadOnlyList<(Setting Setting, INetwork Network)> Others
    {
        get;
        init
        {
            field = value;
            foreach ((_, INetwork other) in value)
            {
                Network.Memory.Parameters.CopyTo(other.Memory.Parameters);
                other.Memory.TrainingExamples = Network.Memory.TrainingExamples;
            }
        }
    } = [];

    /// <summary>What both were declared as, for messages.</summary>
    public required string Source { get; init; }

    public Twin Twin { get; }

    /// <summary>What both started from.</summary>
    public Snapshot Start { get; }

    public void Dispose()
    {
        Network.Dispose();
        foreach ((_, INetwork other) in Others)
        {
            other.Dispose();
        }
    }

    /// <summary>One update of the emitted network, and what it says about it.</summary>
    public Snapshot StepNetwork(Batch batch)
    {
        Snapshot snapshot = Step(Network);
        foreach ((Setting setting, INetwork other) in Others)
        {
            SameBits.Check($"{batch.Rows} rows, {setting}", snapshot, Step(other));
        }

        return snapshot;

        Snapshot Step(INetwork network)
        {
            batch.WriteTo(network);
            network.Step(batch.Rows);
            return Snapshot.Of(network);
        }
    }

    /// <summary>Predictions and row losses of the emitted network.</summary>
    public Outcome EvaluateNetwork(Batch batch)
    {
        Outcome outcome = Evaluate(Network);
        foreach ((Setting setting, INetwork other) in Others)
        {
            SameBits.Check($"{batch.Rows} rows, {setting}", outcome, Evaluate(other));
        }

        return outcome;

        Outcome Evaluate(INetwork network)
        {
            batch.WriteTo(network);
            network.Evaluate(batch.Rows);
            var evaluated = new Outcome();
            foreach ((string name, int h) in _heads)
            {
                evaluated.Predictions.Add(name, PredictionsOf(network, h, batch.Rows));
                evaluated.RowLosses.Add(name, Tensor.Fill(batch.Rows, 1, (i, _) => network.Memory.RowLosses(h)[i]));
                Assert.Equal(
                    Enumerable.Range(0, batch.Rows).Select(row => batch.IsPresent(name, row) ? 1f : 0f),
                    network.Memory.Present(h)[..batch.Rows].ToArray());
            }

            return evaluated;
        }
    }

    /// <summary>Predictions of the emitted network in a pass of an uncertain prediction; the first computes for all what nothing random reaches.</summary>
    public Outcome SampleNetwork(Batch batch, int pass)
    {
        Outcome outcome = Sample(Network);
        foreach ((Setting setting, INetwork other) in Others)
        {
            SameBits.Check($"pass {pass} of {batch.Rows} rows, {setting}", outcome, Sample(other));
        }

        return outcome;

        Outcome Sample(INetwork network)
        {
            if (pass == 0)
            {
                batch.WriteTo(network);
            }

            network.Sample(batch.Rows, pass);
            var sampled = new Outcome();
            foreach ((string name, int h) in _heads)
            {
                sampled.Predictions.Add(name, PredictionsOf(network, h, batch.Rows));
            }

            return sampled;
        }
    }

    /// <summary>Several steps of an attack by the emitted network: the last gradient, and x′.</summary>
    public Outcome AttackNetwork(Batch batch, float epsilon, float step, int steps)
    {
        Outcome outcome = Attack(Network);
        foreach ((Setting setting, INetwork other) in Others)
        {
            Outcome again = Attack(other);
            Assert.All(outcome.Inputs, x => SameBits.Check($"{batch.Rows} rows, {setting}: {x.Key}", x.Value, again.Inputs[x.Key]));
            Assert.All(outcome.InputGradients, x => SameBits.Check($"{batch.Rows} rows, {setting}: d{x.Key}", x.Value, again.InputGradients[x.Key]));
        }

        return outcome;

        Outcome Attack(INetwork network)
        {
            batch.WriteTo(network);
            Attacks.Run(network, 0, batch.Rows, epsilon, step, steps, randomStart: null);
            var attacked = new Outcome();
            for (int i = 0; i < network.Schema.Inputs.Length; i++)
            {
                InputInfo input = network.Schema.Inputs[i];
                attacked.Inputs.Add(input.Name, Tensor.Fill(batch.Rows, input.Size, (r, j) => network.Memory.InputRow(i, r)[j]));
                attacked.InputGradients.Add(input.Name, Tensor.Fill(batch.Rows, input.Size, (r, j) => network.Memory.InputGradientRow(i, r)[j]));
            }

            return attacked;
        }
    }

    /// <summary>Predictions of the emitted network by <see cref="INetwork.Predict"/>, which needs no targets.</summary>
    public ImmutableArray<Tensor> PredictNetwork(Batch batch)
    {
        batch.WriteTo(Network);
        Network.Predict(batch.Rows);
        return [.. _heads.Values.Select(h => PredictionsOf(Network, h, batch.Rows))];
    }

    private static Tensor PredictionsOf(INetwork network, int head, int rows) =>
        Tensor.Fill(rows, network.Schema.Heads[head].Units, (i, j) => network.Memory.PredictionRow(head, i)[j]);
}
