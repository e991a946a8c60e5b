using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Geometry: one map from the places of the result to those of the image, one interpolation.</content>
public static partial class ImageChanges
{
    /// <summary>Positions that lie around a framed image, those left and right of it together.</summary>
    private const int Frame = 3;

    /// <summary>The warped image: each position has what the image has where the map leads, interpolated between four positions.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="image">The image.</param>
    /// <param name="result">Takes the warped image.</param>
    /// <param name="fill">What is outside the image.</param>
    /// <param name="framed">Room for (height + 3) × (width + 3) × channels floats.</param>
    /// <param name="places">Room for 3 times the image's width in whole vectors.</param>
    public static void Warp<V>(in WarpMap map, ref float image, ref float result, float fill, ref float framed, ref float places)
        where V : struct, IFloats<V> => Warp<V>(map, default, ref image, ref result, fill, ref framed, ref places);

    /// <summary>The same with places displaced before the map is asked.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="field">How far each place is displaced.</param>
    /// <param name="image">The image.</param>
    /// <param name="result">Takes the warped image.</param>
    /// <param name="fill">What is outside the image.</param>
    /// <param name="framed">Room for (height + 3) × (width + 3) × channels floats.</param>
    /// <param name="places">Room for 3 times the image's width in whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Warp<V>(in WarpMap map, ElasticField field, ref float image, ref float result, float fill, ref float framed, ref float places)
        where V : struct, IFloats<V>
    {
        ImageShape shape = map.Image;
        if (map.IsIdentity && field.IsNone)
        {
            Copy(ref image, ref result, shape);
            return;
        }

        Surround(ref image, shape, fill, ref framed);
        for (int line = 0; line < shape.Height; line++)
        {
            Locate<V>(map, field, line, ref places);
            ref float to = ref Unsafe.Add(ref result, line * shape.Line);
            if (shape.Channels == 1)
            {
                Interpolate(shape.Width, ref framed, ref places, ref to);
            }
            else
            {
                Interpolate(shape.Width, shape.Channels, ref framed, ref places, ref to);
            }
        }
    }

    /// <summary>The image within a frame of what is outside it: one position above and on the left, two below and on the right.</summary>
    private static void Surround(ref float image, ImageShape shape, float fill, ref float framed)
    {
        int stride = (shape.Width + Frame) * shape.Channels;
        Numbers(ref framed, stride).Fill(fill);
        for (int line = 0; line < shape.Height; line++)
        {
            ref float to = ref Unsafe.Add(ref framed, (line + 1) * stride);
            Numbers(ref to, shape.Channels).Fill(fill);
            Numbers(ref Unsafe.Add(ref image, line * shape.Line), shape.Line).CopyTo(Numbers(ref Unsafe.Add(ref to, shape.Channels), shape.Line));
            Numbers(ref Unsafe.Add(ref to, shape.Channels + shape.Line), 2 * shape.Channels).Fill(fill);
        }

        Numbers(ref Unsafe.Add(ref framed, (shape.Height + 1) * stride), 2 * stride).Fill(fill);
    }

    /// <summary>
    /// Where a line of the result is in the framed image: the index of the position above and on the left, and how far it is from there, down and
    /// to the right, in positions. Beyond the frame is the frame.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Locate<V>(in WarpMap map, ElasticField field, int line, ref float places)
        where V : struct, IFloats<V>
    {
        ImageShape shape = map.Image;
        int apart = ImageShape.Padded(shape.Width), stride = (shape.Width + Frame) * shape.Channels;
        float halfHeight = (shape.Height - 1) / 2f, halfWidth = (shape.Width - 1) / 2f;
        V yPerY = V.Splat((float)map.YPerY), yPerX = V.Splat((float)map.YPerX), xPerY = V.Splat((float)map.XPerY), xPerX = V.Splat((float)map.XPerX);
        V startY = V.Splat((float)(map.Y + halfHeight + 1)), startX = V.Splat((float)(map.X + halfWidth + 1));
        for (int x = 0; x < shape.Width; x += V.Count)
        {
            V fromY = V.Splat(line - halfHeight), fromX = V.FromInt(Vectors.LaneIndex<V>(x)) - V.Splat(halfWidth);
            if (!field.IsNone)
            {
                (V dy, V dx) = field.At<V>(line, x);
                (fromY, fromX) = (fromY + dy, fromX + dx);
            }

            V down = Within(V.FusedMultiplyAdd(yPerY, fromY, V.FusedMultiplyAdd(yPerX, fromX, startY)), shape.Height + 1);
            V right = Within(V.FusedMultiplyAdd(xPerX, fromX, V.FusedMultiplyAdd(xPerY, fromY, startX)), shape.Width + 1);
            V top = Floor(down, out V topIndex), left = Floor(right, out V leftIndex);
            V.Store(V.AddInt(V.MultiplyInt(topIndex, V.SplatInt(stride)), V.MultiplyInt(leftIndex, V.SplatInt(shape.Channels))), ref places, x);
            V.Store(down - top, ref places, apart + x);
            V.Store(right - left, ref places, 2 * apart + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Within<V>(V x, float most)
        where V : struct, IFloats<V> => V.MinNative(V.MaxNative(x, V.Zero), V.Splat(most));

    /// <summary>⌊x⌋ for 0 ≤ x &lt; 2²², as a float and as an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Floor<V>(V x, out V integer)
        where V : struct, IFloats<V>
    {
        V magic = V.Splat(12582912f); // 1.5·2²³: adding it rounds to an integer, which is then in the low bits
        V nearest = x + magic - magic;
        V floor = nearest - (V.LessThan(x, nearest) & V.Splat(1f));
        integer = V.SubtractInt(floor + magic, magic);
        return floor;
    }

    /// <summary>A line of an image of one channel.</summary>
    private static void Interpolate(int width, ref float framed, ref float places, ref float result)
    {
        int apart = ImageShape.Padded(width), stride = width + Frame;
        for (int x = 0; x < width; x++)
        {
            ref float place = ref Unsafe.Add(ref places, x);
            ref float top = ref Unsafe.Add(ref framed, BitConverter.SingleToInt32Bits(place)), bottom = ref Unsafe.Add(ref top, stride);
            Unsafe.Add(ref result, x) = Between(
                Between(top, Unsafe.Add(ref top, 1), Unsafe.Add(ref place, 2 * apart)), Between(bottom, Unsafe.Add(ref bottom, 1), Unsafe.Add(ref place, 2 * apart)),
                Unsafe.Add(ref place, apart));
        }
    }

    /// <summary>A line of an image of several channels.</summary>
    private static void Interpolate(int width, int channels, ref float framed, ref float places, ref float result)
    {
        int apart = ImageShape.Padded(width), stride = (width + Frame) * channels;
        for (int x = 0; x < width; x++)
        {
            ref float place = ref Unsafe.Add(ref places, x);
            float down = Unsafe.Add(ref place, apart), right = Unsafe.Add(ref place, 2 * apart);
            ref float top = ref Unsafe.Add(ref framed, BitConverter.SingleToInt32Bits(place)), bottom = ref Unsafe.Add(ref top, stride);
            for (int c = 0; c < channels; c++)
            {
                Unsafe.Add(ref result, x * channels + c) = Between(
                    Between(Unsafe.Add(ref top, c), Unsafe.Add(ref top, channels + c), right),
                    Between(Unsafe.Add(ref bottom, c), Unsafe.Add(ref bottom, channels + c), right), down);
            }
        }
    }

    /// <summary>a where the share is 0, and never beyond a and b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Between(float a, float b, float share) => MathF.FusedMultiplyAdd(share, b - a, a);
}
