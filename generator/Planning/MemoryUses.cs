using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>What kernels have read and written since the last barrier, found by where it lies: two values may share memory.</summary>
internal sealed class MemoryUses
{
    private readonly Func<Node, Buffer?> _bufferOf;
    private readonly Dictionary<Buffer, List<Buffer>> _overlaps = [];
    private readonly Dictionary<Buffer, List<Use>> _reads = [], _writes = [];
    private int _count;

    /// <param name="kernels">All that may be added.</param>
    /// <param name="bufferOf">Where everything lies; null for what is no memory.</param>
    public MemoryUses(IEnumerable<Kernel> kernels, Func<Node, Buffer?> bufferOf)
    {
        _bufferOf = bufferOf;
        var places = kernels.SelectMany(kernel => MemoryAccess.ReadsOf(kernel, bufferOf).Concat(MemoryAccess.WritesOf(kernel, bufferOf)))
            .Select(access => access.Buffer).Distinct().OrderBy(place => place.Arena).ThenBy(place => place.Offset).ToList();
        var open = new List<Buffer>();
        foreach (Buffer place in places)
        {
            open.RemoveAll(earlier => !earlier.Overlaps(place));
            _overlaps.Add(place, [.. open, place]);
            open.ForEach(earlier => _overlaps[earlier].Add(place));
            open.Add(place);
        }
    }

    /// <summary>Why a kernel has to wait for one of those added: for what a reader would name first, of the first kernel it waits for; null if for none.</summary>
    public Barrier? Conflict(Kernel kernel)
    {
        MemoryAccess[] writes = [.. MemoryAccess.WritesOf(kernel, _bufferOf)];
        HashSet<Node> assigned = [.. kernel.Assigned.Where(node => node.Op is not Leaf { IsMadeInStep: true })];
        return First(_writes, MemoryAccess.ReadsOf(kernel, _bufferOf)) is { } written ? new(BarrierReason.Complete, written.Access.Node)
            : First(_reads, writes.Where(access => assigned.Contains(access.Node))) is { } read ? new(BarrierReason.Read, read.Access.Node)
            : Earlier(First(_reads, writes), First(_writes, writes)) is { } other ? new(BarrierReason.Free, other.Access.Node)
            : null;
    }

    public void Add(Kernel kernel)
    {
        Record(_reads, MemoryAccess.ReadsOf(kernel, _bufferOf));
        Record(_writes, MemoryAccess.WritesOf(kernel, _bufferOf));
    }

    public void Clear()
    {
        _reads.Clear();
        _writes.Clear();
    }

    private void Record(Dictionary<Buffer, List<Use>> uses, IEnumerable<MemoryAccess> accesses)
    {
        foreach (MemoryAccess access in accesses)
        {
            if (!uses.TryGetValue(access.Buffer, out List<Use>? here))
            {
                uses.Add(access.Buffer, here = []);
            }

            here.Add(new Use(_count++, access));
        }
    }

    /// <summary>The first use of memory that meets one of the accesses.</summary>
    private Use? First(Dictionary<Buffer, List<Use>> uses, IEnumerable<MemoryAccess> accesses) => accesses
        .SelectMany(access => _overlaps[access.Buffer].Select(place => uses.TryGetValue(place, out List<Use>? here) ? here.Find(use => use.Access.Meets(access)) : null))
        .Aggregate(default(Use), Earlier);

    private static Use? Earlier(Use? a, Use? b) => a is null || (b is not null && b.Number < a.Number) ? b : a;

    /// <param name="Number">Uses count in the order of their kernels, a kernel's reads before its writes.</param>
    /// <param name="Access">What is used.</param>
    private sealed record Use(int Number, MemoryAccess Access);
}
