using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Language.Schedules;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>What the class's own attributes say: how the network is trained, and what holds for every layer.</summary>
/// <param name="BatchSize">The most rows of a step.</param>
/// <param name="Optimizer">The optimizer, Adam if none is named.</param>
/// <param name="Schedules">The schedule, if any, then the warm-up, if any.</param>
/// <param name="Penalties">For every layer without one of its own of the same name.</param>
/// <param name="Decay">For every layer without one of its own.</param>
/// <param name="MaxNorm">For every layer without one of its own.</param>
/// <param name="Clipping">For all gradients.</param>
/// <param name="Adversarial">How adversarial examples take part, if they do.</param>
/// <param name="Mixup">How rows are blended, if they are.</param>
/// <param name="Averaging">How parameters are averaged over the updates, if they are.</param>
internal sealed record TrainingModel(
    int BatchSize, Optimizer Optimizer, EquatableArray<Schedule> Schedules, EquatableArray<Penalty> Penalties, Decay? Decay, MaxNorm? MaxNorm,
    GradientClipping? Clipping, AdversarialTraining? Adversarial, Mixup? Mixup, Averaging? Averaging)
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

        // A warm-up goes with any schedule; two schedules would multiply.
        var schedule = attributes.One([.. Catalogue.Schedules.Where(s => s.Attribute != "WarmUp")], "schedules");
        var warmUp = attributes.One([.. Catalogue.Schedules.Where(s => s.Attribute == "WarmUp")], "warm-ups");
        EquatableArray<Schedule> schedules = new[] { schedule, warmUp }.Where(s => s is not null).Select(s => s!.Value.Bind(s.Value.Reader)).ToEquatable();

        AttributeReader? decay = attributes.Find("Decay");
        if (optimizer.NetworkDecay is not null)
        {
            decay?.Report(Rules.TwoDecays, null);
        }

        return new TrainingModel(
            batchSize,
            optimizer,
            schedules,
            BoundPenalties.Of(attributes, "", _ => true).ToEquatable(),
            decay is null ? optimizer.NetworkDecay : Decay.Bind(decay, ""),
            attributes.Find("MaxNorm") is { } limit ? MaxNorm.Bind(limit, "") : null,
            attributes.Find("GradientClipping") is { } clipping ? GradientClipping.Bind(clipping) : null,
            attributes.Find("AdversarialTraining") is { } adversarial ? AdversarialTraining.Bind(adversarial) : null,
            attributes.Find("Mixup") is { } mixup ? Mixup.Bind(mixup) : null,
            attributes.Find("AverageWeights") is { } average ? Averaging.Bind(average) : null);
    }
}
