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
        Node? objective = null;
        foreach ((ValueModel head, Node z) in Forward(graph, model, Draw.EachRow))
        {
            Node weight = head.Loss!.WeightIn(graph);
            Node mean = graph.Add(new SumSamples(), PresentLoss(graph, head, z, head.Loss.ClassWeights)) * graph.Add(new InverseCount(head.Name, head.Loss.ClassWeights)).Named("inverseCount");
            graph.Add(new Effect(EffectKind.Loss, head.Name, mean));
            objective = Sum(objective, weight * mean);
        }

        foreach ((Penalty penalty, Node w) in Penalties(graph, model))
        {
            graph.Place = new Place(w.Place.Owner, Phase.Update);
            Node term = penalty.Build(graph, w);
            graph.Add(new Effect(EffectKind.Penalty, w.Place.Owner, term));
            objective = penalty.IsProximal ? objective : Sum(objective, term);
        }

        graph.Add(new Effect(EffectKind.Objective, "", objective!));
        return graph;
    }

    public static NetworkGraph Prediction(NetworkModel model)
    {
        var graph = new NetworkGraph();
        foreach ((ValueModel head, Node z) in Forward(graph, model, draw: null))
        {
            graph.Place = new Place(head.Name, Phase.Output);
            graph.Add(new Effect(EffectKind.Prediction, head.Name, head.Loss!.Predict(graph, z).Named("p")));
            graph.Add(new Effect(EffectKind.RowLoss, head.Name, PresentLoss(graph, head, z)));
        }

        return graph;
    }

    /// <summary>The sum over rows, not the mean: so the gradient towards a row is that of its own loss, whatever else is in the batch.</summary>
    public static NetworkGraph Attack(NetworkModel model)
    {
        var graph = new NetworkGraph();
        Node? objective = null;
        foreach ((ValueModel head, Node z) in Forward(graph, model, draw: null))
        {
            Node weight = head.Loss!.WeightIn(graph);
            objective = Sum(objective, weight * graph.Add(new SumSamples(), PresentLoss(graph, head, z)));
        }

        graph.Add(new Effect(EffectKind.Objective, "", objective!));
        return graph;
    }

    /// <summary>What one thinned network predicts: Gal &amp; Ghahramani 2016 take the mean and the deviation over several.</summary>
    public static NetworkGraph Sample(NetworkModel model)
    {
        var graph = new NetworkGraph();
        foreach ((ValueModel head, Node z) in Forward(graph, model, Draw.EachPass))
        {
            graph.Place = new Place(head.Name, Phase.Output);
            graph.Add(new Effect(EffectKind.Prediction, head.Name, head.Loss!.Predict(graph, z).Named("p")));
        }

        return graph;
    }

    /// <summary>Appends every value in declaration order; returns each head with its z. Without a draw nothing is random.</summary>
    private static List<(ValueModel Head, Node Z)> Forward(NetworkGraph graph, NetworkModel model, Draw? draw)
    {
        var results = new Dictionary<string, Node>(StringComparer.Ordinal);
        var heads = new List<(ValueModel, Node)>();
        for (int index = 0; index < model.Values.Count; index++)
        {
            ValueModel value = model.Values[index];
            graph.Place = new Place(value.Name, Phase.Forward);
            Node h = value.Kind.Build(graph, value, [.. value.Operands.Select(o => results[o])]);
            if (value.Activation is { } activation)
            {
                h = activation.Build(graph, h);
            }

            if (value.Noise is { } noise && draw is { } blur)
            {
                h = noise.Blur(graph, h, index, blur);
            }

            if (value.Dropout is { } dropout)
            {
                h = draw is { } each ? dropout.Drop(graph, h, index, each) : dropout.Predict(graph, h);
            }

            // An input's own name is its buffer's; what noise or dropout makes of it is another value.
            string suffix = h.Op is Input || !value.IsInput ? "" : value.Dropout is null ? "Noisy" : "Kept";
            results[value.Name] = value.Loss is null ? h.Named(Text.Camel(value.Name) + suffix) : h;
            if (value.Loss is not null)
            {
                heads.Add((value, h));
            }
        }

        return heads;
    }

    /// <summary>The loss of each sample, 0 where its target is missing; counted by its class where classes have weights.</summary>
    private static Node PresentLoss(NetworkGraph graph, ValueModel head, Node z, EquatableArray<float> weights = default)
    {
        graph.Place = new Place(head.Name, Phase.Loss);
        Node loss = head.Loss!.PerSample(graph, z), present = graph.Add(new Present(head.Name)).Named("present");
        return weights.Count == 0
            ? (loss * present).Named("rowLoss")
            : (loss * (present * graph.Add(new ClassWeight(head.Name, weights), graph.Add(new Labels(head.Name)))).Named("weight")).Named("countedLoss");
    }

    private static IEnumerable<(Penalty Penalty, Node Parameter)> Penalties(NetworkGraph graph, NetworkModel model)
    {
        // A layer that feeds no head is not trained, so nothing pulls at its weights either.
        Node[] parameters = [.. graph.Live().Where(n => n.Op is Parameter)];
        foreach (Node parameter in parameters)
        {
            ValueModel layer = model.Values.Single(v => v.Name == parameter.Place.Owner);
            foreach (Penalty penalty in layer.Penalties.Where(p => p.ActsOn(((Parameter)parameter.Op).Role)))
            {
                yield return (penalty, parameter);
            }
        }
    }

    private static Node Sum(Node? sum, Node term) => sum is null ? term : sum + term;
}
