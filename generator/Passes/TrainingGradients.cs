using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>
/// The gradient of the objective for each parameter. With adversarial training the loss of the clean rows is differentiated toward the inputs
/// too, which makes the first x′ unless that starts at random; each parameter's products with clean and adversarial rows are accumulated in one, (1 − w)·xᵀ·dz + x′ᵀ·dz′. The
/// backward pass of the clean rows has factor 1 and that of the adversarial rows w, so that the signs that make x′ do not depend on w &gt; 0.
/// For w = 0 the clean rows alone make x′: nothing is learned from it.
/// </summary>
internal static class TrainingGradients
{
    public static IReadOnlyList<(Node Parameter, Node Gradient)> Run(NetworkGraph graph, NetworkModel model)
    {
        if (model.Adversarial is not { } training)
        {
            return Differentiate.Run(graph);
        }

        Node weight = training.WeightIn(graph), share = 1f - weight;
        var clean = Differentiate.Of(
            graph, Objective(Effect.Clean)!, graph.Constant(1), leaf => IsTrained(leaf) || model.Inputs.Any(input => IsTrainedOn(model, input, leaf)));
        var adversarial = Differentiate.Of(
            graph, Objective(Effect.Adversarial)!, weight, leaf => IsTrained(leaf) || (leaf.Op is Perturbed && training.Iterations > 0));
        var penalties = Objective(Effect.Penalties) is { } penalty ? Differentiate.Of(graph, penalty, graph.Constant(1), IsTrained) : [];
        graph.ReplaceEffects(graph.Effects.Where(e => e.Kind != EffectKind.Objective));

        HashSet<Node> learnedFrom = LearnedFrom(graph, adversarial);
        foreach (ValueModel value in model.Inputs.Where(value => learnedFrom.Contains(graph.Add(new Perturbed(value.Name, value.Type)))))
        {
            foreach ((Node x, Node dx) in clean.Where(c => IsTrainedOn(model, value, c.Leaf)))
            {
                Perturb(graph, model, value, x, Differentiate.NameGradient(x, dx), adversarial);
            }
        }

        return [.. clean.Where(c => c.Leaf.Op is Parameter).Select(c => (c.Leaf, Sum(c.Leaf, c.Gradient)))];

        Node? Objective(string target) => graph.Effects.FirstOrDefault(e => e.Kind == EffectKind.Objective && e.Target == target)?.Value;

        Node Sum(Node parameter, Node dw)
        {
            graph.Section = new CodeSection(parameter.Section.Owner, Phase.Update);
            Node sum = Accumulation.Join(dw, share, Gradient(adversarial, leaf => leaf == parameter.Op).Gradient!);
            return Differentiate.NameGradient(parameter, Gradient(penalties, leaf => leaf == parameter.Op).Gradient is { } pull ? sum + pull : sum);
        }
    }

    /// <summary>
    /// The x′ that a parameter's gradient reads, or the gradient that moves another such x′: others change nothing. A head of nothing but
    /// inputs has no parameters.
    /// </summary>
    private static HashSet<Node> LearnedFrom(NetworkGraph graph, IReadOnlyList<(Node Leaf, Node Gradient)> adversarial)
    {
        var learnedFrom = new HashSet<Node>();
        var pending = new Stack<Node>(adversarial.Where(a => a.Leaf.Op is Parameter).Select(a => a.Gradient));
        while (pending.Count > 0)
        {
            foreach (Node perturbed in graph.Live([pending.Pop()]).Where(node => node.Op is Perturbed && learnedFrom.Add(node)))
            {
                if (Gradient(adversarial, leaf => leaf == perturbed.Op).Gradient is { } again)
                {
                    pending.Push(again);
                }
            }
        }

        return learnedFrom;
    }

    private static bool IsTrained(Node leaf) => leaf.Op is Parameter { Role.IsTrained: true };

    /// <summary>Whether a node is what the clean rows have of an input: the rows, augmented if they are, where rows are blended their blends.</summary>
    private static bool IsTrainedOn(NetworkModel model, ValueModel input, Node node)
    {
        Op? own = model.Blending is null ? node.Op : node.Op switch { Mix => node.Operands[1].Op, Paste => node.Operands[0].Op, _ => null };
        return own switch
        {
            Input x => input.Augmentations.Count == 0 && x.Value == input.Name,
            Augmented x => x.Value == input.Name,
            _ => false,
        };
    }

    /// <summary>
    /// x′ ← clip(x + α·sign(dx)), or clip(x + ε·u) where x′ starts at random, and with several steps x′ ← clip(x′ + α·sign(dx′)), never further
    /// than ε from x.
    /// </summary>
    private static void Perturb(
        NetworkGraph graph, NetworkModel model, ValueModel value, Node x, Node dx, IReadOnlyList<(Node Leaf, Node Gradient)> adversarial)
    {
        AdversarialTraining training = model.Adversarial!;
        var range = (InputLayer)value.Kind;
        Node epsilon = training.EpsilonIn(graph, model), step = training.StepOf(epsilon);
        Node perturbed = graph.Add(new Perturbed(value.Name, value.Type));
        graph.Section = new CodeSection(value.Name, Phase.Backward);
        Node first = training.RandomStart
            ? Projected(x + epsilon * graph.Add(new UniformNoise(value.Name, model.Inputs.ToList().IndexOf(value), x.Type)))
            : Moved(x, dx);
        graph.Add(new Effect(EffectKind.Perturb, value.Name, range.Clip(first), perturbed));
        if (Gradient(adversarial, leaf => leaf == perturbed.Op).Gradient is { } again)
        {
            graph.Add(new Effect(EffectKind.InputGradient, value.Name, Differentiate.NameGradient(x, again)));
            Phase phase = AppendAttackStep.IsReadFromOther(again, perturbed) ? Phase.Update : Phase.Backward;
            graph.Section = new CodeSection(value.Name, phase, BatchRole.Adversarial);
            graph.Add(new Effect(EffectKind.NextIteration, value.Name, range.Clip(Moved(perturbed, again)), perturbed));
        }

        // Rounded, one step of ε from x may end farther from it than ε.
        Node Moved(Node from, Node gradient) => Projected(from + step * graph.Add(new Sign(), gradient));

        Node Projected(Node moved) => graph.Add(new Project(), moved, x, epsilon);
    }

    private static (Node? Leaf, Node? Gradient) Gradient(IReadOnlyList<(Node Leaf, Node Gradient)> gradients, Func<Op, bool> leaf) =>
        gradients.Where(g => leaf(g.Leaf.Op)).Select(g => ((Node?)g.Leaf, (Node?)g.Gradient)).FirstOrDefault();
}
