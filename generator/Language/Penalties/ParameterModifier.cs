using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Penalties;

/// <summary>
/// What is done to the parameters of a layer beside the optimizer's step: decay, a limit. One of a layer replaces the class's of the same type.
/// </summary>
/// <param name="Scope">The layer's name, or empty when it is the whole network's.</param>
internal abstract record ParameterModifier(string Scope)
{
    /// <summary>Whether it acts on parameters of this role.</summary>
    public abstract bool ActsOn(ParameterRole role);
}
