using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Dropout masks from a counter: whether a unit is kept is a function of (seed, layer, step, row, column) and of nothing else,
/// so the backward pass, another thread or another vector width computes the same mask again and nothing is stored.
/// </summary>
/// <remarks>
/// The hash is C. Wellons' lowbias32 with a 64-bit key, one half added before the first multiplication and the other between the
/// two; its last xor-shift is left out, as only the 24 high bits are compared. The counter is row·φ + column modulo 2³², φ the
/// golden ratio's odd multiplier 0x9E3779B9: multiples of φ keep their distance, so no two units share a counter while
/// rows × columns &lt; 2³⁰.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Masks
{
    private const uint Phi = 0x9E3779B9, FirstMultiplier = 0x7FEB352D, SecondMultiplier = 0x846CA68B;

    /// <summary>The key of one layer's mask at one step.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="layer">The layer's number; different layers have independent masks.</param>
    /// <param name="step">The number of updates made before this one.</param>
    public static ulong Key(int seed, int layer, long step)
    {
        ulong network = (ulong)(uint)seed << 32 | (uint)layer;
        return Mix(Mix(network) + (ulong)step);
    }

    /// <summary>What the 24 bits of a unit are compared with: round(keep·2²⁴).</summary>
    /// <param name="keep">The probability that a unit is kept, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keep"/> is outside [0, 1] or NaN.</exception>
    public static int Threshold(float keep)
    {
        if (keep is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(keep), keep, "The probability that a unit is kept is in [0, 1].");
        }

        return (int)Math.Round(keep * 16777216.0);
    }

    /// <summary><paramref name="scale"/> where a unit is kept and 0 elsewhere, for the units from <paramref name="column"/> on of a row.</summary>
    /// <param name="key">From <see cref="Key"/>.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="column">The first unit.</param>
    /// <param name="threshold">From <see cref="Threshold"/>.</param>
    /// <param name="scale">What a kept unit is multiplied by: 1/keep for inverted dropout.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Keep<V>(ulong key, int row, int column, int threshold, float scale)
        where V : struct, IFloats<V>
    {
        V x = Hash<V>(key, row, column);
        return V.LessThanInt(V.ShiftRightUnsigned(x, 8), V.SplatInt(threshold)) & V.Splat(scale);
    }

    /// <summary>
    /// The same where a channel is kept or dropped at all positions of an image: a unit has the bit of its channel, which is its number modulo
    /// <paramref name="channels"/>.
    /// </summary>
    /// <param name="key">From <see cref="Key"/>.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="column">The first unit, counted over positions and channels.</param>
    /// <param name="channels">Channels of a position; ≥ 1.</param>
    /// <param name="threshold">From <see cref="Threshold"/>.</param>
    /// <param name="scale">What a kept unit is multiplied by.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V KeepChannels<V>(ulong key, int row, int column, int channels, int threshold, float scale)
        where V : struct, IFloats<V>
    {
        int first = column % channels;
        V channel = V.AddInt(V.IntIndices, V.SplatInt(first)), count = V.SplatInt(channels);
        for (int past = first + V.Count - channels; past > 0; past -= channels)
        {
            channel = V.SubtractInt(channel, V.AndNot(count, V.LessThanInt(channel, count)));
        }

        V x = Hash<V>(key, V.AddInt(channel, V.SplatInt((int)Counter(key, row, 0))));
        return V.LessThanInt(V.ShiftRightUnsigned(x, 8), V.SplatInt(threshold)) & V.Splat(scale);
    }

    /// <summary>Whether one unit is kept: the scalar twin of <see cref="Keep"/>.</summary>
    /// <param name="key">From <see cref="Key"/>.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="column">The unit.</param>
    /// <param name="threshold">From <see cref="Threshold"/>.</param>
    public static bool IsKept(ulong key, int row, int column, int threshold)
    {
        return (int)(Hash(key, row, column) >> 8) < threshold;
    }

    /// <summary>32 bits, the high ones random, for each unit from <paramref name="column"/> on of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Hash<V>(ulong key, int row, int column)
        where V : struct, IFloats<V> => Hash<V>(key, V.AddInt(V.IntIndices, V.SplatInt((int)Counter(key, row, column))));

    /// <summary>32 bits for each counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Hash<V>(ulong key, V x)
        where V : struct, IFloats<V>
    {
        x = V.MultiplyInt(x ^ V.ShiftRightUnsigned(x, 16), V.SplatInt((int)FirstMultiplier));
        return V.MultiplyInt(x ^ V.ShiftRightUnsigned(x, 15) ^ V.SplatInt((int)(key >> 32)), V.SplatInt(unchecked((int)SecondMultiplier)));
    }

    /// <summary>The same of one unit.</summary>
    internal static uint Hash(ulong key, int row, int column)
    {
        uint x = Counter(key, row, column);
        x = (x ^ (x >> 16)) * FirstMultiplier;
        return (x ^ (x >> 15) ^ (uint)(key >> 32)) * SecondMultiplier;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Counter(ulong key, int row, int column) => unchecked((uint)row * Phi + (uint)column + (uint)key);

    // The finalizer of SplitMix64 (Steele, Lea & Flood 2014), a bijection of 64 bits.
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
