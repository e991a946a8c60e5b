using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// How far each place of an image is displaced: α·(G ∗ U), with numbers U from [−1, 1) at every place, another set for each axis, and a
/// Gaussian G; outside the image U is 0 (Simard, Steinkraus &amp; Platt 2003). Unsafe: places and lengths are not checked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ElasticField
{
    private readonly ref float _smoothed, _taps;
    private readonly float _alpha;
    private readonly int _reach, _height, _stride;

    private ElasticField(ref float smoothed, ref float taps, float alpha, int reach, ImageShape image)
    {
        _smoothed = ref smoothed;
        _taps = ref taps;
        (_alpha, _reach) = (alpha, Math.Min(reach, image.Height - 1));
        (_height, _stride) = (image.Height, ImageShape.Padded(image.Width));
    }

    /// <summary>Whether it displaces nothing.</summary>
    internal bool IsNone => _alpha == 0;

    /// <summary>Draws the field of an image and smooths it along its lines; down its columns it is smoothed line by line, as it is asked for.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="key">From <see cref="Masks.Key"/>; no other number of the image may be drawn with it.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="image">The extents of the image.</param>
    /// <param name="alpha">α, in positions.</param>
    /// <param name="reach">From <see cref="Gaussian.Taps"/>.</param>
    /// <param name="taps">What that computed.</param>
    /// <param name="noise">Room for 6 times the image's width in whole vectors, and 32 more.</param>
    /// <param name="smoothed">Room for 2 × height lines of the image's width in whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ElasticField Draw<V>(ulong key, int row, ImageShape image, float alpha, int reach, ref float taps, ref float noise, ref float smoothed)
        where V : struct, IFloats<V>
    {
        if (alpha == 0)
        {
            return default;
        }

        // A line of numbers lies between zeros, as many as there are numbers.
        int stride = ImageShape.Padded(image.Width), apart = 3 * stride + 16, most = Math.Min(reach, image.Width - 1), size = image.Height * image.Width;
        MemoryMarshal.CreateSpan(ref noise, 2 * apart).Clear();
        for (int line = 0; line < image.Height; line++)
        {
            for (int x = 0; x < image.Width; x += V.Count)
            {
                V inside = Vectors.FirstLanes<V>(image.Width - x);
                V.Store(inside & Signed<V>(key, row, line * image.Width + x), ref noise, stride + x);
                V.Store(inside & Signed<V>(key, row, size + line * image.Width + x), ref noise, apart + stride + x);
            }

            for (int x = 0; x < image.Width; x += V.Count)
            {
                V first = V.Splat(taps);
                V y = first * V.Load(ref noise, stride + x), z = first * V.Load(ref noise, apart + stride + x);
                for (int k = 1; k <= most; k++)
                {
                    V tap = V.Splat(Unsafe.Add(ref taps, k));
                    y = V.FusedMultiplyAdd(tap, V.Load(ref noise, stride + x - k) + V.Load(ref noise, stride + x + k), y);
                    z = V.FusedMultiplyAdd(tap, V.Load(ref noise, apart + stride + x - k) + V.Load(ref noise, apart + stride + x + k), z);
                }

                V.Store(y, ref smoothed, line * stride + x);
                V.Store(z, ref smoothed, (image.Height + line) * stride + x);
            }
        }

        return new ElasticField(ref smoothed, ref taps, alpha, reach, image);
    }

    /// <summary>How far the places from (<paramref name="line"/>, <paramref name="x"/>) on are displaced, down and to the right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (V Y, V X) At<V>(int line, int x)
        where V : struct, IFloats<V>
    {
        ref float ys = ref Unsafe.Add(ref _smoothed, line * _stride + x), xs = ref Unsafe.Add(ref ys, _height * _stride);
        V tap = V.Splat(_taps), dy = tap * V.Load(ref ys, 0), dx = tap * V.Load(ref xs, 0);
        int above = Math.Min(_reach, line), below = Math.Min(_reach, _height - 1 - line), both = Math.Min(above, below);
        for (int k = 1; k <= both; k++)
        {
            tap = V.Splat(Unsafe.Add(ref _taps, k));
            dy = V.FusedMultiplyAdd(tap, V.Load(ref ys, -k * _stride) + V.Load(ref ys, k * _stride), dy);
            dx = V.FusedMultiplyAdd(tap, V.Load(ref xs, -k * _stride) + V.Load(ref xs, k * _stride), dx);
        }

        int toward = above > below ? -_stride : _stride;
        for (int k = both + 1; k <= Math.Max(above, below); k++)
        {
            tap = V.Splat(Unsafe.Add(ref _taps, k));
            dy = V.FusedMultiplyAdd(tap, V.Load(ref ys, k * toward), dy);
            dx = V.FusedMultiplyAdd(tap, V.Load(ref xs, k * toward), dx);
        }

        return (V.Splat(_alpha) * dy, V.Splat(_alpha) * dx);
    }

    /// <summary>The number of one place, as <see cref="Draw"/> starts from: the scalar twin.</summary>
    internal static float Signed(ulong key, int row, int column) => ((int)Masks.Hash(key, row, column) >> 8) * (1f / (1 << 23));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Signed<V>(ulong key, int row, int column)
        where V : struct, IFloats<V> => V.FromInt(V.ShiftRightInt(Masks.Hash<V>(key, row, column), 8)) * V.Splat(1f / (1 << 23));
}
