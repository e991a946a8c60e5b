using System.Collections.Immutable;

namespace NetGen;

/// <summary>How a network did on a data set: what a <see cref="Metric"/> picks its number from.</summary>
public sealed record Measurement
{
    internal Measurement(double loss, double penalty, ImmutableArray<HeadMetrics> heads)
    {
        Loss = loss;
        Penalty = penalty;
        Heads = heads;
    }

    /// <summary>Σ head weight × head loss, penalties not included.</summary>
    public double Loss { get; }

    /// <summary>Σ λ·Ω(w) at the parameters that were measured; 0 without penalties.</summary>
    public double Penalty { get; }

    /// <summary>The metrics of every head, in declaration order.</summary>
    public ImmutableArray<HeadMetrics> Heads { get; }

    /// <summary>The metrics of one head.</summary>
    /// <exception cref="ArgumentException">There is no head of that name.</exception>
    public HeadMetrics this[string head] => Heads.FirstOrDefault(h => h.Head == head)
        ?? throw new ArgumentException($"There is no head {head}; there is {string.Join(", ", Heads.Select(h => h.Head))}.", nameof(head));

    /// <summary>Measures a network, without dropout.</summary>
    /// <exception cref="ArgumentException"><paramref name="data"/> does not fit the network.</exception>
    public static Measurement Of(INetwork network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        data.Require(network.Schema, nameof(data));

        using NetworkMemory.Use use = network.Memory.Enter();
        // A thread for one measurement costs more than it saves: 3 batches of 784-10 took 330 µs with it, 86 without.
        using var gatherer = new Gatherer(network.Memory, ahead: false);
        return Evaluator.Measure(network, data, gatherer);
    }

    /// <summary>The heads' lines, one below the other.</summary>
    public override string ToString() => string.Join('\n', Heads);
}
