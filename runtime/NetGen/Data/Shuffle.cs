using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Seeded permutations: Fisher and Yates over Philox, every permutation equally likely.</summary>
internal static class Shuffle
{
    /// <summary>Fills <paramref name="order"/> with a permutation of 0 to length − 1 that is a function of the other arguments only.</summary>
    public static void Fill(Span<int> order, int seed, RandomPurpose purpose, int stream)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Philox random = new(seed, purpose, stream);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
