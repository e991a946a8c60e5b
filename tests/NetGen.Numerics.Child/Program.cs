using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen;
using NetGen.CompilerServices;
using NetGen.Numerics.Child;

// Which vectors are accelerated here, then what every setting gives: the width, the threads, and a network's line.
Console.WriteLine($"512 {Vector512.IsHardwareAccelerated}");
Console.WriteLine($"256 {Vector256.IsHardwareAccelerated}");
Console.WriteLine($"fma {Fma.IsSupported}");
foreach (int bits in new[] { 512, 256, 128 }.Where(bits => bits <= VectorWidths.Widest))
{
    for (int threads = 1; threads <= 2; threads++)
    {
        foreach (INetwork network in Trial.Networks(bits, threads))
        {
            Console.WriteLine($"{bits} {threads} {Trial.Run(network)}");
            network.Dispose();
        }
    }
}
