using NetGen.Generator.Diagnostics;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Initializers;

/// <summary>Normal, σ as given.</summary>
internal sealed record Normal(float StandardDeviation) : Initializer
{
    public static Initializer Bind(AttributeReader attribute) => new Normal(
        attribute.Number(nameof(NormalAttribute.StandardDeviation), 1, Graph.Range.Positive, Rules.DeviationNotPositive));

    public override Initialization For(Fans fans) =>
        new("Normal", StandardDeviation, Invariant.Of($"σ = {StandardDeviation}"));
}
