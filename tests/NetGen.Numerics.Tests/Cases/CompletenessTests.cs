using NetGen.Generator.Graph;
using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>A new line of the catalogue or a new operation is either in the cases, and so in every test here, or fails at once.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public void Every_entry_of_the_catalogue_has_a_case()
    {
        string kinds = string.Join("\n", Topologies.All.Select(t => t(new NetworkText("Net", 1), new Filling())).Concat(ExtraNetworks.All));
        Assert.All(Catalogue.Kinds, kind => Assert.Matches($@"\[{kind.Attribute}\b", kinds));
        Covers(Catalogue.Activations.Select(e => e.Attribute), Ingredients.Activations);
        Covers(Catalogue.Losses.Select(e => e.Attribute), Ingredients.Losses);
        Covers(Catalogue.Penalties.Select(e => e.Attribute), Ingredients.Penalties);
        Covers(Catalogue.Penalties.Select(e => e.Attribute), Ingredients.NetworkPenalties);
        Covers(Catalogue.Initializers.Select(e => e.Attribute), Ingredients.Initializers);
        Covers(Catalogue.Optimizers.Select(e => e.Attribute), Ingredients.Optimizers);
        Covers(["Decay", "MaxNorm"], Ingredients.Penalties);
        Covers(["Decay", "MaxNorm"], Ingredients.NetworkPenalties);
        Covers(["GradientClipping"], Ingredients.Clippings);
        Covers(["AdversarialTraining"], Ingredients.Adversaries);
        Covers(["Mixup"], Ingredients.Blends);
        Covers(["AverageWeights"], Ingredients.Averages);
        Covers(Catalogue.Schedules.Select(e => e.Attribute), Ingredients.Schedules);
    }

    [Fact]
    public void Every_operation_occurs_in_some_case()
    {
        IEnumerable<Type> all = typeof(Op).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Op)) && !t.IsAbstract);
        IEnumerable<Type> used = Cases.Graphs.SelectMany(g => g.Graph.Live()).Select(n => n.Op.GetType());
        Assert.Empty(all.Except(used));
    }

    [Fact]
    public void Every_kind_of_effect_occurs_in_some_case() => Assert.Equal(
        Enum.GetValues<EffectKind>().ToHashSet(),
        Cases.Graphs.SelectMany(g => g.Graph.Effects).Select(e => e.Kind).ToHashSet());

    private static void Covers(IEnumerable<string> catalogue, string[] ingredients) =>
        Assert.Empty(catalogue.Except(ingredients.SelectMany(i => i.Split(", ")).Select(Ingredients.NameOf)));
}
