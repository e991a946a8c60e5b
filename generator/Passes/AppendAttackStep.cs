using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>
/// Appends what an attack does with the gradient toward each input: it is kept, and x′ ← x′ + step·sign(dx), projected to ±ε around the
/// original and clipped to the declared range. The input itself is x′, so that the forward pass is a prediction's.
/// </summary>
internal static class AppendAttackStep
{
    public static void Run(NetworkGraph graph, NetworkModel model, IReadOnlyList<(Node Input, Node Gradient)> gradients)
    {
        Node epsilon = graph.Add(new AttackNumber("epsilon")).Named("epsilon"), step = graph.Add(new AttackNumber("step")).Named("step");
        foreach (ValueModel value in model.Inputs)
        {
            graph.Section = new CodeSection(value.Name, Phase.Backward);
            Node x = value.Kind.Build(graph, value, []);

            // The loss of an input that no head depends on does not change with it.
            Node dx = gradients.Where(g => g.Input == x).Select(g => g.Gradient).FirstOrDefault() ?? Differentiate.NameGradient(x, 0f * x);
            graph.Add(new Effect(EffectKind.InputGradient, value.Name, dx));

            // Where the gradient toward one input is computed from another, all of them are there before any input moves.
            graph.Section = new CodeSection(value.Name, IsReadFromOther(dx, x) ? Phase.Update : Phase.Backward);
            Node original = graph.Add(new Original(value.Name, value.Type)).Named(new LayerName(value.Name, Suffix: "Original"));
            Node near = graph.Add(new Project(), x + step * graph.Add(new Sign(), dx), original, epsilon);
            graph.Add(new Effect(EffectKind.Assign, "", ((InputLayer)value.Kind).Clip(near), x));
        }
    }

    /// <summary>Whether element-wise work alone leads from another input to a gradient, so that both may be in one loop.</summary>
    public static bool IsReadFromOther(Node node, Node x) => node.Op is Input or Perturbed
        ? node != x && node.Op.GetType() == x.Op.GetType()
        : node.Op is ElementwiseOp && node.Operands.Any(o => IsReadFromOther(o, x));
}
