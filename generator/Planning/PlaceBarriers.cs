using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>
/// Says where the threads of a step must meet: before a kernel that reads what another wrote, or writes what another reads, since they
/// last met. Kernels that share the rows of the batch need not meet over a buffer they both take row by row: each thread has its own rows.
/// </summary>
internal static class PlaceBarriers
{
    /// <param name="kernels">The kernels as they run; one that runs more than once meets the others wherever it has to once.</param>
    /// <param name="buffers">Where everything lies.</param>
    public static void Run(IEnumerable<Kernel> kernels, AssignBuffers buffers)
    {
        var since = new List<Kernel>();
        foreach (Kernel kernel in kernels)
        {
            kernel.Meeting ??= since.Select(before => Conflict(before, kernel, buffers)).Where(meeting => meeting is not null).OrderBy(meeting => meeting!.Reason).FirstOrDefault();
            if (kernel.NeedsBarrier)
            {
                since.Clear();
            }

            since.Add(kernel);
        }
    }

    private static Meeting? Conflict(Kernel before, Kernel kernel, AssignBuffers buffers)
    {
        bool sameRows = before.SharedBy == Sharing.Rows && kernel.SharedBy == Sharing.Rows;
        return Overlap(before.Written, kernel.Reads) is { } written ? new(MeetingReason.Complete, written)
            : before.Reads.FirstOrDefault(node => node.Op is not Perturbed && kernel.Assigned.Contains(node)) is { } parameter ? new(MeetingReason.Read, parameter)
            : (Overlap(before.Reads, kernel.Written) ?? Overlap(before.Written, kernel.Written)) is { } other ? new(MeetingReason.Free, other)
            : null;

        Node? Overlap(IEnumerable<Node> first, IEnumerable<Node> second) =>
            first.Where(IsWork).FirstOrDefault(a => second.Where(IsWork).Any(b => Meets(buffers.Of(a), buffers.Of(b)) && !(sameRows && AreAlike(buffers.Of(a), buffers.Of(b)))));
    }

    /// <summary>Whether row r of the one is row r of the other. Gradients that share space with others of another width have no such luck.</summary>
    private static bool AreAlike(Buffer a, Buffer b) => a.Arena == b.Arena && a.Offset == b.Offset && a.Stride == b.Stride;

    private static bool IsWork(Node node) => node.Op is Kept or LimitColumns or InverseRowNorms or GlobalNorm || IsOfBatch(node);

    private static bool IsOfBatch(Node node) => node.Type.Space is Space.Batch or Space.Samples && node.Op is not (Labels or IRandomOp) && (node.Op is Input or Perturbed or Target or Present or not Leaf);

    private static bool Meets(Buffer a, Buffer b) => a.Arena == b.Arena && a.Offset < b.Offset + b.Length && b.Offset < a.Offset + a.Length;
}
