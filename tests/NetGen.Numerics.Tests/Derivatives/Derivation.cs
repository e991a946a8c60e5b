using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Lowering;
using NetGen.Generator.Ops;
using NetGen.Generator.Passes;

namespace NetGen.Numerics.Tests;

/// <summary>A model's objective and the gradients the compiler derives from it, with or without the fusion that comes first.</summary>
internal sealed class Derivation
{
    /// <param name="model">The model.</param>
    /// <param name="fused">Whether softmax and cross-entropy are fused first.</param>
    /// <param name="isAttack">Whether it is the sum of the rows' losses, differentiated toward the inputs, and not the objective toward the parameters.</param>
    public Derivation(NetworkModel model, bool fused, bool isAttack = false)
    {
        Graph = isAttack ? LowerModel.Attack(model) : LowerModel.Training(model);
        if (fused)
        {
            Graph = Rewriting.Run(Graph, FuseSoftmaxCrossEntropy.Rewrite);
        }

        if (model.Adversarial is { } adversarial && !isAttack)
        {
            Node Part(string target) => Graph.Effects.FirstOrDefault(e => e.Kind == EffectKind.Objective && e.Target == target)?.Value ?? Graph.Constant(0);
            Node weight = adversarial.WeightIn(Graph);
            Objective = (1f - weight) * Part(Effect.Clean) + weight * Part(Effect.Adversarial) + Part(Effect.Penalties);
            Gradients = TrainingGradients.Run(Graph, model);
            Steps = adversarial.Iterations + 1;
            return;
        }

        Objective = Graph.Effects.Single(e => e.Kind == EffectKind.Objective).Value;
        Gradients = Differentiate.Run(Graph, toward: leaf => isAttack ? leaf.Op is Input : leaf.Op is Parameter);
    }

    public NetworkGraph Graph { get; }

    public Node Objective { get; }

    public IReadOnlyList<(Node Parameter, Node Gradient)> Gradients { get; }

    /// <summary>How many values x′ takes one after another; 0 where there is none.</summary>
    public int Steps { get; }

    /// <summary>
    /// A world with random parameters in which no function is asked for a value within <paramref name="distance"/> of a point where it
    /// has no derivative.
    /// </summary>
    public World Smooth(NetworkModel model, int rows, int seed, double missing = 0, double distance = 1e-3)
    {
        for (int attempt = 0; attempt < 200; attempt++)
        {
            var random = new Random(seed + 1000 * attempt);
            var world = new World(seed) { Batch = Batches.Of(model, rows, random.Next(), missing), Step = 3 };
            foreach (Hyperparameter hyperparameter in Graph.Hyperparameters)
            {
                world.Hyperparameters.Add(hyperparameter.Name, hyperparameter.Default);
            }

            foreach (Parameter parameter in Graph.Nodes.Select(n => n.Op).OfType<Parameter>())
            {
                Tensor shape = Tensor.Of(parameter.Type, rows);
                world.Parameters[(parameter.Layer, parameter.Role.Name)] =
                    Batches.Parameter(parameter.Role.Name, Tensor.Fill(shape.Rows, shape.Columns, (_, _) => Batches.Between(random, -0.8, 0.8)));
            }

            // x′ jumps where the sign of a gradient does: it stays as it is made here.
            double perturbing = Interpreter.Perturb(world, Graph, Steps);
            var interpreter = new Interpreter(world);
            interpreter.Of(Objective);
            if (perturbing > 1e-6 && Math.Min(interpreter.NearestKink, interpreter.NearestParameterKink) > distance)
            {
                return world;
            }
        }

        throw new InvalidOperationException("No batch of 200 kept clear of the kinks.");
    }
}
