using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², p ← p − ηm̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).</summary>
internal record Adam(float LearningRate, float Beta1, float Beta2, float Epsilon) : Optimizer(LearningRate)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always(nameof(Beta1), nameof(Beta2), nameof(Epsilon));

    /// <summary>The optimizer of a network that names none.</summary>
    public static Adam Default => new(0.001f, 0.9f, 0.999f, 1e-8f);

    public override int Slots => 2;

    public static Optimizer Bind(AttributeReader attribute) => new Adam(
        attribute.Number(nameof(AdamAttribute.LearningRate), Default.LearningRate, Graph.Range.Positive, Rules.LearningRateNotPositive),
        attribute.Number(nameof(AdamAttribute.Beta1), Default.Beta1, Graph.Range.BelowOne, Rules.MomentOutOfRange),
        attribute.Number(nameof(AdamAttribute.Beta2), Default.Beta2, Graph.Range.BelowOne, Rules.MomentOutOfRange),
        attribute.Number(nameof(AdamAttribute.Epsilon), Default.Epsilon, Graph.Range.Positive, Rules.EpsilonNotPositive));

    public override void Update(ParameterUpdate parameter)
    {
        NetworkGraph graph = parameter.Graph;
        Node g = graph.Add(new Squarable(), parameter.G).Named("gradient");
        Node beta1 = graph.Hyperparameter(new(nameof(Beta1), Beta1, Graph.Range.BelowOne, "β₁ of the first moment: m ← β₁m + (1 − β₁)g."));
        Node beta2 = graph.Hyperparameter(new(nameof(Beta2), Beta2, Graph.Range.BelowOne, "β₂ of the second moment: v ← β₂v + (1 − β₂)g²."));
        Node epsilon = graph.Hyperparameter(new(nameof(Epsilon), Epsilon, Graph.Range.Positive, "ε of the step m̂/(√v̂ + ε)."));

        Node m = parameter.State(0, "m");
        Node v = parameter.State(1, "v");
        Node nextM = graph.Add(new Flush(Flush.Linear), beta1 * m + (1f - beta1) * g).Named("firstMoment");
        Node nextV = graph.Add(new Flush(Flush.Square), beta2 * v + (1f - beta2) * (g * g)).Named("secondMoment");
        parameter.Assign(m, nextM);
        parameter.Assign(v, nextV);

        Node mHat = graph.Add(new MomentCorrection(nameof(Beta1))).Named("correction1") * nextM;
        Node vHat = graph.Add(new MomentCorrection(nameof(Beta2))).Named("correction2") * nextV;
        Node metric = graph.Add(new Sqrt(), vHat) + epsilon;
        parameter.Move(mHat / metric, metric);
    }
}
