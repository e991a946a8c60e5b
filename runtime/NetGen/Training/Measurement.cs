using System.Collections.Immutable;

namespace NetGen;

/// <summary>How a network did on a data set: what a <see cref="Metric"/> picks its number from.</summary>
public sealed record Measurement
{
    /// <summary>What was found of a network that still has the parameters it was measured with.</summary>
    internal Measurement(INetwork network, ImmutableArray<HeadMetrics> heads)
    {
        Loss = Evaluator.TotalLoss(network, heads);
        Penalty = network.Penalty();
        Heads = heads;
    }

    /// <summary>Σ head weight × head loss over the heads that were measured, penalties not included; NaN if none was.</summary>
    public double Loss { get; }

    /// <summary>Σ λ·Ω(w) at the parameters that were measured; 0 without penalties.</summary>
    public double Penalty { get; }

    /// <summary>The metrics of every head, in declaration order.</summary>
    public ImmutableArray<HeadMetrics> Heads { get; }

    /// <summary>The metrics of one head.</summary>
    /// <exception cref="ArgumentException">There is no head of that name.</exception>
    public HeadMetrics this[string head] => Heads.FirstOrDefault(h => h.Head == head)
        ?? throw new ArgumentException($"There is no head {head}; there is {string.Join(", ", Heads.Select(h => h.Head))}.", nameof(head));

    /// <summary>Measures a network as <see cref="Evaluator.Evaluate"/> does, and asks for its penalties.</summary>
    /// <exception cref="ArgumentException"><paramref name="data"/> does not fit the network.</exception>
    /// <exception cref="InvalidOperationException">
    /// The network has a prior, and <see cref="NetworkMemory.TrainingExamples"/>, on which its strength depends, is not known: no file holds it,
    /// so set it after loading one. <see cref="Evaluator.Evaluate"/> does not need it.
    /// </exception>
    public static Measurement Of(INetwork network, Dataset data) => new(network, Evaluator.Evaluate(network, data));

    /// <summary>The heads' lines, one below the other.</summary>
    public override string ToString() => string.Join('\n', Heads);
}
