using System.Runtime.InteropServices;

namespace NetGen.Tests.Networks;

/// <summary>Everything a fit may change, as bits: −0 differs from 0 and a NaN equals itself.</summary>
internal sealed record Bits(string Parameters, string State, long Steps)
{
    public static Bits Of(INetwork network) => new(
        Convert.ToHexString(MemoryMarshal.AsBytes(network.Memory.Parameters)),
        Convert.ToHexString(MemoryMarshal.AsBytes(network.Memory.State)),
        network.Memory.Steps);
}
