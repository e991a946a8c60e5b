namespace NetGen;

/// <summary>Seeded permutations by Fisher and Yates, unbiased: a draw that would favour small numbers is thrown away and drawn again.</summary>
internal static class Shuffle
{
    /// <summary>What a permutation is for; each use has permutations of its own.</summary>
    public const int Batches = 1, Splits = 2;

    /// <summary>Fills <paramref name="order"/> with a permutation of 0 to length − 1 that is a function of the other arguments only.</summary>
    public static void Fill(Span<int> order, int seed, int use, int index)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        ulong state = ((ulong)(uint)seed << 32 | (uint)index) ^ (ulong)use * 0x9E3779B97F4A7C15;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = (int)Below((uint)i + 1, ref state);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    /// <summary>Uniform over 0 to bound − 1 by multiplication (Lemire 2019, "Fast random integer generation in an interval").</summary>
    private static uint Below(uint bound, ref ulong state)
    {
        uint rejected = (uint)-(int)bound % bound;
        while (true)
        {
            ulong product = (ulong)Next(ref state) * bound;
            if ((uint)product >= rejected)
            {
                return (uint)(product >> 32);
            }
        }
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014), the upper half.</summary>
    private static uint Next(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (uint)((z ^ (z >> 31)) >> 32);
    }
}
