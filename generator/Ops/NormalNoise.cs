using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>Numbers from N(0, 1).</summary>
/// <param name="Value">The value it is added to.</param>
/// <param name="Layer">The number that tells its noise from other layers'.</param>
/// <param name="Of">The type of the value: a number for each unit.</param>
/// <param name="Scope">What it is drawn for.</param>
internal sealed record NormalNoise(string Value, int Layer, TensorType Of, RandomScope Scope) : NoiseOp(Value, Layer, Of, Scope)
{
    public override int KeyLayer => -1 - Layer;

    protected override string Routine => "Normal";

    public override Expression Formula(IReadOnlyList<Expression> a) => "noise";
}
