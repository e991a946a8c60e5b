using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Lowering;
using NetGen.Generator.Ops;
using NetGen.Generator.Passes;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator;

/// <summary>The ladder of stages from a checked model to code. Read this first.</summary>
internal static class Compiler
{
    /// <summary>Model → plan → the files of the network, by name.</summary>
    /// <param name="model">The checked model.</param>
    /// <param name="trace">Takes what every stage makes.</param>
    /// <param name="cancellationToken">Ends the compilation between two stages.</param>
    public static IReadOnlyList<(string HintName, string Text)> Compile(NetworkModel model, Trace? trace = null, CancellationToken cancellationToken = default)
    {
        Plan plan = Plan(model, trace, cancellationToken: cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return NetworkEmitter.Emit(plan);
    }

    /// <summary>Model → graphs → kernels in order → places in memory.</summary>
    /// <param name="model">The checked model.</param>
    /// <param name="trace">Takes what each stage made; null for no trace.</param>
    /// <param name="leastImages">How images lie at least: tests give all of them a border.</param>
    /// <param name="cancellationToken">Ends the compilation between two stages.</param>
    public static Plan Plan(NetworkModel model, Trace? trace = null, ImageForm leastImages = default, CancellationToken cancellationToken = default)
    {
        trace?.Add("model", "Binding", ModelListing.Of(model));
        NetworkGraph training = TrainingGraph(model, trace);
        cancellationToken.ThrowIfCancellationRequested();
        NetworkGraph prediction = PredictionGraph(model, trace);
        NetworkGraph stochastic = StochasticPassGraph(model, trace);
        NetworkGraph attack = AttackGraph(model, trace);
        cancellationToken.ThrowIfCancellationRequested();
        return Planning.Plan.Make(model, training, prediction, stochastic, attack, KernelTemplates.All, trace, leastImages);
    }

    /// <summary>The training graph: forward, losses, backward, updates.</summary>
    public static NetworkGraph TrainingGraph(NetworkModel model, Trace? trace = null)
    {
        NetworkGraph graph = LowerModel.Training(model);
        Add(nameof(LowerModel), []);

        // Before differentiation: gradients are those of the pool where it then is.
        graph = PoolBeforeFunctions.Run(graph);
        Add(nameof(PoolBeforeFunctions), []);

        // Before differentiation too: the fused loss has the gradient p − t in closed form.
        graph = Rewriting.Run(graph, FuseSoftmaxCrossEntropy.Rewrite);
        Add(nameof(FuseSoftmaxCrossEntropy), []);

        IReadOnlyList<(Node Parameter, Node Gradient)> gradients = TrainingGradients.Run(graph, model);
        Add(nameof(TrainingGradients), gradients);
        AppendUpdates.Run(graph, model, gradients);
        Add(nameof(AppendUpdates), []);

        graph = Rewriting.Run(graph, InferDropoutMask.Rewrite);
        Add(nameof(InferDropoutMask), []);
        return graph;

        void Add(string stage, IReadOnlyList<(Node, Node)> gradients) => trace?.Add("training graph", stage, graph.Listing(gradients));
    }

    /// <summary>The prediction graph: forward without dropout, predictions, and the loss of each row.</summary>
    public static NetworkGraph PredictionGraph(NetworkModel model, Trace? trace = null)
    {
        NetworkGraph graph = LowerModel.Prediction(model);
        trace?.Add("prediction graph", nameof(LowerModel), graph.ToString());
        graph = PoolBeforeFunctions.Run(graph);
        trace?.Add("prediction graph", nameof(PoolBeforeFunctions), graph.ToString());
        graph = Rewriting.Run(graph, FuseSoftmaxCrossEntropy.Rewrite);
        trace?.Add("prediction graph", nameof(FuseSoftmaxCrossEntropy), graph.ToString());
        return graph;
    }

    /// <summary>The graph of a pass of an uncertain prediction: forward with dropout, predictions.</summary>
    public static NetworkGraph StochasticPassGraph(NetworkModel model, Trace? trace = null)
    {
        NetworkGraph graph = LowerModel.StochasticPass(model);
        trace?.Add("stochastic pass graph", nameof(LowerModel), graph.ToString());
        graph = PoolBeforeFunctions.Run(graph);
        trace?.Add("stochastic pass graph", nameof(PoolBeforeFunctions), graph.ToString());
        return graph;
    }

    /// <summary>The attack graph: prediction's forward, losses, backward to the inputs, which move.</summary>
    public static NetworkGraph AttackGraph(NetworkModel model, Trace? trace = null)
    {
        NetworkGraph graph = LowerModel.Attack(model);
        trace?.Add("attack graph", nameof(LowerModel), graph.ToString());
        graph = PoolBeforeFunctions.Run(graph);
        trace?.Add("attack graph", nameof(PoolBeforeFunctions), graph.ToString());
        graph = Rewriting.Run(graph, FuseSoftmaxCrossEntropy.Rewrite);
        trace?.Add("attack graph", nameof(FuseSoftmaxCrossEntropy), graph.ToString());
        IReadOnlyList<(Node Input, Node Gradient)> gradients = Differentiate.Run(graph, toward: leaf => leaf.Op is Input);
        trace?.Add("attack graph", nameof(Differentiate), graph.Listing(gradients));
        AppendAttackStep.Run(graph, model, gradients);
        trace?.Add("attack graph", nameof(AppendAttackStep), graph.ToString());
        return graph;
    }
}
