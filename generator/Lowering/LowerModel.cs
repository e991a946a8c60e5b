using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Lowering;

/// <summary>
/// Turns a model into its forward graph: once for training (with dropout, ending in the objective), once for prediction (without, ending
/// in what the heads predict and each row's loss), once for a pass of an uncertain prediction (with dropout, ending in what the heads
/// predict), and once for attacks (without, ending in the sum of the rows' losses).
/// </summary>
internal static class LowerModel
{
    public static NetworkGraph Training(NetworkModel model)
    {
        var graph = new NetworkGraph();
        graph.Hyperparameter(new("LearningRate", model.Optimizer.LearningRate, Graph.Range.Positive, "The learning rate η, before any schedule."));
        Node loss = Loss(graph, model, BatchRole.Clean);
        if (model.Adversarial is null)
        {
            graph.Add(new Effect(EffectKind.Objective, "", LowerPenalties.Run(graph, model).Aggregate(loss, (objective, term) => objective + term)));
            return graph;
        }

        // The parts of the objective (1 − w)·E(x) + w·E(x′) + Σ λΩ, each to be differentiated by itself.
        model.Adversarial.EpsilonIn(graph, model);
        model.Adversarial.WeightIn(graph);
        graph.Add(new Effect(EffectKind.Objective, Effect.Clean, loss));
        graph.Add(new Effect(EffectKind.Objective, Effect.Adversarial, Loss(graph, model, BatchRole.Adversarial)));
        if (LowerPenalties.Run(graph, model).Aggregate(default(Node), Sum) is { } penalties)
        {
            graph.Add(new Effect(EffectKind.Objective, Effect.Penalties, penalties));
        }

        return graph;
    }

    /// <summary>E, the weighted sum of the heads' mean losses; the clean rows report them.</summary>
    private static Node Loss(NetworkGraph graph, NetworkModel model, BatchRole role)
    {
        Node? sum = null;
        foreach ((ValueModel head, Node z) in LowerForward.Run(graph, model, RandomScope.EachRow, role))
        {
            Node weight = head.Loss!.WeightIn(graph);
            Node mean = graph.Add(new ReduceToScalar(), LowerLosses.Trained(graph, head, z, model.Blending, role)) * graph.Add(new InverseCount(head.Name, head.Loss.ClassWeights)).Named("inverseCount");
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
        foreach ((ValueModel head, Node z) in LowerForward.Run(graph, model, scope: null))
        {
            graph.Section = new CodeSection(head.Name, Phase.Output);
            graph.Add(new Effect(EffectKind.Prediction, head.Name, head.Loss!.Predict(graph, z).Named("p")));
            graph.Add(new Effect(EffectKind.RowLoss, head.Name, LowerLosses.OfRows(graph, head, z)));
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
        foreach ((ValueModel head, Node z) in LowerForward.Run(graph, model, scope: null))
        {
            Node weight = head.Loss!.WeightIn(graph);
            objective = Sum(objective, weight * graph.Add(new ReduceToScalar(), LowerLosses.OfRows(graph, head with { Loss = head.Loss.WithoutSmoothing() }, z)));
        }

        graph.Add(new Effect(EffectKind.Objective, "", objective!));
        return graph;
    }

    /// <summary>What one thinned network predicts: Gal &amp; Ghahramani 2016 take the mean and the deviation over several.</summary>
    public static NetworkGraph StochasticPass(NetworkModel model)
    {
        var graph = new NetworkGraph();
        foreach ((ValueModel head, Node z) in LowerForward.Run(graph, model, RandomScope.EachPass))
        {
            graph.Section = new CodeSection(head.Name, Phase.Output);
            graph.Add(new Effect(EffectKind.Prediction, head.Name, head.Loss!.Predict(graph, z).Named("p")));
        }

        return graph;
    }

    private static Node Sum(Node? sum, Node term) => sum is null ? term : sum + term;
}
