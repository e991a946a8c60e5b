using System.Globalization;
using System.Reflection;
using NetGen.CompilerServices;

namespace NetGen.Numerics.Tests;

/// <summary>What a network's results must not depend on.</summary>
/// <param name="VectorBits">The width it computes with.</param>
/// <param name="Threads">How many threads share a step.</param>
internal sealed record Setting(int VectorBits, int Threads)
{
    /// <summary>The widths this machine accelerates, the widest first.</summary>
    public static readonly int[] Widths = [.. new[] { 512, 256, 128 }.Where(bits => bits <= VectorWidths.Widest)];

    /// <summary>Every width on one, two and three threads.</summary>
    public static readonly Setting[] All = [.. from threads in new[] { 1, 2, 3 } from bits in Widths select new Setting(bits, threads)];

    /// <summary>Two besides the widest on one thread: the next narrower widths, if there are any, on two and three threads.</summary>
    public static readonly Setting[] Others = [new(Widths[1 % Widths.Length], 2), new(Widths[2 % Widths.Length], 3)];

    /// <summary>Gives an emitted network this setting.</summary>
    /// <param name="network">An emitted network.</param>
    /// <param name="alwaysParallel">Whether work is divided among the threads even where that does not pay.</param>
    /// <returns>The network's threads.</returns>
    public Team Apply(INetwork network, bool alwaysParallel = false)
    {
        SetVectorBits(network, VectorBits);
        SetThreads(network, Threads);
        Team team = TeamOf(network);
        team.MinParallelOperations = alwaysParallel ? 1 : team.MinParallelOperations;
        return team;
    }

    public static void SetVectorBits(INetwork network, int bits) => Property(network, nameof(VectorBits)).SetValue(network, bits);

    public static void SetThreads(INetwork network, int threads) => Property(network, nameof(Threads)).SetValue(network, threads);

    public static Team TeamOf(INetwork network) =>
        (Team)network.GetType().GetField("_team", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(network)!;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{VectorBits} bits on {Threads} threads");

    private static PropertyInfo Property(INetwork network, string name) => network.GetType().GetProperty(name)!;
}
