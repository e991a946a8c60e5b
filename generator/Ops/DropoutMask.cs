using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// 1/keep, or 1 where nothing is scaled, where a unit is kept and 0 where it is dropped (operand keep). A bit is a function of seed, layer,
/// step, sample and unit, so backward code draws the same mask again instead of storing it. Nothing flows back.
/// </summary>
/// <param name="Value">The value it is the mask of.</param>
/// <param name="Layer">The number that tells its bits from other layers'.</param>
/// <param name="Of">The type of the value: a bit for each unit.</param>
/// <param name="IsScaled">Whether a kept unit is multiplied by 1/keep.</param>
/// <param name="Scope">What it is drawn for.</param>
/// <param name="OfChannels">Whether a bit is drawn for each channel and holds at all positions of an image, and not for each unit.</param>
/// <param name="ExpectedKeep">The declared probability that a unit is kept, for estimates; the hyperparameter may be another.</param>
internal sealed record DropoutMask(string Value, int Layer, TensorType Of, bool IsScaled, bool OfChannels, RandomScope Scope, float ExpectedKeep) : ElementwiseOp, IRandomOp
{
    internal override string Anonymous => $"{this with { Value = "", Layer = 0, ExpectedKeep = 0 }}";

    public override double Density(IReadOnlyList<double> operands) => ExpectedKeep;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Of;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"{(OfChannels ? "channelMask" : "mask")}{(IsScaled ? $"/{a[0].Text}" : $"({a[0].Text})")}";

    /// <summary>Takes three locals of the method: key, threshold and scale.</summary>
    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => OfChannels
        ? Expression.Call($"{Types.Masks}.KeepChannels<V>", a[0], Scope.Row(at), at.Column, Invariant.Of($"{Of.Channels}"), a[1], a[2])
        : Expression.Call($"{Types.Masks}.Keep<V>", a[0], Scope.Row(at), at.Column, a[1], a[2]);
}
