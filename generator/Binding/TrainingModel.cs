using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Language.Schedules;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>What the class's own attributes say: how the network is trained, and what holds for every layer.</summary>
/// <param name="BatchSize">The most rows of a step.</param>
/// <param name="Optimizer">The optimizer, Adam if none is named.</param>
/// <param name="Schedules">The schedule, if any, then the warm-up, if any.</param>
/// <param name="Modifiers">What else shapes training, each at most once.</param>
/// <param name="Penalties">For every layer without one of its own of the same name.</param>
/// <param name="ParameterModifiers">For every layer without one of its own of the same type.</param>
internal sealed record TrainingModel(
    int BatchSize, Optimizer Optimizer, EquatableArray<Schedule> Schedules, EquatableArray<TrainingModifier> Modifiers, EquatableArray<Penalty> Penalties,
    EquatableArray<ParameterModifier> ParameterModifiers)
{
    public static TrainingModel Bind(NetworkDeclaration network, ICollection<Problem> problems)
    {
        // What C# finds wrong with the class's attributes it says itself, and none of them is read.
        bool isBroken = problems.Any(problem => problem.Id == Rules.Compiler && problem.Site == Site.Class);
        var attributes = new AttributeSet(network.Name, isBroken ? default : network.Attributes, Site.Class.Value, problems);
        int batchSize = attributes.Find("Network")
            ?.Integer(nameof(NetworkAttribute.BatchSize), 32, Graph.Range.Count, Rules.BatchSizeNotPositive) ?? 32;
        var named = attributes.One(Catalogue.Optimizers, "optimizers");
        Optimizer optimizer = named?.Bind(named.Value.Reader) ?? Adam.Default;

        var schedule = attributes.One(Catalogue.Schedules, "schedules");
        var warmUp = attributes.One(Catalogue.WarmUps, "warm-ups");
        EquatableArray<Schedule> schedules = new[] { schedule, warmUp }.Where(s => s is not null).Select(s => s!.Value.Bind(s.Value.Reader)).ToEquatable();
        return new TrainingModel(
            batchSize,
            optimizer,
            schedules,
            attributes.All(Catalogue.OnNetworks).Select(m => m.Bind(m.Reader)).OfType<TrainingModifier>().ToEquatable(),
            BoundPenalties.Of(attributes, "", optimizer, _ => true).ToEquatable(),
            OnParameters(attributes, optimizer).ToEquatable());
    }

    /// <summary>What the class has for the parameters of every layer, and the decay that the optimizer brings: two decays are a mistake.</summary>
    private static List<ParameterModifier> OnParameters(AttributeSet attributes, Optimizer optimizer)
    {
        var all = new List<ParameterModifier>();
        foreach ((Func<AttributeReader, string, ParameterModifier> bind, AttributeReader reader) in attributes.All(Catalogue.OnParameters))
        {
            ParameterModifier modifier = bind(reader, "");
            if (modifier is Decay && optimizer.NetworkDecay is not null)
            {
                reader.Report(Rules.TwoDecays, null);
            }

            all.Add(modifier);
        }

        return optimizer.NetworkDecay is { } decay && !all.Any(modifier => modifier is Decay) ? [decay, .. all] : all;
    }
}
