namespace NetGen.Benchmarks;

/// <summary>How a network is run.</summary>
/// <param name="Threads">Threads of the network.</param>
/// <param name="Bits">The width of its vectors.</param>
internal readonly record struct Setting(int Threads, int Bits);
