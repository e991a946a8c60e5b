using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Normalizations;

/// <summary>
/// y = γ·(z − μ)/√(σ² + ε) + β with the mean and the population variance of each channel, over all rows of the batch × positions. Predictions
/// take running averages of both (Ioffe &amp; Szegedy 2015).
/// </summary>
/// <remarks>
/// The average kept is r ← r + (1 − d)/(1 − dᵗ)·(statistic − r) at step t: r′ ← d·r′ + (1 − d)·statistic from 0, divided by 1 − dᵗ, without the
/// division where it is used. The first step puts the statistic itself in the place of what r was.
/// </remarks>
internal sealed record BatchNorm(string Owner, float Decay, float Epsilon) : Normalization
{
    /// <summary>The least batch of vectors: cut into batches of at least half of it, rows never come alone.</summary>
    public const int LeastBatch = 3;

    private const string DecayWord = "StatisticsDecay";

    private static readonly ParameterRole RunningMean =
        new("runningMean", "runningMean", "RunningMean", IsWeight: false, IsTrained: false, JointTitle: "RunningStatistics");

    private static readonly ParameterRole RunningVariance =
        new("runningVariance", "runningVariance", "RunningVariance", IsWeight: false, IsTrained: false, JointTitle: RunningMean.JointTitle);

    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always(DecayWord);

    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Factor, Shift, RunningMean, RunningVariance];

    public override IReadOnlyList<ParameterRole> Roles => AllRoles;

    public override string Operation => Invariant.Of($"BatchNorm(ε {Epsilon})");

    private string DecayName => Owner + DecayWord;

    public static Normalization Bind(AttributeReader attribute) => new BatchNorm(
        attribute.Owner,
        attribute.Number(nameof(BatchNormAttribute.Decay), 0.9f, Graph.Range.BelowOne, Rules.MomentOutOfRange),
        attribute.Number(nameof(BatchNormAttribute.Epsilon), 1e-5f, Graph.Range.Positive, Rules.EpsilonNotPositive));

    public override IReadOnlyList<Parameter> ParametersOf(string layer, int channels)
    {
        EquatableArray<int> shape = new int[] { channels }.ToEquatable();
        var fans = new Fans(1, 1);
        return
        [
            new(layer, Factor, shape, fans, Initialization.One), new(layer, Shift, shape, fans, Initialization.Zero),
            new(layer, RunningMean, shape, fans, Initialization.Zero), new(layer, RunningVariance, shape, fans, Initialization.One),
        ];
    }

    public override Node Train(NetworkGraph graph, ValueModel value, Node z, BatchRole role, (int Slot, Node Decay)? average)
    {
        IReadOnlyList<Node> p = value.ParametersOfNormalizationIn(graph);
        Node share = graph.Add(new InverseRows(z.Type.Height * z.Type.Width)).Named("inverseRows");
        Node mean = (share * graph.Add(new ReduceBatch(), z)).Named("mean");
        Node variance = (share * graph.Add(new SquaredDeviations(), z, mean)).Named("variance");
        if (role == BatchRole.Clean)
        {
            Node decay = graph.Hyperparameter(new(
                Owner, DecayWord, Decay, Graph.Range.BelowOne, $"What a step leaves of the running averages of {Owner}'s mean and variance."));
            Node rate = (1f - decay) * graph.Add(new MomentCorrection(DecayName, IsOfLayer: true)).Named("correction");
            Follow(p[2], mean, rate, average);
            Follow(p[3], variance, rate, average);
        }

        return graph.Add(new BatchNormalize(IsOfBatch: true), z, mean, ScaleOf(variance), p[0], p[1]).Named("normalized");
    }

    public override Node Predict(NetworkGraph graph, ValueModel value, Node z)
    {
        IReadOnlyList<Node> p = value.ParametersOfNormalizationIn(graph);
        return graph.Add(new BatchNormalize(IsOfBatch: false), z, p[2], ScaleOf(p[3]), p[0], p[1]).Named("normalized");
    }

    /// <summary>running ← running + rate·(statistic − running); where parameters are averaged, so is it.</summary>
    private static void Follow(Node running, Node statistic, Node rate, (int Slot, Node Decay)? average)
    {
        NetworkGraph graph = running.Graph;
        Node next = (running + rate * (statistic - running)).Named(average is null ? "next" : "nextRunning");
        graph.Add(new Effect(EffectKind.Assign, "", next, running));
        if (average is var (slot, decay))
        {
            Node averaged = graph.Add(new State((Parameter)running.Op, slot)).Named("average");
            graph.Add(new Effect(EffectKind.Assign, "", (decay * averaged + (1f - decay) * next).Named("nextAverage"), averaged));
        }
    }

    /// <summary>s = 1/√(σ² + ε).</summary>
    private Node ScaleOf(Node variance) => (1f / variance.Graph.Add(new Sqrt(), variance + Epsilon)).Named("inverseDeviation");
}
