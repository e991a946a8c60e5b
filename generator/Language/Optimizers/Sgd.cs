using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>p ← p − ηg; with momentum v ← μv + g, p ← p − ηv; with Nesterov p ← p − η(g + μv).</summary>
internal sealed record Sgd(float LearningRate, float? Momentum, bool Nesterov) : Optimizer(LearningRate)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.WhereGiven("", nameof(SgdAttribute.Momentum));

    public override int Slots => Momentum is null ? 0 : 1;

    public static Optimizer Bind(AttributeReader attribute)
    {
        bool hasMomentum = attribute.Has(nameof(SgdAttribute.Momentum)), nesterov = attribute.Flag(nameof(SgdAttribute.Nesterov));
        if (nesterov && !hasMomentum)
        {
            attribute.Report(Rules.NesterovWithoutMomentum, nameof(SgdAttribute.Nesterov));
        }

        return new Sgd(
            attribute.Number(nameof(SgdAttribute.LearningRate), 0.01f, Graph.Range.Positive, Rules.LearningRateNotPositive),
            hasMomentum ? attribute.Number(nameof(SgdAttribute.Momentum), 0, Graph.Range.BelowOne, Rules.MomentOutOfRange) : null,
            nesterov);
    }

    public override void Update(ParameterUpdate parameter)
    {
        if (Momentum is not { } momentum)
        {
            parameter.Move(parameter.G);
            return;
        }

        Node mu = parameter.Graph.Hyperparameter(new("Momentum", momentum, Graph.Range.BelowOne, "μ of momentum: v ← μv + g."));
        Node v = parameter.State(0, "v");
        Node next = parameter.Graph.Add(new Flush(Flush.Linear), mu * v + parameter.G).Named("velocity");
        parameter.Assign(v, next);
        // Of a steady gradient the velocity becomes g/(1 − μ).
        parameter.Move(Nesterov ? parameter.G + mu * next : next, metric: 1f - mu);
    }
}
