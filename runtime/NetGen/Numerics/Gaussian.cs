using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>The weights of a Gaussian over whole distances, cut at 3σ, whose sum over both sides is 1. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Gaussian
{
    /// <summary>The greatest σ: <see cref="Taps"/> then needs room for 304 floats.</summary>
    internal const float Most = 100;

    /// <summary>Computes the weights exp(−k²/2σ²)/Σ for the distances k from 0 to 3σ.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="sigma">σ, from 0 to 100.</param>
    /// <param name="taps">Takes the weights, and up to 15 more floats.</param>
    /// <returns>The greatest distance.</returns>
    public static int Taps<V>(float sigma, ref float taps)
        where V : struct, IFloats<V>
    {
        int reach = ReachOf(sigma);
        if (reach == 0)
        {
            taps = 1;
            return 0;
        }

        float scale = -0.5f / (sigma * sigma);
        for (int k = 0; k <= reach; k += V.Count)
        {
            V distance = V.FromInt(Vectors.LaneIndex<V>(k));
            V.Store(Vectors.Exp(V.Splat(scale) * (distance * distance)), ref taps, k);
        }

        double sum = taps;
        for (int k = 1; k <= reach; k++)
        {
            sum += 2.0 * Unsafe.Add(ref taps, k);
        }

        for (int k = 0; k <= reach; k++)
        {
            Unsafe.Add(ref taps, k) = (float)(Unsafe.Add(ref taps, k) / sum);
        }

        return reach;
    }

    /// <summary>The greatest whole distance within 3σ.</summary>
    internal static int ReachOf(float sigma) => (int)(3 * Math.Min(sigma, Most));
}
