using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>Memory that a kernel reads or writes on account of a value.</summary>
/// <param name="Node">The value.</param>
/// <param name="Buffer">Where it lies.</param>
/// <param name="OwnRows">Whether each thread touches only the rows of the batch that are its own.</param>
internal readonly record struct MemoryAccess(Node Node, Buffer Buffer, bool OwnRows)
{
    /// <summary>What a kernel reads.</summary>
    public static IEnumerable<MemoryAccess> ReadsOf(Kernel kernel, Func<Node, Buffer?> bufferOf) => Of(kernel, kernel.Reads, bufferOf);

    /// <summary>What a kernel writes.</summary>
    public static IEnumerable<MemoryAccess> WritesOf(Kernel kernel, Func<Node, Buffer?> bufferOf) => Of(kernel, kernel.Written, bufferOf);

    /// <summary>Whether two kernels that run at once may touch the same number: rows of the one buffer that each thread keeps to are no danger.</summary>
    public bool Meets(MemoryAccess other) => Buffer.Overlaps(other.Buffer) && !(OwnRows && other.OwnRows && HasRowsOf(other));

    /// <summary>Whether row r of the one is row r of the other. It is not where gradients of different widths share space.</summary>
    private bool HasRowsOf(MemoryAccess other) => Buffer.Offset == other.Buffer.Offset && Buffer.Stride == other.Buffer.Stride;

    private static IEnumerable<MemoryAccess> Of(Kernel kernel, IEnumerable<Node> nodes, Func<Node, Buffer?> bufferOf)
    {
        foreach (Node node in nodes)
        {
            if (bufferOf(node) is { } place)
            {
                // Mixup reads the row of another one, whichever thread that is.
                bool ownRows = kernel.PartitionedBy == Partitioning.Rows && node.Type.Space is Space.Batch or Space.Samples && node.Op is not Leaf { IsOfPartner: true };
                yield return new(node, place, ownRows);
            }
        }
    }
}
