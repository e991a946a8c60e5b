using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// What augmentation does to one image, which lies in one run. Every number is computed by itself in one order, so it has the same bits on any
/// width of vector. Unsafe: places and lengths are not checked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ImageChanges
{
    /// <summary>Copies an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="result">Takes it.</param>
    /// <param name="shape">Its extents.</param>
    public static void Copy(ref float image, ref float result, ImageShape shape) => Numbers(ref image, shape.Size).CopyTo(Numbers(ref result, shape.Size));

    /// <summary>Fills a square with one number, with a probability: its center is any position, and what is outside the image is left out.</summary>
    /// <param name="draws">What is drawn for the image.</param>
    /// <param name="size">The side of the square; 0 for none.</param>
    /// <param name="probability">How likely it is.</param>
    /// <param name="image">The image, which is changed.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="fill">The number.</param>
    public static void Erase(ImageDraws draws, int size, float probability, ref float image, ImageShape shape, float fill)
    {
        if (size == 0 || !draws.Happens(ImageDraw.Erase, probability))
        {
            return;
        }

        (int top, int bottom) = Side(draws.Below(ImageDraw.EraseY, shape.Height), size, shape.Height);
        (int left, int right) = Side(draws.Below(ImageDraw.EraseX, shape.Width), size, shape.Width);
        for (int line = top; line < bottom; line++)
        {
            Numbers(ref Unsafe.Add(ref image, line * shape.Line + left * shape.Channels), (right - left) * shape.Channels).Fill(fill);
        }
    }

    /// <summary>The part within 0..<paramref name="extent"/> of so many positions around a center.</summary>
    internal static (int First, int End) Side(long center, long size, int extent)
    {
        long first = center - size / 2;
        return ((int)Math.Max(0, first), (int)Math.Min(extent, first + size));
    }

    private static Span<float> Numbers(ref float first, int count) => MemoryMarshal.CreateSpan(ref first, count);
}
