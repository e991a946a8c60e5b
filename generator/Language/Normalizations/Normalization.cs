using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Normalizations;

/// <summary>What brings the numbers of a layer to a common scale, between its kind and its activation.</summary>
internal abstract record Normalization
{
    /// <summary>The factor of each channel. It multiplies nothing that the layer reads, so it is no weight.</summary>
    protected static readonly ParameterRole Factor = new("gamma", "γ", "Gamma", IsWeight: false);

    /// <summary>What is added to each channel.</summary>
    protected static readonly ParameterRole Shift = new("beta", "β", "Beta", IsWeight: false);

    /// <summary>The parameters of all such layers, behind those of the kind.</summary>
    public abstract IReadOnlyList<ParameterRole> Roles { get; }

    /// <summary>What it computes in a prediction, with the constants that count: <c>BatchNorm(ε 1e-05)</c>. Files keep it.</summary>
    public abstract string Operation { get; }

    /// <summary>The parameters of a layer of so many channels.</summary>
    public abstract IReadOnlyList<Parameter> ParametersOf(string layer, int channels);

    /// <summary>What training makes of z.</summary>
    /// <param name="graph">The training graph.</param>
    /// <param name="value">The layer.</param>
    /// <param name="z">What its kind computed.</param>
    /// <param name="role">Whose rows: the adversarial ones move no running average.</param>
    /// <param name="average">The slot of averaged parameters and what an update leaves of them, if they are averaged.</param>
    public abstract Node Train(NetworkGraph graph, ValueModel value, Node z, BatchRole role, (int Slot, Node Decay)? average);

    /// <summary>What a prediction makes of z.</summary>
    public abstract Node Predict(NetworkGraph graph, ValueModel value, Node z);
}
