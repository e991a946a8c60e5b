using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Functions of a whole row: softmax and its cross-entropy. Unsafe: places and lengths are not checked.</summary>
/// <remarks>A row is read in whole vectors: memory must be readable up to the next multiple of 16, whatever it holds there.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Rows
{
    /// <summary>p = softmax(z): exp(z − max z), divided by its sum. <paramref name="p"/> may be <paramref name="z"/>.</summary>
    /// <param name="z">The first of <paramref name="count"/> logits.</param>
    /// <param name="count">The number of classes, ≥ 1.</param>
    /// <param name="p">The probabilities; written up to the next multiple of 16, with 0 past <paramref name="count"/> (NaN where a logit is).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax<V>(ref float z, int count, ref float p)
        where V : struct, IFloats<V>
    {
        V m = V.Splat(Largest<V>(ref z, count));
        LaneSum<V> sum = default;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V e = Vectors.Exp(V.Load(ref z, i) - m) & Vectors.FirstLanes<V>(count - i);
            sum.Add(e, i);
            V.Store(e, ref p, i);
        }

        Divide<V>(ref p, count, sum.Total);
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
    public static float SoftmaxCrossEntropy<V>(ref float z, int count, int label, float smoothing)
        where V : struct, IFloats<V> => CrossEntropy<V>(ref z, count, label, smoothing, ref z, keeps: false, out _);

    /// <summary>Softmax and its cross-entropy from the same exponentials: the loss as the other overload's, and p = softmax(z).</summary>
    /// <param name="z">The first of <paramref name="count"/> logits.</param>
    /// <param name="count">The number of classes, ≥ 1.</param>
    /// <param name="label">The true class, below <paramref name="count"/>; negative where it is missing.</param>
    /// <param name="smoothing">ε, in [0, (count − 1)/count).</param>
    /// <param name="p">The probabilities, as <see cref="Softmax"/> writes them; not <paramref name="z"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not below <paramref name="count"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float SoftmaxCrossEntropy<V>(ref float z, int count, int label, float smoothing, ref float p)
        where V : struct, IFloats<V>
    {
        float loss = CrossEntropy<V>(ref z, count, label, smoothing, ref p, keeps: true, out float sum);
        Divide<V>(ref p, count, sum);
        return loss;
    }

    // With m = max z, d = m − z ≥ 0 and S = Σ e^−d over the classes that are not the label:
    // loss = log(S + e^−d[label]) + (1 − ε)·d[label] + ε/(count − 1)·Σ d over the other classes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float CrossEntropy<V>(ref float z, int count, int label, float smoothing, ref float p, bool keeps, out float sum)
        where V : struct, IFloats<V>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, count);
        float m = Largest<V>(ref z, count);
        LaneSum<V> others = default, distances = default;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V isClass = Vectors.FirstLanes<V>(count - i);
            V isOther = V.AndNot(isClass, V.AreEqualInt(Vectors.LaneIndex<V>(i), V.SplatInt(label)));
            V d = V.Splat(m) - V.Load(ref z, i);
            V e = Vectors.Exp(-d);
            others.Add(e & isOther, i);
            distances.Add(d & isOther, i);
            if (keeps)
            {
                V.Store(e & isClass, ref p, i);
            }
        }

        sum = others.Total;
        if (label < 0)
        {
            return 0f * sum; // NaN where the logits overflowed: the row's gradient is NaN then, and the fit must stop, not go on
        }

        // The largest z is the label's own (e^−d is 1, and log(1 + S) keeps a small S) or another's (S ≥ 1): no digit is lost.
        // One number fits the narrowest vectors, which are the fastest.
        float distance = m - Unsafe.Add(ref z, label);
        float own = keeps ? Unsafe.Add(ref p, label) : Floats4.First(Vectors.Exp(Floats4.Splat(-distance)));
        float loss = Floats4.First(Vectors.LogP1OfPositive(Floats4.Splat(sum + (own - 1f)))) + (1f - smoothing) * distance;
        sum += own;
        return smoothing > 0f && count > 1 ? loss + smoothing / (count - 1) * distances.Total : loss;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Divide<V>(ref float p, int count, float sum)
        where V : struct, IFloats<V>
    {
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V.Store(V.Load(ref p, i) / V.Splat(sum), ref p, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest<V>(ref float z, int count)
        where V : struct, IFloats<V>
    {
        // A NaN among the logits may be passed over here; it makes NaN of the sum of exponentials, and so of everything.
        V lowest = V.Splat(float.NegativeInfinity), largest = lowest;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            largest = V.MaxNative(largest, V.Select(Vectors.FirstLanes<V>(count - i), V.Load(ref z, i), lowest));
        }

        return V.Max(largest);
    }

    private static int Padded(int count) => (count + 15) & ~15;
}
