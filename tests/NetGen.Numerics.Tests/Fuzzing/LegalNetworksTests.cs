using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Binding;
using NetGen.Testing;

namespace NetGen.Numerics.Tests;

/// <summary>Random legal declarations: they compile without a word from NetGen or C#, and compute what their twins compute.</summary>
public sealed class LegalNetworksTests
{
    private const int Count = 160;

    private static readonly RandomNetwork[] Networks = [.. Enumerable.Range(0, Count).Select(seed => new RandomNetwork(seed))];

    private static readonly Lazy<NetworkCompilation> Compilation = new(() => NetworkCompilation.Compile(Networks.Select(n => n.Source)));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Count)];

    [Fact]
    public void Every_ingredient_is_drawn()
    {
        string[][] ingredients =
        [
            Ingredients.Activations, Ingredients.Losses, Ingredients.Penalties, Ingredients.NetworkPenalties, Ingredients.Clippings, Ingredients.Dropouts, Ingredients.Initializers,
            Ingredients.Optimizers, Ingredients.Adversaries, Ingredients.Schedules, Ingredients.Blends, Ingredients.Averages, Ingredients.Ranges,
        ];
        string all = string.Concat(Networks.Select(n => n.Source));
        Assert.All(ingredients.SelectMany(i => i).SelectMany(i => i.Split("), ")).Append("ClassWeights = "), ingredient => Assert.Contains(ingredient, all));
    }

    [Fact]
    public void They_compile_without_a_diagnostic()
    {
        IEnumerable<Diagnostic> all = Compilation.Value.Diagnostics.Concat(Compilation.Value.CSharpDiagnostics);
        Assert.True(!all.Any(), string.Join("\n", all.Take(20).Select(d => $"{d}\n{d.Location.SourceTree}")));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void They_match_their_twins_after_two_steps(int seed)
    {
        RandomNetwork random = Networks[seed];
        var network = (INetwork)Activator.CreateInstance(Compilation.Value.Network(random.FullName), null, seed)!;
        using var comparison = new Comparison(new Pair(Models.Of(random.Source, random.FullName), network, seed) { Source = random.Source }, seed, missing: 0.1);
        int full = network.Schema.BatchSize;
        comparison.Step(full);
        comparison.Step(1 + full / 2);
        comparison.Evaluate(full);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Their_hyperparameters_are_those_that_the_binder_keeps_apart(int seed)
    {
        RandomNetwork random = Networks[seed];
        Type record = Compilation.Value.Network(random.FullName).GetNestedType("Hyperparameters")!;
        HashSet<string> emitted = [.. record.GetProperties(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name)];
        DeclaredHyperparameter[] declared = [.. DeclaredHyperparameters.All(Compilation.Value.Declaration(random.Text.Name))];
        Assert.Distinct(declared.Select(h => h.Name));
        Assert.Subset(declared.Select(h => h.Name).ToHashSet(), emitted);

        // A penalty of the whole network has none where every layer has one of its own.
        Assert.Subset(emitted, declared.Where(h => h.Value is not null).Select(h => h.Name).ToHashSet());
    }
}
