using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Uniform over ±√(6/(inputs + units)).</summary>
internal sealed record Glorot : Initializer
{
    public static Initializer Bind(AttributeReader attribute) => new Glorot();

    public override Initialization For(Fans fans) =>
        new("Uniform", (float)Math.Sqrt(6.0 / (fans.In + fans.Out)), Invariant.Of($"Glorot: √(6/({fans.In} + {fans.Out}))"));
}
