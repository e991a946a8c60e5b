using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <content>Huber's function and its derivative.</content>
public static partial class Vectors
{
    /// <summary>½x² where |x| ≤ δ, else δ(|x| − ½δ); NaN stays NaN. Huber 1964.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Huber(Vector512<float> x, float delta)
    {
        Vector512<float> c = Clamp(x, delta);
        return c * (x - Splat(0.5f) * c); // c = x within, ±δ outside
    }

    /// <summary>x, but no further from 0 than <paramref name="limit"/> ≥ 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Clamp(Vector512<float> x, float limit) => AtLeast(AtMost(x, limit), -limit);
}
