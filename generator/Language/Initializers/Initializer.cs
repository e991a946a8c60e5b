using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Where a layer's weights start.</summary>
internal abstract record Initializer
{
    /// <summary>The distribution for a layer of that many inputs and units.</summary>
    public abstract Initialization For(int inputs, int units);
}
