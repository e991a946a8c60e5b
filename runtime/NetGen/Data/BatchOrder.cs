using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The order in which an epoch visits the rows: a fresh permutation for every epoch, a function of (seed, epoch) and nothing else.</summary>
/// <param name="count">The number of rows, at least 1.</param>
/// <param name="seed">Any number.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1, or more than an array can hold.</exception>
public sealed class BatchOrder(int count, int seed)
{
    private readonly int[] _order = new int[HyperparameterRange.Check(count, 1, Array.MaxLength, nameof(count))];

    /// <summary>The rows 0 to count − 1 in the order of an epoch. The span is good until the next call, which overwrites it.</summary>
    /// <param name="epoch">The epoch, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public ReadOnlySpan<int> Epoch(int epoch)
    {
        HyperparameterRange.Check(epoch, 0, nameof(epoch));
        Shuffle.Fill(_order, seed, RandomPurpose.Shuffle, stream: epoch);
        return _order;
    }
}
