using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>What is done to the gradients of all parameters before an optimizer sees them.</summary>
internal abstract record GradientClipping(float Limit) : TrainingModifier
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares =
        HyperparameterName.WhereGiven("Clipping", nameof(GradientClippingAttribute.Norm), nameof(GradientClippingAttribute.Value));

    /// <summary>Whether every gradient is in memory before the first update.</summary>
    public virtual bool KeepsGradients => false;

    public static TrainingModifier? Bind(AttributeReader attribute)
    {
        (string norm, string value) = (nameof(GradientClippingAttribute.Norm), nameof(GradientClippingAttribute.Value));
        if (attribute.Has(norm) == attribute.Has(value))
        {
            attribute.Report(Rules.ClippingNeedsOne, null, attribute.Has(norm) ? "both Norm and Value" : "neither Norm nor Value");
            return null;
        }

        float Number(string argument) => attribute.Number(argument, 1, Graph.Range.Limit, Rules.LimitNotPositive);
        return attribute.Has(norm) ? new ClippingByNorm(Number(norm)) : new ClippingByValue(Number(value));
    }

    /// <summary>The gradients to use instead, each in its parameter's update.</summary>
    public abstract IReadOnlyList<(Node Parameter, Node Gradient)> Run(NetworkGraph graph, IReadOnlyList<(Node Parameter, Node Gradient)> gradients);

    protected static CodeSection UpdateOf(Node parameter) => new(((Parameter)parameter.Op).Layer, Phase.Update);
}

/// <summary>Each number to [−v, v].</summary>
internal sealed record ClippingByValue(float Limit) : GradientClipping(Limit)
{
    public override IReadOnlyList<(Node Parameter, Node Gradient)> Run(NetworkGraph graph, IReadOnlyList<(Node Parameter, Node Gradient)> gradients)
    {
        Node v = graph.Hyperparameter(new("ClippingValue", Limit, Graph.Range.Limit,
            "v of gradient clipping by value: each number of the gradient is limited to [−v, v]."));
        return [.. gradients.Select(g =>
        {
            graph.Section = UpdateOf(g.Parameter);
            return (g.Parameter, graph.Add(new Limit(), g.Gradient, v).Named("clipped"));
        })];
    }
}

/// <summary>All of them times min(1, c/‖g‖₂), ‖g‖ over every parameter: so each gradient is kept until the last is there.</summary>
internal sealed record ClippingByNorm(float Limit) : GradientClipping(Limit)
{
    public override bool KeepsGradients => true;

    public override IReadOnlyList<(Node Parameter, Node Gradient)> Run(NetworkGraph graph, IReadOnlyList<(Node Parameter, Node Gradient)> gradients)
    {
        (Node Parameter, Node Gradient)[] kept = [.. gradients.Select(g =>
        {
            graph.Section = UpdateOf(g.Parameter);
            return (g.Parameter, graph.Add(new Materialize(MaterializeAs.Gradient, (Parameter)g.Parameter.Op), g.Gradient).Named("gradient"));
        })];
        graph.Section = new CodeSection("", Phase.Update);
        Node c = graph.Hyperparameter(new("ClippingNorm", Limit, Graph.Range.Limit,
            "c of gradient clipping by norm: g ← g·min(1, c/‖g‖), ‖g‖ over all parameters."));
        Node norm = graph.Add(new GlobalNorm(), [.. kept.Select(g => g.Gradient)]).Named("norm");
        Node factor = graph.Add(new ClippingFactor(), norm, c).Named("clip");
        return [.. kept.Select(g =>
        {
            graph.Section = UpdateOf(g.Parameter);
            return (g.Parameter, (factor * g.Gradient).Named("clipped"));
        })];
    }
}
