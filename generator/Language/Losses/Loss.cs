using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Losses;

/// <summary>What a head minimizes: its loss per sample, and what it predicts.</summary>
/// <param name="Head">The head's name.</param>
/// <param name="Weight">Its weight in the objective, or null if the attribute gives none (1, without a hyperparameter).</param>
internal abstract record Loss(string Head, float? Weight)
{
    /// <summary>The name in the runtime's <c>LossKind</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What callers of the network see of the head.</summary>
    public virtual HeadForm Form => HeadForm.Numbers;

    /// <summary>Whether targets are class labels.</summary>
    public bool HasLabels => Form.HasLabels;

    /// <summary>How much a row of each class counts; none where all count the same.</summary>
    public virtual EquatableArray<float> ClassWeights => default;

    /// <summary>The same without label smoothing.</summary>
    public virtual Loss WithoutSmoothing() => this;

    /// <summary>The name of what the head predicts from z; null where it is z. Files keep it and are compared by it, so it never changes.</summary>
    public virtual string? Prediction => null;

    /// <summary>What the head predicts from z [n, k].</summary>
    public virtual Node Predict(NetworkGraph graph, Node z) => z;

    /// <summary>The loss per sample [n] of z [n, k], whatever it is where the target is missing.</summary>
    /// <param name="graph">Where it is made.</param>
    /// <param name="z">What the head computes.</param>
    /// <param name="target">The label [n] or the target [n, k] it is compared with.</param>
    public abstract Node PerSample(NetworkGraph graph, Node z, Node target);

    /// <summary>Whether the loss of a blend of two targets is that blend of their losses.</summary>
    public virtual bool IsLinearInTarget => HasLabels;

    /// <summary>What z [n, k] is compared with: each row's own, or its partner's.</summary>
    public Node TargetIn(NetworkGraph graph, Node z, bool ofPartner = false) => HasLabels
        ? graph.Add(new Labels(Head, ofPartner)).Named(ofPartner ? "partnerLabel" : "label")
        : graph.Add(new Target(Head, z.Type, ofPartner)).Named(ofPartner ? "partnerTarget" : "target");

    /// <summary>The head's weight in the objective.</summary>
    public Node WeightIn(NetworkGraph graph) => Weight is { } weight
        ? graph.Hyperparameter(new(Head, "Weight", weight, Graph.Range.NotNegative, $"The weight of {Head}'s loss in the objective."))
        : graph.Constant(1);
}
