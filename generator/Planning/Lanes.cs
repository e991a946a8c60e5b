namespace NetGen.Generator.Planning;

/// <summary>The lanes of the widest vectors, which memory is padded to.</summary>
internal static class Lanes
{
    /// <summary>Floats of a vector of 512 bits.</summary>
    public const int Count = 16;

    /// <summary>Numbers, rounded up to whole vectors.</summary>
    public static int Padded(int numbers) => (numbers + Count - 1) / Count * Count;
}
