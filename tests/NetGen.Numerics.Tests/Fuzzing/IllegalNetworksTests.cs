using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Numerics.Tests;

/// <summary>Random declarations with one mistake each: each gets an error of NetGen's where it can be seen, and nothing crashes.</summary>
public sealed class IllegalNetworksTests
{
    private const int Each = 4;

    private static readonly (string Mistake, string Source)[] Networks = [.. Mistakes.All.Keys.SelectMany((mistake, index) => Sources(mistake, 1000 * (index + 1)))];

    private static readonly Lazy<NetworkCompilation> Compilation = new(() => NetworkCompilation.Compile(Networks.Select(n => n.Source)));

    public static TheoryData<string> Kinds => [.. Mistakes.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_mistake_is_an_error_with_a_place_in_the_source(string mistake)
    {
        int[] files = [.. Enumerable.Range(0, Networks.Length).Where(i => Networks[i].Mistake == mistake)];
        Assert.Equal(Each, files.Length);
        Assert.All(files, file =>
        {
            SyntaxTree tree = Compilation.Value.Full.SyntaxTrees[file];
            Assert.True(Compilation.Value.Diagnostics.Any(d => IsErrorIn(d, tree)), $"No error in\n{tree}");
        });
    }

    [Fact]
    public void Nothing_crashes()
    {
        Assert.DoesNotContain(Compilation.Value.Diagnostics, d => d.Id is "NG0001" or "AD0001");
        Assert.DoesNotContain(Compilation.Value.CSharpDiagnostics, d => d.Id is "CS8785");
    }

    private static bool IsErrorIn(Diagnostic diagnostic, SyntaxTree tree) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        && diagnostic.Id.StartsWith("NG", StringComparison.Ordinal)
        && diagnostic.Location.SourceTree == tree
        && diagnostic.Location.SourceSpan.Length > 0;

    /// <summary>Random networks with the mistake, from a seed on; those without a place for it are left out.</summary>
    private static IEnumerable<(string, string)> Sources(string mistake, int firstSeed) => Enumerable.Range(firstSeed, 200)
        .Select(seed => (Random: new RandomNetwork(seed), Seed: seed))
        .Select(n => (n.Random, Wrong: Mistakes.All[mistake](n.Random.Text, new Random(n.Seed))))
        .Where(n => n.Wrong is not null)
        .Select(n => (mistake, n.Random.Place(n.Wrong!.ToString())))
        .Take(Each);
}
