using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;

namespace NetGen.Generator.Language.Activations;

/// <summary>A function of each unit's z. Written as its formula; the derivative follows.</summary>
internal abstract record Activation
{
    /// <summary>The initializer that keeps the variance of what passes through it.</summary>
    public virtual Initializer Initializer => new He();

    /// <summary>Its name and its constants: <c>Elu(0.5f)</c>. Files keep it and are compared by it, so it never changes.</summary>
    public abstract string Operation { get; }

    public abstract Node Build(NetworkGraph graph, Node z);
}
