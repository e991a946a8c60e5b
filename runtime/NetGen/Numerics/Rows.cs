using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Functions of a whole row: softmax and its cross-entropy.</summary>
/// <remarks>A row is read in vectors of 16: memory must be readable up to the next multiple of 16, whatever it holds there.</remarks>
public static partial class Rows
{
    /// <summary>p = softmax(z): exp(z − max z), divided by its sum. <paramref name="p"/> may be <paramref name="z"/>.</summary>
    /// <param name="z">The first of <paramref name="count"/> logits.</param>
    /// <param name="count">The number of classes, ≥ 1.</param>
    /// <param name="p">The probabilities; written up to the next multiple of 16, with 0 past <paramref name="count"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(ref float z, int count, ref float p)
    {
        Vector512<float> shift = Vectors.Splat(Largest(ref z, count)), sums = Vector512<float>.Zero;
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> e = Vectors.Exp(Vectors.Load(ref z, i) - shift) & Vectors.FirstLanes(count - i);
            sums += e;
            Vectors.Store(e, ref p, i);
        }

        Vector512<float> sum = Vectors.Splat(Vectors.Sum(sums));
        for (int i = 0; i < count; i += 16)
        {
            Vectors.Store(Vectors.Load(ref p, i) / sum, ref p, i);
        }
    }

    /// <summary>
    /// −Σ t·log softmax(z) with t = 1 − ε at <paramref name="label"/> and ε/(count − 1) elsewhere; 0 for a missing (negative) label.
    /// Every term is ≥ 0, so nothing cancels, and a confident row keeps its full relative accuracy.
    /// </summary>
    /// <param name="z">The first of <paramref name="count"/> logits.</param>
    /// <param name="count">The number of classes, ≥ 1.</param>
    /// <param name="label">The true class, below <paramref name="count"/>; negative where it is missing.</param>
    /// <param name="smoothing">ε, in [0, (count − 1)/count).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not below <paramref name="count"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float SoftmaxCrossEntropy(ref float z, int count, int label, float smoothing)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, count);
        if (label < 0)
        {
            return 0f;
        }

        // With m = max z, d = m − z ≥ 0 and S = Σ e^−d over the other classes:
        // loss = log(S + e^−d[label]) + (1 − ε)·d[label] + ε/(count − 1)·Σ d over the other classes.
        float m = Largest(ref z, count);
        Vector512<float> others = Vector512<float>.Zero, distances = Vector512<float>.Zero;
        for (int i = 0; i < count; i += 16)
        {
            Vector512<float> isOther = Vectors.FirstLanes(count - i)
                & ~Vector512.Equals(Vectors.LaneIndex(i), Vector512.Create(label)).AsSingle();
            Vector512<float> d = Vectors.Splat(m) - Vectors.Load(ref z, i);
            others += Vectors.Exp(-d) & isOther;
            distances += d & isOther;
        }

        float own = m - Unsafe.Add(ref z, label);
        Vector512<float> excess = Vectors.ExpM1(Vectors.Splat(-own)) + Vectors.Splat(Vectors.Sum(others));
        float loss = Vectors.LogP1(excess).ToScalar() + (1f - smoothing) * own;
        return smoothing > 0f && count > 1 ? loss + smoothing / (count - 1) * Vectors.Sum(distances) : loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Largest(ref float z, int count)
    {
        Vector512<float> lowest = Vectors.Splat(float.NegativeInfinity), largest = lowest;
        for (int i = 0; i < count; i += 16)
        {
            largest = Vector512.Max(largest, Vector512.ConditionalSelect(Vectors.FirstLanes(count - i), Vectors.Load(ref z, i), lowest));
        }

        return Vectors.Max(largest);
    }
}
