using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Normalizations;

/// <summary>y = γ·(z − μ)/√(σ² + ε) + β with the mean and the population variance of all numbers of a row; the same at all times (Ba et al. 2016).</summary>
internal sealed record LayerNorm(float Epsilon) : Normalization
{
    /// <summary>The roles of all such layers.</summary>
    public static readonly IReadOnlyList<ParameterRole> AllRoles = [Factor, Shift];

    /// <summary>It declares no hyperparameters.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always();

    public override IReadOnlyList<ParameterRole> Roles => AllRoles;

    public override string Operation => Invariant.Of($"LayerNorm(ε {Epsilon})");

    public static Normalization Bind(AttributeReader attribute) =>
        new LayerNorm(attribute.Number(nameof(LayerNormAttribute.Epsilon), 1e-5f, Graph.Range.Positive, Rules.EpsilonNotPositive));

    public override IReadOnlyList<Parameter> ParametersOf(string layer, int channels)
    {
        EquatableArray<int> shape = new int[] { channels }.ToEquatable();
        return [new(layer, Factor, shape, new Fans(1, 1), Initialization.One), new(layer, Shift, shape, new Fans(1, 1), Initialization.Zero)];
    }

    public override Node Train(NetworkGraph graph, ValueModel value, Node z, BatchRole role, (int Slot, Node Decay)? average) => Predict(graph, value, z);

    public override Node Predict(NetworkGraph graph, ValueModel value, Node z)
    {
        IReadOnlyList<Node> p = value.ParametersOfNormalizationIn(graph);
        Node standardized = graph.Add(new Standardize(Epsilon), z).Named("standardized");
        return graph.Add(new ScaleAndShift(), standardized, p[0], p[1]).Named("normalized");
    }
}
