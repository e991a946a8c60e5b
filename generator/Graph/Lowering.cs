using NetGen.Generator.Augmentations;
using NetGen.Generator.Binding;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Penalties;

namespace NetGen.Generator.Graph;

/// <summary>
/// Turns a model into its forward graph: once for training (with dropout, ending in the objective), once for prediction (without, ending
/// in what the heads predict and each row's loss), once for a pass of an uncertain prediction (with dropout, ending in what the heads
/// predict), and once for attacks (without, ending in the sum of the rows' losses).
/// </summary>
internal static class Lowering
{
    public static NetworkGraph Training(NetworkModel model)
    {
        var graph = new NetworkGraph();
        graph.Hyperparameter(new("LearningRate", model.Optimizer.LearningRate, Range.Positive, "The learning rate η, before any schedule."));
        Node loss = Loss(graph, model, BatchRole.Clean);
        if (model.Adversarial is null)
        {
            graph.Add(new Effect(EffectKind.Objective, "", PenaltyTerms(graph, model).Aggregate(loss, (objective, term) => objective + term)));
            return graph;
        }

        // The parts of the objective (1 − w)·E(x) + w·E(x′) + Σ λΩ, each to be differentiated by itself.
        model.Adversarial.EpsilonIn(graph, model);
        model.Adversarial.WeightIn(graph);
        graph.Add(new Effect(EffectKind.Objective, Effect.Clean, loss));
        graph.Add(new Effect(EffectKind.Objective, Effect.Adversarial, Loss(graph, model, BatchRole.Adversarial)));
        if (PenaltyTerms(graph, model).Aggregate(default(Node), Sum) is { } penalties)
        {
            graph.Add(new Effect(EffectKind.Objective, Effect.Penalties, penalties));
        }

        return graph;
    }

    /// <summary>E, the weighted sum of the heads' mean losses; the clean rows report them.</summary>
    private static Node Loss(NetworkGraph graph, NetworkModel model, BatchRole role)
    {
        Node? sum = null;
        foreach ((ValueModel head, Node z) in Forward(graph, model, RandomScope.EachRow, role))
        {
            Node weight = head.Loss!.WeightIn(graph);
            Node mean = graph.Add(new ReduceToScalar(), TrainedLoss(graph, head, z, model.Mixup, role)) * graph.Add(new InverseCount(head.Name, head.Loss.ClassWeights)).Named("inverseCount");
            if (role == BatchRole.Clean)
            {
                graph.Add(new Effect(EffectKind.Loss, head.Name, mean));
            }

            sum = Sum(sum, weight * mean);
        }

        return sum!;
    }

    public static NetworkGraph Prediction(NetworkModel model)
    {
        var graph = new NetworkGraph();
        foreach ((ValueModel head, Node z) in Forward(graph, model, scope: null))
        {
            graph.Section = new CodeSection(head.Name, Phase.Output);
            graph.Add(new Effect(EffectKind.Prediction, head.Name, head.Loss!.Predict(graph, z).Named("p")));
            graph.Add(new Effect(EffectKind.RowLoss, head.Name, RowLoss(graph, head, z)));
        }

        return graph;
    }

    /// <summary>
    /// The sum over rows, not the mean: so the gradient toward a row is that of its own loss, whatever else is in the batch. Targets are not
    /// smoothed: where a prediction is surer than 1 − ε, the smoothed loss grows toward its own class, and an attack on it would be none.
    /// </summary>
    public static NetworkGraph Attack(NetworkModel model)
    {
        var graph = new NetworkGraph();
        Node? objective = null;
        foreach ((ValueModel head, Node z) in Forward(graph, model, scope: null))
        {
            Node weight = head.Loss!.WeightIn(graph);
            objective = Sum(objective, weight * graph.Add(new ReduceToScalar(), RowLoss(graph, head with { Loss = head.Loss.WithoutSmoothing() }, z)));
        }

        graph.Add(new Effect(EffectKind.Objective, "", objective!));
        return graph;
    }

    /// <summary>What one thinned network predicts: Gal &amp; Ghahramani 2016 take the mean and the deviation over several.</summary>
    public static NetworkGraph StochasticPass(NetworkModel model)
    {
        var graph = new NetworkGraph();
        foreach ((ValueModel head, Node z) in Forward(graph, model, RandomScope.EachPass))
        {
            graph.Section = new CodeSection(head.Name, Phase.Output);
            graph.Add(new Effect(EffectKind.Prediction, head.Name, head.Loss!.Predict(graph, z).Named("p")));
        }

        return graph;
    }

    /// <summary>Appends every value in declaration order; returns each head with its z. Without a scope nothing is random; both halves of a step scope the same.</summary>
    private static List<(ValueModel Head, Node Z)> Forward(NetworkGraph graph, NetworkModel model, RandomScope? scope, BatchRole role = BatchRole.Clean)
    {
        var results = new Dictionary<string, Node>(StringComparer.Ordinal);
        var heads = new List<(ValueModel, Node)>();
        for (int index = 0; index < model.Values.Count; index++)
        {
            ValueModel value = model.Values[index];
            graph.Section = new CodeSection(value.Name, Phase.Forward, role);
            Node h = value.IsInput && role == BatchRole.Adversarial
                ? graph.Add(new Perturbed(value.Name, value.Size)).Named(Invariant.Camel(value.Name) + nameof(BatchRole.Adversarial))
                : value.Kind.Build(graph, value, [.. value.Operands.Select(o => results[o])]);
            if (value.Activation is { } activation)
            {
                h = activation.Build(graph, h);
            }

            if (scope == RandomScope.EachRow && model.Mixup is { } mixup && h.Op is Input input)
            {
                h = mixup.Blend(graph, h, graph.Add(input with { OfPartner = true }).Named("partner" + value.Name)).Named(Invariant.Camel(value.Name) + "Mixed");
            }

            if (value.Noise is { } noise && scope is { } blur)
            {
                h = noise.Blur(graph, h, index, blur);
            }

            if (value.Dropout is { } dropout)
            {
                h = scope is { } each ? dropout.Drop(graph, h, index, each) : dropout.Predict(graph, h);
            }

            // An input's own name is its buffer's; what mixup, noise or dropout makes of it is another value.
            string suffix = h.Op is Input or Perturbed or Mix || !value.IsInput ? "" : value.Dropout is null ? "Noisy" : "Kept";
            results[value.Name] = value.Loss is null ? h.Named(Invariant.Camel(value.Name) + suffix) : h;
            if (value.Loss is not null)
            {
                heads.Add((value, h));
            }
        }

        return heads;
    }

    /// <summary>The loss of each sample, 0 where its target is missing.</summary>
    private static Node RowLoss(NetworkGraph graph, ValueModel head, Node z)
    {
        graph.Section = new CodeSection(head.Name, Phase.Loss);
        return MaskedLoss(graph, head, z, head.Loss!.TargetIn(graph, z), weights: default).Named("rowLoss");
    }

    /// <summary>The loss of each sample that training takes the mean of: counted by its class where classes have weights, with mixup that of a blend.</summary>
    private static Node TrainedLoss(NetworkGraph graph, ValueModel head, Node z, Mixup? mixup, BatchRole role)
    {
        EquatableArray<float> weights = head.Loss!.ClassWeights;
        graph.Section = new CodeSection(head.Name, Phase.Loss, role);
        Node target = head.Loss.TargetIn(graph, z);
        if (mixup is null)
        {
            return MaskedLoss(graph, head, z, target, weights).Named(weights.Count == 0 ? "rowLoss" : "weightedLoss");
        }

        // E(z, λt + (1 − λ)t′). Where E is linear in t that is λ·E(z, t) + (1 − λ)·E(z, t′), in which either target may be missing.
        Node partner = head.Loss.TargetIn(graph, z, ofPartner: true);
        if (!head.Loss.IsLinearInTarget)
        {
            return MaskedLoss(graph, head, z, mixup.Blend(graph, target, partner).Named("mixedTarget"), weights).Named("mixedLoss");
        }

        Node share = mixup.Share(graph), own = MaskedLoss(graph, head, z, target, weights), other = MaskedLoss(graph, head, z, partner, weights, ofPartner: true);
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

    /// <summary>The penalties as terms of the objective, each reported; a proximal one acts after the step and is no term.</summary>
    private static List<Node> PenaltyTerms(NetworkGraph graph, NetworkModel model)
    {
        var terms = new List<Node>();
        foreach ((Penalty penalty, Node w) in Penalties(graph, model))
        {
            graph.Section = new CodeSection(w.Section.Owner, Phase.Update);
            Node term = penalty.Build(graph, w);
            graph.Add(new Effect(EffectKind.Penalty, w.Section.Owner, term));
            if (!penalty.IsProximal)
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    private static IEnumerable<(Penalty Penalty, Node Parameter)> Penalties(NetworkGraph graph, NetworkModel model)
    {
        // A layer that feeds no head is not trained, so nothing pulls at its weights either.
        Node[] parameters = [.. graph.Live().Where(n => n.Op is Parameter)];
        foreach (Node parameter in parameters)
        {
            ValueModel layer = model.Values.Single(v => v.Name == parameter.Section.Owner);
            foreach (Penalty penalty in layer.Penalties.Where(p => p.ActsOn(((Parameter)parameter.Op).Role)))
            {
                yield return (penalty, parameter);
            }
        }
    }

    private static Node Sum(Node? sum, Node term) => sum is null ? term : sum + term;
}
