using NetGen.Generator.Graph;
using NetGen.Generator.Initializers;

namespace NetGen.Generator.Activations;

/// <summary>A function of each unit's z. Written as its formula; the derivative follows.</summary>
internal abstract record Activation
{
    /// <summary>The initialiser that keeps the variance of what passes through it.</summary>
    public virtual Initializer Initializer => new He();

    public abstract Node Build(NetworkGraph graph, Node z);
}
