using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;
using NetGen.Generator.Language;
using NetGen.Numerics.Child;

namespace NetGen.Numerics.Tests;

/// <summary>
/// The same bits in a process that has fewer instructions: without AVX-512, without AVX2 and the fused multiply-add that goes with it,
/// without any vector at all. There the runtime emulates what is missing. On other machines the switches change nothing, and the
/// comparison is between processes.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ChildTests
{
    // .NET 10 knows EnableAVX512 and no longer EnableAVX512F; EnableFMA is part of EnableAVX2.
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "512 False")]
    [InlineData("DOTNET_EnableAVX2", "512 False", "256 False", "fma False")]
    [InlineData("DOTNET_EnableHWIntrinsic", "512 False", "256 False", "fma False")]
    public void A_process_without_instructions_computes_the_same_bits(string variable, params string[] gone)
    {
        string[] said = Run(variable);
        Assert.All(gone, line => Assert.Contains(line, said));
        int widest = said.Contains("512 True") ? 512 : said.Contains("256 True") ? 256 : 128;

        string[] hashes = Hashes(VectorWidths.Widest, threads: 1);
        IEnumerable<string> expected = from bits in Setting.Widths
                                       where bits <= widest
                                       from threads in new[] { 1, 2 }
                                       from hash in hashes
                                       select string.Create(CultureInfo.InvariantCulture, $"{bits} {threads} {hash}");
        Assert.Equal(expected, said[3..]);
    }

    [Fact]
    public void Its_two_threads_share_its_steps()
    {
        foreach (INetwork network in Trial.Networks(VectorWidths.Widest, threads: 2))
        {
            Trial.Run(network);
            Assert.True(Setting.TeamOf(network).HasRunInParallel, network.Schema.Name);
            network.Dispose();
        }
    }

    [Fact]
    public void It_has_every_optimizer_and_every_loss()
    {
        string[] used = [.. from type in typeof(Trial).Assembly.GetTypes()
                            where type.IsAssignableTo(typeof(INetwork))
                            from attribute in type.CustomAttributes.Concat(type.GetProperties().SelectMany(p => p.CustomAttributes))
                            select attribute.AttributeType.Name];
        Assert.All(Catalogue.Optimizers.Select(e => e.Attribute).Concat(Catalogue.Losses.Select(e => e.Attribute)), name =>
            Assert.Contains($"{name}Attribute", used));
    }

    private static string[] Hashes(int vectorBits, int threads) =>
    [
        .. Trial.Networks(vectorBits, threads).Select(network =>
        {
            using INetwork used = network;
            return Trial.Run(used);
        }),
    ];

    /// <summary>What the child prints with a variable set to 0.</summary>
    private static string[] Run(string variable)
    {
        // shared/Microsoft.NETCore.App/10.0.0 is three folders below the host.
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        using Process child = Process.Start(new ProcessStartInfo(host, ["exec", typeof(Trial).Assembly.Location])
        {
            Environment = { [variable] = "0" },
            RedirectStandardOutput = true,
        })!;
        string said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.Equal(0, child.ExitCode);
        return said.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);
    }
}
