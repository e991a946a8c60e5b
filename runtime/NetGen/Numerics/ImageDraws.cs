using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>What is drawn for an image; each draw has a number of its own, so that leaving one out changes no other.</summary>
internal enum ImageDraw
{
    HorizontalFlip = 0,
    VerticalFlip = 1,
    ShiftY = 2,
    ShiftX = 3,
    StretchY = 4,
    StretchX = 5,
    Rotation = 6,
    Zoom = 7,
    CropArea = 8,
    CropY = 9,
    CropX = 10,
    Brightness = 11,
    Contrast = 12,
    Saturation = 13,
    BlurSigma = 14,
    Erase = 15,
    EraseY = 16,
    EraseX = 17,

    /// <summary>Of the first channel; those of others follow.</summary>
    Gain = 32,
}

/// <summary>
/// The random numbers of one image: each is a function of the key (seed, input, step), the row and what it is drawn for, like the bits of
/// <see cref="Masks"/>, so every thread and every width of vector draws the same ones. Each has 24 bits.
/// </summary>
/// <param name="key">From <see cref="Masks.Key"/>.</param>
/// <param name="row">The row of the batch.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImageDraws(ulong key, int row)
{
    private const int Bits = 24;

    /// <summary>A number from [0, 1).</summary>
    internal float Unit(ImageDraw draw) => Draw(draw) * (1f / (1 << Bits));

    /// <summary>A number from [−1, 1).</summary>
    internal float Signed(ImageDraw draw) => ((int)Masks.Hash(key, row, (int)draw) >> (32 - Bits)) * (1f / (1 << (Bits - 1)));

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1, of up to 2⁴⁰.</summary>
    internal long Below(ImageDraw draw, long bound) => (long)((ulong)bound * Draw(draw) >> Bits);

    /// <summary>Whether something happens that has a probability.</summary>
    internal bool Happens(ImageDraw draw, float probability) => Masks.IsKept(key, row, (int)draw, Masks.Threshold(probability));

    private uint Draw(ImageDraw draw) => Masks.Hash(key, row, (int)draw) >> (32 - Bits);
}
