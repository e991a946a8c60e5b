using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Zero: right for a linear model, whose objective has one valley.</summary>
internal sealed record Zero : Initializer
{
    public static Initializer Bind(AttributeReader attribute) => new Zero();

    public override Initialization For(Fans fans) => Initialization.Zero;
}
