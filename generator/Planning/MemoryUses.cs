using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>What kernels have read and written since their threads last met, found by where it lies: two values may share memory.</summary>
internal sealed class MemoryUses
{
    private readonly AssignBuffers _buffers;
    private readonly Dictionary<(Arena Arena, int Offset, int Length), List<(Arena, int, int)>> _overlaps = [];
    private readonly Dictionary<(Arena, int, int), List<Use>> _reads = [], _writes = [];
    private readonly Dictionary<Node, Use> _firstReads = [];
    private int _count;

    /// <param name="kernels">All that may be added.</param>
    /// <param name="buffers">Where everything lies.</param>
    public MemoryUses(IEnumerable<Kernel> kernels, AssignBuffers buffers)
    {
        _buffers = buffers;
        var places = kernels.SelectMany(kernel => kernel.Reads.Concat(kernel.Written)).Where(IsWork).Select(PlaceOf).Distinct()
            .OrderBy(place => place.Arena).ThenBy(place => place.Offset).ToList();
        var open = new List<(Arena Arena, int Offset, int Length)>();
        foreach (var place in places)
        {
            open.RemoveAll(earlier => earlier.Arena != place.Arena || earlier.Offset + earlier.Length <= place.Offset);
            _overlaps.Add(place, [.. open, place]);
            open.ForEach(earlier => _overlaps[earlier].Add(place));
            open.Add(place);
        }
    }

    /// <summary>Why a kernel has to wait for one of those added: for what a reader would name first, of the first kernel it waits for; null if for none.</summary>
    public Meeting? Conflict(Kernel kernel)
    {
        bool byRows = kernel.SharedBy == Sharing.Rows;
        Use? written = First(_writes, kernel.Reads, byRows);
        Use? read = kernel.Assigned.Select(node => _firstReads.TryGetValue(node, out Use? use) ? use : null).Aggregate(default(Use), Earlier);
        return written is not null ? new(MeetingReason.Complete, written.Node)
            : read is not null ? new(MeetingReason.Read, read.Node)
            : Earlier(First(_reads, kernel.Written, byRows), First(_writes, kernel.Written, byRows)) is { } other ? new(MeetingReason.Free, other.Node)
            : null;
    }

    public void Add(Kernel kernel)
    {
        bool byRows = kernel.SharedBy == Sharing.Rows;
        foreach (Node node in kernel.Reads)
        {
            Use use = Record(_reads, node, byRows);
            if (node.Op is not Perturbed && !_firstReads.ContainsKey(node))
            {
                _firstReads.Add(node, use);
            }
        }

        foreach (Node node in kernel.Written)
        {
            Record(_writes, node, byRows);
        }
    }

    public void Clear()
    {
        _reads.Clear();
        _writes.Clear();
        _firstReads.Clear();
    }

    private Use Record(Dictionary<(Arena, int, int), List<Use>> uses, Node node, bool byRows)
    {
        var use = new Use(_count++, node, byRows);
        if (IsWork(node))
        {
            if (!uses.TryGetValue(PlaceOf(node), out List<Use>? here))
            {
                uses.Add(PlaceOf(node), here = []);
            }

            here.Add(use);
        }

        return use;
    }

    /// <summary>The first use of memory that one of the nodes lies in; not where threads go row by row on both sides, each over its own rows.</summary>
    private Use? First(Dictionary<(Arena, int, int), List<Use>> uses, IEnumerable<Node> nodes, bool byRows) => nodes.Where(IsWork)
        .SelectMany(node => _overlaps[PlaceOf(node)].Select(place => uses.TryGetValue(place, out List<Use>? here)
            ? here.Find(use => !(byRows && use.ByRows && AreAlike(_buffers.Of(use.Node), _buffers.Of(node))))
            : null))
        .Aggregate(default(Use), Earlier);

    private static Use? Earlier(Use? a, Use? b) => a is null || (b is not null && b.Number < a.Number) ? b : a;

    private (Arena Arena, int Offset, int Length) PlaceOf(Node node) => _buffers.Of(node) is var buffer ? (buffer.Arena, buffer.Offset, buffer.Length) : default;

    /// <summary>Whether row r of the one is row r of the other. It is not where gradients of different widths share space.</summary>
    private static bool AreAlike(Buffer a, Buffer b) => a.Arena == b.Arena && a.Offset == b.Offset && a.Stride == b.Stride;

    private static bool IsWork(Node node) => node.Op is Kept or LimitColumns or InverseRowNorms or GlobalNorm || IsOfBatch(node);

    private static bool IsOfBatch(Node node) => node.Type.Space is Space.Batch or Space.Samples && node.Op is not (Labels or IRandomOp) && (node.Op is Input or Perturbed or Target or Present or not Leaf);

    /// <param name="Number">Uses count in the order of their kernels, a kernel's reads before its writes.</param>
    /// <param name="Node">What is used.</param>
    /// <param name="ByRows">Whether each thread uses its own rows of it.</param>
    private sealed record Use(int Number, Node Node, bool ByRows);
}
