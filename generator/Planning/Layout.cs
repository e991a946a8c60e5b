namespace NetGen.Generator.Planning;

/// <summary>How rows lie in memory.</summary>
internal static class Layout
{
    /// <summary>What rows are padded to: a whole vector of the widest kind.</summary>
    public const int Lanes = 16;

    /// <summary>Columns, rounded up to whole vectors.</summary>
    public static int Padded(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    /// <summary>
    /// Floats from one row to the next: whole vectors, and never a multiple of 256, where rows 1 KB apart would fall into the same few
    /// cache sets (such layers ran at 36–63 % of peak instead of 95).
    /// </summary>
    public static int Stride(int columns) => Padded(columns) % 256 == 0 ? Padded(columns) + Lanes : Padded(columns);
}

/// <summary>A place in an arena.</summary>
/// <param name="Arena">Which arena.</param>
/// <param name="Name">The constant that names it in emitted code: <c>Hidden</c>, <c>HiddenDz</c>.</param>
/// <param name="Offset">First float.</param>
/// <param name="Stride">Floats from one row to the next; 1 for one number per row.</param>
/// <param name="Length">Floats in all.</param>
/// <param name="Content">For the reader: <c>[64, 256] activations of Hidden</c>.</param>
internal sealed record Buffer(Arena Arena, string Name, int Offset, int Stride, int Length, string Content)
{
    /// <summary>Whether some float belongs to both.</summary>
    public bool Overlaps(Buffer other) => Arena == other.Arena && Offset < other.Offset + other.Length && other.Offset < Offset + Length;
}
