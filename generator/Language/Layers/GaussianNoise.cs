using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Layers;

/// <summary>h = y + σ·noise in training, noise from N(0, 1); nothing in prediction.</summary>
internal sealed record GaussianNoise(string Owner, float Sigma) : ValueModifier(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("Noise");

    public override string Suffix => "Noisy";

    public static ValueModifier Bind(AttributeReader attribute) => new GaussianNoise(
        attribute.Owner,
        attribute.Number(nameof(GaussianNoiseAttribute.Sigma), 0, Graph.Range.Positive, Rules.NoiseNotPositive));

    public override Node Train(NetworkGraph graph, Node y, int layer, RandomScope draw)
    {
        Node sigma = graph.Hyperparameter(new(Owner, "Noise", Sigma, Graph.Range.NotNegative, $"σ of the noise that training adds to {Owner}."));
        return y + sigma * graph.Add(new NormalNoise(Owner, layer, y.Type, draw));
    }
}
