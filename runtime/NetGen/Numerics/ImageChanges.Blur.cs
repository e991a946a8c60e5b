using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Blur.</content>
public static partial class ImageChanges
{
    /// <summary>Blurs an image with a Gaussian, cut at 3σ, of a σ drawn from [0, <paramref name="most"/>); beyond its edges the image goes on as at them.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="draws">What is drawn for the image.</param>
    /// <param name="most">σ at most, up to 10.</param>
    /// <param name="image">The image, which is changed.</param>
    /// <param name="shape">Its extents.</param>
    /// <param name="least">What a number is at least, whatever is rounded.</param>
    /// <param name="greatest">What a number is at most.</param>
    /// <param name="taps">Room for 304 floats.</param>
    /// <param name="blurred">Room for height lines of width × channels in whole vectors.</param>
    /// <param name="extended">Room for (width + 60) × channels floats and 32 more.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Blur<V>(
        ImageDraws draws, float most, ref float image, ImageShape shape, float least, float greatest, ref float taps, ref float blurred, ref float extended)
        where V : struct, IFloats<V>
    {
        int reach = Gaussian.Taps<V>(most * draws.Unit(ImageDraw.BlurSigma), ref taps);
        if (reach == 0)
        {
            return;
        }

        int stride = ImageShape.Padded(shape.Line), channels = shape.Channels, edge = reach * channels;
        for (int line = 0; line < shape.Height; line++)
        {
            for (int i = 0; i < shape.Line; i += V.Count)
            {
                V sum = V.Splat(taps) * V.Load(ref image, line * shape.Line + i);
                for (int k = 1; k <= reach; k++)
                {
                    int above = Math.Max(line - k, 0) * shape.Line, below = Math.Min(line + k, shape.Height - 1) * shape.Line;
                    sum = V.FusedMultiplyAdd(V.Splat(Unsafe.Add(ref taps, k)), V.Load(ref image, above + i) + V.Load(ref image, below + i), sum);
                }

                V.Store(sum, ref blurred, line * stride + i);
            }
        }

        for (int line = 0; line < shape.Height; line++)
        {
            ref float middle = ref Unsafe.Add(ref blurred, line * stride);
            Numbers(ref middle, shape.Line).CopyTo(Numbers(ref Unsafe.Add(ref extended, edge), shape.Line));
            for (int i = 0; i < edge; i++)
            {
                Unsafe.Add(ref extended, i) = Unsafe.Add(ref middle, i % channels);
                Unsafe.Add(ref extended, edge + shape.Line + i) = Unsafe.Add(ref middle, shape.Line - channels + i % channels);
            }

            for (int i = 0; i < shape.Line; i += V.Count)
            {
                V sum = V.Splat(taps) * V.Load(ref extended, edge + i);
                for (int k = 1; k <= reach; k++)
                {
                    V pair = V.Load(ref extended, edge + i - k * channels) + V.Load(ref extended, edge + i + k * channels);
                    sum = V.FusedMultiplyAdd(V.Splat(Unsafe.Add(ref taps, k)), pair, sum);
                }

                V.Store(Clipped(sum, least, greatest), ref middle, i);
            }

            Numbers(ref middle, shape.Line).CopyTo(Numbers(ref Unsafe.Add(ref image, line * shape.Line), shape.Line));
        }
    }
}
