using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Normal, σ = √(1/inputs).</summary>
internal sealed record LeCun : Initializer
{
    public static Initializer Bind(AttributeReader attribute) => new LeCun();

    public override Initialization For(Fans fans) =>
        new("Normal", (float)Math.Sqrt(1.0 / fans.In), Invariant.Of($"LeCun: √(1/{fans.In})"));
}
