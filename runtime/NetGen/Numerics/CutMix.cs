using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What CutMix draws for a step, the box that each image takes from its partner, and what it makes of the two.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CutMix
{
    /// <summary>
    /// The box of a step: λ ~ Beta(α, α), sides of √(1 − λ) of the image's, to whole positions, its center any position, and what is outside the
    /// image left out. For α = 0 there is none.
    /// </summary>
    /// <param name="alpha">α ≥ 0.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The number of updates made before this one.</param>
    /// <param name="height">Lines of the images.</param>
    /// <param name="width">Positions of a line.</param>
    public static CutBox Draw(float alpha, int seed, long step, int height, int width)
    {
        if (alpha == 0)
        {
            return new CutBox(0, 0, 0, 0, Kept: 1);
        }

        var random = new Philox(seed, RandomPurpose.CutMix, unchecked((int)step));
        double side = Math.Sqrt(1 - Mixup.Beta(alpha, ref random));
        (int top, int bottom) = ImageChanges.Side(random.Below(height), (long)Math.Round(side * height), height);
        (int left, int right) = ImageChanges.Side(random.Below(width), (long)Math.Round(side * width), width);
        return new CutBox(top, bottom, left, right, Kept: (float)(1 - (double)(bottom - top) * (right - left) / ((double)height * width)));
    }

    /// <summary>The numbers from <paramref name="column"/> on of an image: those of its own, and in the box its partner's.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="box">The box.</param>
    /// <param name="own">The image's own numbers.</param>
    /// <param name="partner">Its partner's.</param>
    /// <param name="column">The first number.</param>
    /// <param name="width">Positions of a line.</param>
    /// <param name="channels">Numbers of a position.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Paste<V>(in CutBox box, V own, V partner, int column, int width, int channels)
        where V : struct, IFloats<V>
    {
        // The line is the number rounded down after division, which is exact: no quotient comes near the next integer for its size.
        int line = width * channels;
        V magic = V.Splat(12582912f); // 1.5·2²³: adding it rounds to an integer
        V number = V.FromInt(Vectors.LaneIndex<V>(column));
        V y = V.FusedMultiplyAdd(number + V.Splat(0.5f), V.Splat(1f / line), V.Splat(-0.5f)) + magic - magic;
        V x = V.FusedMultiplyAdd(y, V.Splat(-line), number);
        V inside = V.LessThanOrEqual(V.Splat(box.Top), y) & V.LessThan(y, V.Splat(box.Bottom))
            & V.LessThanOrEqual(V.Splat(box.Left * channels), x) & V.LessThan(x, V.Splat(box.Right * channels));
        return V.Select(inside, partner, own);
    }
}

/// <summary>The box of an image that is its partner's.</summary>
/// <param name="Top">The first line.</param>
/// <param name="Bottom">The line after the last.</param>
/// <param name="Left">The first position of a line.</param>
/// <param name="Right">The position after the last.</param>
/// <param name="Kept">λ: the share of the image that is outside it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CutBox(int Top, int Bottom, int Left, int Right, float Kept);
