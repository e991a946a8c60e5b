using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Binary cross-entropy of a logit and its derivative.</content>
public static partial class Vectors
{
    /// <summary>
    /// −t·log σ(z) − (1 − t)·log(1 − σ(z)) for a target t in [0, 1]. Both terms of what it computes are ≥ 0, so nothing cancels, and a logit
    /// far on the right side keeps its full relative accuracy; NaN stays NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V BinaryCrossEntropy<V>(V z, V t)
        where V : struct, IFloats<V>
    {
        // softplus(z) − t·z is |z|·(1 − t) on the right, |z|·t on the left, and log(1 + e^−|z|) on both sides.
        V magnitude = V.Abs(z), share = V.Select(V.LessThan(z, V.Zero), t, V.Splat(1f) - t);
        return V.FusedMultiplyAdd(magnitude, share, LogP1OfPositive(Exp(-magnitude)));
    }

    /// <summary>
    /// σ(z) − t, the derivative of <see cref="BinaryCrossEntropy"/>, for a target t in [0, 1]: accurate relative to σ(z) + t, and for t = 0
    /// and t = 1 to the difference itself; NaN stays NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidMinusTarget<V>(V z, V t)
        where V : struct, IFloats<V>
    {
        // (1 − t)·σ(z) − t·σ(−z), with e = e^−|z|: one of the two is 1/(1 + e), the other e/(1 + e).
        V one = V.Splat(1f), e = Exp(-V.Abs(z)), isLeft = V.LessThan(z, V.Zero);
        V right = V.Select(isLeft, e, one), left = V.Select(isLeft, one, e);
        return ((one - t) * right - t * left) / (one + e);
    }
}
