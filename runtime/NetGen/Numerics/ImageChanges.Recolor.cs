using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Colors.</content>
public static partial class ImageChanges
{
    /// <summary>
    /// Colors of another light: each channel times a gain of its own, all times a brightness, then contrast about the mean luma of the image,
    /// then saturation about the luma of each position, then clipped. Factors are 1 + u, u drawn from [−strength, strength).
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="draws">What is drawn for the image.</param>
    /// <param name="gain">How far the factor of a channel is from 1 at most.</param>
    /// <param name="brightness">The same of the factor of all channels.</param>
    /// <param name="contrast">The same of the distance from the mean luma.</param>
    /// <param name="saturation">The same of the distance from a position's luma.</param>
    /// <param name="image">The image, which is changed.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="least">What a number is at least.</param>
    /// <param name="most">What a number is at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recolor<V>(
        ImageDraws draws, float gain, float brightness, float contrast, float saturation, ref float image, ImageShape shape, float least, float most)
        where V : struct, IFloats<V>
    {
        if (gain == 0 && brightness == 0 && contrast == 0 && saturation == 0)
        {
            return;
        }

        // All of it is x ← a·x + Σ b·x + d at each position, with a and b of each channel.
        int channels = shape.Channels;
        double light = 1 + (double)brightness * draws.Signed(ImageDraw.Brightness);
        double keptContrast = 1 + (double)contrast * draws.Signed(ImageDraw.Contrast);
        double keptColor = channels == 1 ? 1 : 1 + (double)saturation * draws.Signed(ImageDraw.Saturation);
        double mean = 0;
        for (int c = 0; contrast != 0 && c < channels; c++)
        {
            mean += Luma(c, channels) * Gain(draws, gain, light, c) * MeanOf(ref Unsafe.Add(ref image, c), shape);
        }

        float offset = (float)((1 - keptContrast) * mean);
        if (channels == 1)
        {
            V factor = V.Splat((float)(keptContrast * Gain(draws, gain, light, 0))), added = V.Splat(offset);
            for (int i = 0; i < shape.Size; i += V.Count)
            {
                V x = Clipped(V.FusedMultiplyAdd(factor, V.Load(ref image, i), added), least, most);
                Vectors.StoreFirst(x, shape.Size - i, ref image, i);
            }

            return;
        }

        for (int first = 0; first < shape.Size; first += channels)
        {
            ref float x = ref Unsafe.Add(ref image, first);
            double luma = 0;
            for (int c = 0; keptColor != 1 && c < channels; c++)
            {
                luma += Luma(c, channels) * Gain(draws, gain, light, c) * Unsafe.Add(ref x, c);
            }

            double common = (1 - keptColor) * keptContrast * luma + offset;
            for (int c = 0; c < channels; c++)
            {
                double y = keptColor * keptContrast * Gain(draws, gain, light, c) * Unsafe.Add(ref x, c) + common;
                Unsafe.Add(ref x, c) = Math.Max(least, Math.Min(most, (float)y));
            }
        }
    }

    /// <summary>The share of a channel in luma: those of red, green and blue of three channels (Rec. 601), else the same for all.</summary>
    internal static double Luma(int channel, int channels) => channels != 3 ? 1.0 / channels : channel switch { 0 => 0.299, 1 => 0.587, _ => 0.114 };

    private static double Gain(ImageDraws draws, float gain, double light, int channel) => light * (1 + (double)gain * draws.Signed(ImageDraw.Gain + channel));

    /// <summary>The mean of a channel, summed in its order.</summary>
    private static double MeanOf(ref float channel, ImageShape shape)
    {
        double sum = 0;
        for (int i = 0; i < shape.Size; i += shape.Channels)
        {
            sum += Unsafe.Add(ref channel, i);
        }

        return sum / (shape.Height * shape.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Clipped<V>(V x, float least, float most)
        where V : struct, IFloats<V> => V.MaxNative(V.Splat(least), V.MinNative(V.Splat(most), x));
}
