using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Lowering;

/// <summary>The losses of the heads, a number for each sample.</summary>
internal static class LowerLosses
{
    /// <summary>The loss of each sample, 0 where its target is missing.</summary>
    public static Node OfRows(NetworkGraph graph, ValueModel head, Node z)
    {
        graph.Section = new CodeSection(head.Name, Phase.Loss);
        return MaskedLoss(graph, head, z, head.Loss!.TargetIn(graph, z), weights: default).Named("rowLoss");
    }

    /// <summary>The loss of each sample that training takes the mean of: counted by its class where classes have weights, where rows are blended that of a blend.</summary>
    public static Node Trained(NetworkGraph graph, ValueModel head, Node z, Blending? blending, BatchRole role)
    {
        EquatableArray<float> weights = head.Loss!.ClassWeights;
        graph.Section = new CodeSection(head.Name, Phase.Loss, role);
        Node target = head.Loss.TargetIn(graph, z);
        if (blending is null)
        {
            return MaskedLoss(graph, head, z, target, weights).Named(weights.Count == 0 ? "rowLoss" : "weightedLoss");
        }

        // E(z, λt + (1 − λ)t′). Where E is linear in t that is λ·E(z, t) + (1 − λ)·E(z, t′), in which either target may be missing.
        Node partner = head.Loss.TargetIn(graph, z, ofPartner: true);
        if (!head.Loss.IsLinearInTarget)
        {
            return MaskedLoss(graph, head, z, blending.Blend(graph, target, partner).Named("mixedTarget"), weights).Named("mixedLoss");
        }

        Node share = blending.Share(graph), own = MaskedLoss(graph, head, z, target, weights), other = MaskedLoss(graph, head, z, partner, weights, ofPartner: true);
        return (share * own + (1f - share) * other).Named("mixedLoss");
    }

    /// <summary>The loss of each sample, compared with a target of its own or its partner's, 0 where that is missing; times its class's weight if there are weights.</summary>
    private static Node MaskedLoss(NetworkGraph graph, ValueModel head, Node z, Node target, EquatableArray<float> weights, bool ofPartner = false)
    {
        Node loss = head.Loss!.PerSample(graph, z, target), present = graph.Add(new Present(head.Name, ofPartner)).Named(Name("present"));
        return weights.Count == 0
            ? loss * present
            : loss * (present * graph.Add(new ClassWeight(head.Name, weights), target).Named(Name("classWeight"))).Named(Name("weight"));

        string Name(string name) => ofPartner ? "partner" + char.ToUpperInvariant(name[0]) + name.Substring(1) : name;
    }
}
