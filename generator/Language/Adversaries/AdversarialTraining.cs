using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Adversaries;

/// <summary>
/// x′ = clip(x + ε·sign(∂E/∂x)) for each batch; the step minimizes (1 − w)·E(x) + w·E(x′), x′ held fixed (Goodfellow, Shlens &amp; Szegedy 2015,
/// §6). With several steps x′ is made by the basic iterative method, from x itself (Kurakin, Goodfellow &amp; Bengio 2017), or with a random start
/// from clip(x + ε·u), u uniform in [−1, 1) (Madry et al. 2018).
/// </summary>
internal sealed record AdversarialTraining(float Epsilon, float Weight, int Steps, bool RandomStart) : TrainingModifier
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares =
        HyperparameterName.Always("AdversarialEpsilon", "AdversarialWeight");

    public static TrainingModifier Bind(AttributeReader attribute) => new AdversarialTraining(
        attribute.Number(nameof(AdversarialTrainingAttribute.Epsilon), 0.1f, Graph.Range.NotNegative, Rules.AdversarialEpsilon),
        attribute.Number(nameof(AdversarialTrainingAttribute.Weight), 0.5f, Graph.Range.UnitInterval, Rules.AdversarialWeight),
        attribute.Integer(nameof(AdversarialTrainingAttribute.Steps), 1, Graph.Range.Count, Rules.AdversarialSteps),
        attribute.Flag(nameof(AdversarialTrainingAttribute.RandomStart)));

    /// <summary>How often x′ is moved by the gradient at x′ itself; the first step from x is made by the gradient of the clean rows.</summary>
    public int Iterations => RandomStart ? Steps : Steps - 1;

    /// <summary>ε. It may be as large as the narrowest declared range is wide.</summary>
    public Node EpsilonIn(NetworkGraph graph, NetworkModel model)
    {
        double most = model.Inputs.Select(i => (InputLayer)i.Kind).Min(i => (double)i.Max - i.Min);
        return graph.Hyperparameter(new(
            "AdversarialEpsilon", Epsilon, new(0, most, true, !double.IsPositiveInfinity(most)), "How far a feature of an adversarial example is moved: ε."));
    }

    /// <summary>w.</summary>
    public Node WeightIn(NetworkGraph graph) => graph.Hyperparameter(new(
        "AdversarialWeight", Weight, Graph.Range.UnitInterval, "w, the adversarial examples' share of the loss: (1 − w)·E(x) + w·E(x′)."));

    /// <summary>α, how far one step moves a feature: ε if it is the only one, else 2.5·ε/steps, which can cross the ball and turn.</summary>
    public Node StepOf(Node epsilon) => Steps == 1 ? epsilon : Math.Min(1, 2.5f / Steps) * epsilon;
}
