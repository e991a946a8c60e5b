using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Normally distributed numbers from a counter: each is a function of (seed, layer, step, row, column) and of nothing else, like the bits of
/// <see cref="Masks"/>, so every thread and every width of vector makes the same ones.
/// </summary>
/// <remarks>
/// Box &amp; Muller 1958: √(−2 ln u)·cos 2πv, with u in (0, 1] and v in [−½, ½) from 24 bits each, so no number is beyond ±5.8. The bits are
/// those of a mask's hash before its comparison, and of one round more with the third multiplier of C. Wellons' triple32.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Noise
{
    private const int Bits = 24;
    private const uint ThirdMultiplier = 0x31848BAB;
    private const float Unit = 1f / (1 << Bits);

    /// <summary>Numbers from N(0, 1) for the units from <paramref name="column"/> on of a row.</summary>
    /// <param name="key">From <see cref="Masks.Key"/>.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="column">The first unit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Normal<V>(ulong key, int row, int column)
        where V : struct, IFloats<V>
    {
        V x = Masks.Hash<V>(key, row, column);
        V u = V.FusedMultiplyAdd(V.FromInt(V.ShiftRightUnsigned(x, 32 - Bits)), V.Splat(Unit), V.Splat(Unit));
        x = V.MultiplyInt(x ^ V.ShiftRightUnsigned(x, 16), V.SplatInt((int)ThirdMultiplier));
        V turns = V.FromInt(V.ShiftRightInt(x, 32 - Bits)) * V.Splat(Unit);
        return V.Sqrt(V.Splat(-2f) * Vectors.LogOfNormal(u, V.Zero)) * Vectors.CosOfTurns(turns);
    }

    /// <summary>Numbers uniformly distributed in [−1, 1), of 24 bits each, for the units from <paramref name="column"/> on of a row.</summary>
    /// <param name="key">From <see cref="Masks.Key"/>.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="column">The first unit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Uniform<V>(ulong key, int row, int column)
        where V : struct, IFloats<V> =>
        V.FromInt(V.ShiftRightInt(Masks.Hash<V>(key, row, column), 32 - Bits)) * V.Splat(2 * Unit);

    /// <summary>The number of one unit: the scalar twin of <see cref="Uniform{V}"/>.</summary>
    internal static double Uniform(ulong key, int row, int column) => ((int)Masks.Hash(key, row, column) >> (32 - Bits)) * (2.0 * Unit);

    /// <summary>u and v of one unit, exactly: the scalar twin of what <see cref="Normal"/> starts from.</summary>
    internal static (double U, double V) Uniforms(ulong key, int row, int column)
    {
        uint x = Masks.Hash(key, row, column);
        double u = ((x >> (32 - Bits)) + 1) * (double)Unit;
        x = (x ^ (x >> 16)) * ThirdMultiplier;
        return (u, ((int)x >> (32 - Bits)) * (double)Unit);
    }
}
