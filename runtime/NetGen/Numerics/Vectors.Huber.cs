using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Huber's function and its derivative.</content>
public static partial class Vectors
{
    /// <summary>½x² where |x| ≤ δ, else δ(|x| − ½δ); NaN stays NaN. Huber 1964.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Huber<V>(V x, float delta)
        where V : struct, IFloats<V>
    {
        V c = Clamp(x, delta);
        return c * (x - V.Splat(0.5f) * c); // c = x within, ±δ outside
    }

    /// <summary>x, but no further from 0 than <paramref name="limit"/> ≥ 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Clamp<V>(V x, float limit)
        where V : struct, IFloats<V> => Clamp(x, V.Splat(limit));

    /// <summary>x, but no further from 0 than <paramref name="limit"/> ≥ 0, lane by lane; a NaN in x stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Clamp<V>(V x, V limit)
        where V : struct, IFloats<V> => V.MaxNative(-limit, V.MinNative(limit, x));
}
