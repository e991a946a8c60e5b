using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>Memory that a kernel reads or writes on account of a value.</summary>
/// <param name="Node">The value.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="OwnRows">Whether each thread touches only the rows of the batch that are its own.</param>
internal readonly record struct MemoryAccess(Node Node, Buffer Place, bool OwnRows)
{
    /// <summary>What a kernel reads.</summary>
    public static IEnumerable<MemoryAccess> ReadsOf(Kernel kernel, Func<Node, Buffer?> placeOf) => Of(kernel, kernel.Reads, placeOf);

    /// <summary>What a kernel writes.</summary>
    public static IEnumerable<MemoryAccess> WritesOf(Kernel kernel, Func<Node, Buffer?> placeOf) => Of(kernel, kernel.Written, placeOf);

    /// <summary>Whether two kernels that run at once may touch the same number: rows of the one buffer that each thread keeps to are no danger.</summary>
    public bool Meets(MemoryAccess other) => Place.Overlaps(other.Place) && !(OwnRows && other.OwnRows && HasRowsOf(other));

    /// <summary>Whether row r of the one is row r of the other. It is not where gradients of different widths share space.</summary>
    private bool HasRowsOf(MemoryAccess other) => Place.Offset == other.Place.Offset && Place.Stride == other.Place.Stride;

    private static IEnumerable<MemoryAccess> Of(Kernel kernel, IEnumerable<Node> nodes, Func<Node, Buffer?> placeOf)
    {
        foreach (Node node in nodes)
        {
            if (placeOf(node) is { } place)
            {
                // Mixup reads the row of another one, whichever thread that is.
                bool ownRows = kernel.SharedBy == Sharing.Rows && node.Type.Space is Space.Batch or Space.Samples && node.Op is not BatchLeaf { OfPartner: true };
                yield return new(node, place, ownRows);
            }
        }
    }
}
