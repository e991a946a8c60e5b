using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>The plan as text, for the trace: kernels as they are formed, chosen and barred, and memory as it is assigned.</summary>
internal static class PlanListing
{
    /// <summary>What each kernel computes, stores and assigns, in order.</summary>
    public static string Bodies(IEnumerable<Kernel> kernels) => string.Join("\n", kernels.Select((kernel, number) => string.Join("\n",
    [
        $"{(kernel.Name.Length > 0 ? kernel.Name : Invariant.Of($"kernel {number}"))}  // {kernel.Section.Phase} {kernel.Section.Owner}{(kernel.Section.Suffix.Length > 0 ? ", adversarial" : "")}",
        .. kernel.Body.Select(node => $"    {Line(node)}{(kernel.Stored.Contains(node) ? "  stored" : "")}"),
        .. kernel.Effects.Select(effect => $"    {effect}"),
    ])));

    /// <summary>The names of the kernels in the order in which they run.</summary>
    public static string Order(IEnumerable<Kernel> kernels) => Lines(kernels.Select(kernel => kernel.Name));

    /// <summary>How each kernel is written, and what the threads divide.</summary>
    public static string Templates(IEnumerable<Kernel> kernels) => Lines(kernels.Select(kernel =>
        Invariant.Of($"{kernel.Name}: {kernel.Template.TitleOf(kernel)}, cost {kernel.Template.CostOf(kernel)}, by {kernel.PartitionedBy.ToString().ToLowerInvariant()}{(kernel.Density < 1 ? Invariant.Of($", density {Math.Round(kernel.Density, 3)}") : "")}")));

    /// <summary>The kernels, each after the barrier that the threads wait at before it.</summary>
    public static string Barriers(IEnumerable<Kernel> kernels) => Lines(kernels.Select(kernel =>
        (kernel.Barrier is { } barrier ? $"-- barrier: {barrier.Value.Name ?? barrier.Value.Op.Name} of {barrier.Value.Section.Owner}, {Reason(barrier.Reason)}\n" : "") + kernel.Name));

    /// <summary>The emitted methods that several kernels share.</summary>
    public static string Methods(Plan plan) => Lines(plan.AllKernels
        .Select(kernel => kernel.Method).Where(method => method is not null).Distinct().Select(method => $"{method!.Name}: {string.Join(", ", method.Kernels.Select(kernel => kernel.Name))}"));

    /// <summary>Every place of every arena.</summary>
    public static string Buffers(AssignBuffers buffers) => Lines(buffers.ParameterBuffers.Values
        .Concat(Enum.GetValues(typeof(Arena)).Cast<Arena>().SelectMany(arena => buffers.In(arena).OrderBy(buffer => buffer.Offset)))
        .Concat(buffers.ScratchBuffers)
        .Select(buffer => Invariant.Of($"{buffer.Arena} {buffer.Offset}..{buffer.Offset + buffer.Length} {buffer.Name}, {buffer.Layout}: {buffer.Content}")));

    private static string Line(Node node) =>
        Invariant.Of($"%{node.Id} = {node.Op.Name}({string.Join(", ", node.Operands.Select(operand => Invariant.Of($"%{operand.Id}")))}) {node.Type} {node.Name}").TrimEnd();

    private static string Reason(BarrierReason reason) => reason switch
    {
        BarrierReason.Complete => "which is read next, is complete",
        BarrierReason.Read => "which is written next, has been read",
        _ => "whose memory is used again, is done with",
    };

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines) is { Length: > 0 } text ? text : "nothing";
}
