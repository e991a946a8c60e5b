using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Uniform over ±√(6/(inputs + units)).</summary>
internal sealed record Glorot : Initializer
{
    public static Initializer Bind(AttributeReader attribute) => new Glorot();

    public override Initialization For(int inputs, int units) =>
        new("Uniform", (float)Math.Sqrt(6.0 / (inputs + units)), Invariant.Of($"Glorot: √(6/({inputs} + {units}))"));
}
