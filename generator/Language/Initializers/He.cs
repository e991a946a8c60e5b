using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Normal, σ = √(2/inputs).</summary>
internal sealed record He : Initializer
{
    public static Initializer Bind(AttributeReader attribute) => new He();

    public override Initialization For(Fans fans) =>
        new("Normal", (float)Math.Sqrt(2.0 / fans.In), Invariant.Of($"He: √(2/{fans.In})"));
}
