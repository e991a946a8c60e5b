using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Where a layer's weights start.</summary>
internal abstract record Initializer
{
    /// <summary>The distribution for weights of these fans.</summary>
    public abstract Initialization For(Fans fans);
}
