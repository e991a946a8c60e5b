using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Sees to it that a function of the caller's makes a new network each time: one that is trained twice would go on from what it has learned,
/// and each is disposed of when it has been measured. From any thread.
/// </summary>
/// <param name="argument">The parameter that the function was given as.</param>
internal sealed class NewNetworks(string argument)
{
    // Keeps none of them in memory.
    private readonly ConditionalWeakTable<INetwork, NewNetworks> _known = [];

    /// <summary>Returns the network if it is one, and new.</summary>
    /// <param name="network">What the function returned.</param>
    /// <param name="purpose">What for.</param>
    /// <exception cref="ArgumentException">There is none, or it was returned before; it is left as it is.</exception>
    public INetwork Require(INetwork? network, string purpose)
    {
        if (network is null)
        {
            throw new ArgumentException($"{argument} returned null for {purpose}; it must return a new network.", argument);
        }

        return _known.TryAdd(network, this)
            ? network
            : throw new ArgumentException($"{argument} returned for {purpose} a network that it had returned before; it must return a new one each time.", argument);
    }
}
