using NetGen.Generator.Collections;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Language.Layers;

/// <summary>What is done to a layer's value behind its activation: noise, dropout. They are applied in the order of the catalogue.</summary>
/// <param name="Owner">The layer's name.</param>
internal abstract record ValueModifier(string Owner)
{
    /// <summary>What is appended to the name of an input, for its own name is that of its buffer.</summary>
    public abstract string Suffix { get; }

    /// <summary>The rule that it breaks on values of a shape; null if none. The rule's message is given the shape.</summary>
    public virtual string? RuleAgainst(EquatableArray<int> shape) => null;

    /// <summary>What training, or a pass of an uncertain prediction, makes of the value.</summary>
    /// <param name="graph">The graph of training, or of an uncertain prediction.</param>
    /// <param name="y">The value so far.</param>
    /// <param name="layer">The layer's index, which tells its random numbers from others'.</param>
    /// <param name="draw">What random numbers are drawn for.</param>
    public abstract Node Train(NetworkGraph graph, Node y, int layer, RandomScope draw);

    /// <summary>What a prediction makes of the value.</summary>
    public virtual Node Predict(NetworkGraph graph, Node y) => y;
}
