using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Penalties;

/// <summary>Where the λ of a penalty λ·Ω(w) comes from.</summary>
internal abstract record Strength
{
    /// <summary>λ, a scalar of hyperparameters.</summary>
    /// <param name="graph">The training graph.</param>
    /// <param name="scope">The layer's name, or empty when the strength is the whole network's.</param>
    /// <param name="formula">Ω in words of mathematics.</param>
    public abstract Node Build(NetworkGraph graph, string scope, string formula);

    /// <summary>The layers it holds for, in words.</summary>
    protected static string Of(string scope) => scope.Length == 0 ? "every layer without a strength of its own" : scope;
}

/// <summary>λ as the attribute gives it.</summary>
/// <param name="Name">What the hyperparameter's name ends in.</param>
/// <param name="Value">λ's default.</param>
internal sealed record Lambda(string Name, float Value) : Strength
{
    /// <summary>Reads λ from the attribute, whose name the hyperparameter takes.</summary>
    public static Lambda Bind(AttributeReader attribute) =>
        new(attribute.Attribute, attribute.Number(nameof(L2Attribute.Lambda), 0, Graph.Range.NotNegative, Rules.LambdaNegative));

    public override Node Build(NetworkGraph graph, string scope, string formula) =>
        graph.Hyperparameter(new(scope, Name, Value, Graph.Range.NotNegative, $"λ of the penalty λ·{formula} on the weights of {Of(scope)}."));
}

/// <summary>λ = 1/(N·σ²) of a normal prior, 1/(N·σ) of a Laplace prior, with N training examples.</summary>
/// <param name="Name">"Gaussian" or "Laplace".</param>
/// <param name="Sigma">σ's default.</param>
/// <param name="Squared">Whether σ is squared.</param>
internal sealed record Prior(string Name, float Sigma, bool Squared) : Strength
{
    public static Prior Bind(AttributeReader attribute, string name, bool squared) =>
        new(name, attribute.Number(nameof(GaussianPriorAttribute.Sigma), 1, Graph.Range.Positive, Rules.SigmaNotPositive), squared);

    public override Node Build(NetworkGraph graph, string scope, string formula)
    {
        string lambda = Squared ? "1/(N·σ²)" : "1/(N·σ)";
        Node sigma = graph.Hyperparameter(new(
            scope, Name + "Sigma", Sigma, Graph.Range.Positive, $"σ of the {Name} prior on the weights of {Of(scope)}: the penalty λ·{formula} with λ = {lambda}, N the number of training examples."));
        Node n = graph.Add(new TrainingExamples()).Named("trainingExamples");
        return (1f / (n * (Squared ? sigma * sigma : sigma))).Named(new LayerName(scope, Suffix: Name + "Lambda"));
    }
}
