using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>s ← ρs + (1 − ρ)g², p ← p − ηg/(√s + ε).</summary>
internal sealed record RmsProp(float LearningRate, float Rho, float Epsilon) : Optimizer(LearningRate)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("Rho", "Epsilon");

    public override int Slots => 1;

    public static Optimizer Bind(AttributeReader attribute) => new RmsProp(
        attribute.Number(nameof(RmsPropAttribute.LearningRate), 0.001f, Graph.Range.Positive, Rules.LearningRateNotPositive),
        attribute.Number(nameof(RmsPropAttribute.Rho), 0.9f, Graph.Range.BelowOne, Rules.MomentOutOfRange),
        attribute.Number(nameof(RmsPropAttribute.Epsilon), 1e-7f, Graph.Range.Positive, Rules.EpsilonNotPositive));

    public override void Update(ParameterUpdate parameter)
    {
        NetworkGraph graph = parameter.Graph;
        Node g = graph.Add(new Squarable(), parameter.G).Named("gradient");
        Node rho = graph.Hyperparameter(new("Rho", Rho, Graph.Range.BelowOne, "ρ of the mean square: s ← ρs + (1 − ρ)g²."));
        Node epsilon = graph.Hyperparameter(new("Epsilon", Epsilon, Graph.Range.Positive, "ε of the step g/(√s + ε)."));

        Node s = parameter.State(0, "s");
        Node next = graph.Add(new Flush(Flush.Square), rho * s + (1f - rho) * (g * g)).Named("meanSquare");
        parameter.Assign(s, next);
        Node metric = graph.Add(new Sqrt(), next) + epsilon;
        parameter.Move(g / metric, metric);
    }
}
