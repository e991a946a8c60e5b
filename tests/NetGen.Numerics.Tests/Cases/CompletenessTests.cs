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
        Covers(Catalogue.Activations, Ingredients.Activations);
        Covers(Catalogue.Normalizations, Ingredients.Normalizations);
        Covers(Catalogue.Losses, Ingredients.Losses);
        Covers(Catalogue.Penalties, Ingredients.Penalties);
        Covers(Catalogue.Penalties, Ingredients.NetworkPenalties);
        Covers(Catalogue.Initializers, Ingredients.Initializers);
        Covers(Catalogue.Optimizers, Ingredients.Optimizers);
        Covers(Catalogue.OnParameters, Ingredients.Penalties);
        Covers(Catalogue.OnParameters, Ingredients.NetworkPenalties);
        Covers(Catalogue.Augmentations, Ingredients.Augmentations);
        Covers(Catalogue.OnLayers, Ingredients.Dropouts);
        Covers(Catalogue.OnNetworks, [.. Ingredients.Clippings, .. Ingredients.Adversaries, .. Ingredients.Blends, .. Ingredients.Cuts, .. Ingredients.Averages]);
        Covers(Catalogue.Schedules, Ingredients.Schedules);
        Covers(Catalogue.WarmUps, Ingredients.Schedules);
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

    private static void Covers(IEnumerable<Modifier> catalogue, string[] ingredients) =>
        Assert.Empty(catalogue.Select(entry => entry.Attribute).Except(ingredients.SelectMany(Ingredients.NamesOf)));
}
