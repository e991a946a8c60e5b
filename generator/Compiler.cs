using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Lowering;
using NetGen.Generator.Ops;
using NetGen.Generator.Passes;
using NetGen.Generator.Planning;

namespace NetGen.Generator;

/// <summary>The ladder of stages from a checked model to code. Read this first.</summary>
internal static class Compiler
{
    /// <summary>Model → plan → the files of the network, by name.</summary>
    public static IReadOnlyList<(string HintName, string Text)> Compile(NetworkModel model, CancellationToken cancellationToken = default)
    {
        Plan plan = Plan(model, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return NetworkEmitter.Emit(plan);
    }

    /// <summary>Model → graphs → kernels in order → places in memory.</summary>
    public static Plan Plan(NetworkModel model, CancellationToken cancellationToken = default)
    {
        NetworkGraph training = TrainingGraph(model, (_, _) => cancellationToken.ThrowIfCancellationRequested());
        NetworkGraph prediction = PredictionGraph(model);
        NetworkGraph stochastic = StochasticPassGraph(model);
        NetworkGraph attack = AttackGraph(model);
        cancellationToken.ThrowIfCancellationRequested();
        return Planning.Plan.Make(model, training, prediction, stochastic, attack, KernelTemplates.All);
    }

    /// <summary>The training graph: forward, losses, backward, updates.</summary>
    public static NetworkGraph TrainingGraph(NetworkModel model, Action<string, NetworkGraph>? dump = null)
    {
        NetworkGraph graph = LowerModel.Training(model);
        dump?.Invoke(nameof(LowerModel), graph);

        // Before differentiation: the fused loss has the gradient p − t in closed form.
        graph = Rewriting.Run(graph, FuseSoftmaxCrossEntropy.Rewrite);
        dump?.Invoke(nameof(FuseSoftmaxCrossEntropy), graph);

        IReadOnlyList<(Node Parameter, Node Gradient)> gradients = TrainingGradients.Run(graph, model);
        AppendUpdates.Run(graph, model, gradients);
        dump?.Invoke(nameof(Differentiate), graph);

        graph = Rewriting.Run(graph, InferDropoutMask.Rewrite);
        dump?.Invoke(nameof(InferDropoutMask), graph);
        return graph;
    }

    /// <summary>The prediction graph: forward without dropout, predictions, and the loss of each row.</summary>
    public static NetworkGraph PredictionGraph(NetworkModel model) =>
        Rewriting.Run(LowerModel.Prediction(model), FuseSoftmaxCrossEntropy.Rewrite);

    /// <summary>The graph of a pass of an uncertain prediction: forward with dropout, predictions.</summary>
    public static NetworkGraph StochasticPassGraph(NetworkModel model) => LowerModel.StochasticPass(model);

    /// <summary>The attack graph: prediction's forward, losses, backward to the inputs, which move.</summary>
    public static NetworkGraph AttackGraph(NetworkModel model)
    {
        NetworkGraph graph = Rewriting.Run(LowerModel.Attack(model), FuseSoftmaxCrossEntropy.Rewrite);
        AppendAttackStep.Run(graph, model, Differentiate.Run(graph, toward: leaf => leaf.Op is Input));
        return graph;
    }
}
