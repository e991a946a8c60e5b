using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>A barrier before a kernel: no thread passes it before all have come that far.</summary>
/// <param name="Reason">What it waits for.</param>
/// <param name="Value">Of which value.</param>
internal sealed record Barrier(BarrierReason Reason, Node Value);

/// <summary>What a kernel may have to wait for, what a reader would name first coming first.</summary>
internal enum BarrierReason
{
    /// <summary>It reads what others write.</summary>
    Complete,

    /// <summary>It assigns the parameter, or the attacked input, that others read.</summary>
    Read,

    /// <summary>It writes to memory that others use for something else.</summary>
    Free,
}
