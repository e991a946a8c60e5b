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

    /// <summary>Cross-entropy and its gradient from the same exponentials: the loss as the other overload's, and softmax(z) − t as <see cref="SoftmaxMinusTarget"/> has it.</summary>
    /// <param name="z">The first of <paramref name="count"/> logits.</param>
    /// <param name="count">The number of classes, ≥ 1.</param>
    /// <param name="label">The true class, below <paramref name="count"/>; negative where it is missing.</param>
    /// <param name="smoothing">ε, in [0, (count − 1)/count).</param>
    /// <param name="difference">softmax(z) − t; not <paramref name="z"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not below <paramref name="count"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float SoftmaxCrossEntropy<V>(ref float z, int count, int label, float smoothing, ref float difference)
        where V : struct, IFloats<V>
    {
        float loss = CrossEntropy<V>(ref z, count, label, smoothing, ref difference, keeps: true, out float others);
        SubtractTarget<V>(ref difference, count, label, smoothing, others);
        return loss;
    }

    /// <summary>
    /// softmax(z) − t with t = 1 − ε at <paramref name="label"/> and ε/(count − 1) elsewhere; where the label is missing (negative), ε/(count − 1)
    /// everywhere. At the label it is ε less the sum of the other probabilities: without smoothing, a row keeps its relative accuracy however
    /// near 1 the label's probability is.
    /// </summary>
    /// <param name="z">The first of <paramref name="count"/> logits.</param>
    /// <param name="count">The number of classes, ≥ 1.</param>
    /// <param name="label">The true class, below <paramref name="count"/>; negative where it is missing.</param>
    /// <param name="smoothing">ε, in [0, (count − 1)/count).</param>
    /// <param name="difference">softmax(z) − t, up to the next multiple of 16, with 0 past <paramref name="count"/>; not <paramref name="z"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not below <paramref name="count"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxMinusTarget<V>(ref float z, int count, int label, float smoothing, ref float difference)
        where V : struct, IFloats<V>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, count);
        V m = V.Splat(Largest<V>(ref z, count));
        LaneSum<V> others = default;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V isClass = Vectors.FirstLanes<V>(count - i);
            V e = Vectors.Exp(V.Load(ref z, i) - m) & isClass;
            others.Add(V.AndNot(e, IsLabel<V>(i, label)), i);
            V.Store(e, ref difference, i);
        }

        SubtractTarget<V>(ref difference, count, label, smoothing, others.Total);
    }

    // With m = max z, d = m − z ≥ 0 and S = Σ e^−d over the classes that are not the label:
    // loss = log(S + e^−d[label]) + (1 − ε)·d[label] + ε/(count − 1)·Σ d over the other classes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float CrossEntropy<V>(ref float z, int count, int label, float smoothing, ref float e, bool keeps, out float sumOfOthers)
        where V : struct, IFloats<V>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, count);
        float m = Largest<V>(ref z, count);
        LaneSum<V> others = default, distances = default;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V isClass = Vectors.FirstLanes<V>(count - i);
            V isOther = V.AndNot(isClass, IsLabel<V>(i, label));
            V d = V.Splat(m) - V.Load(ref z, i);
            V exp = Vectors.Exp(-d);
            others.Add(exp & isOther, i);
            distances.Add(d & isOther, i);
            if (keeps)
            {
                V.Store(exp & isClass, ref e, i);
            }
        }

        sumOfOthers = others.Total;
        if (label < 0)
        {
            return 0f * sumOfOthers; // NaN where the logits overflowed: the row's gradient is NaN then, and the fit must stop, not go on
        }

        // The largest z is the label's own (e^−d is 1, and log(1 + S) keeps a small S) or another's (S ≥ 1): no digit is lost.
        // One number fits the narrowest vectors, which are the fastest.
        float distance = m - Unsafe.Add(ref z, label);
        float own = keeps ? Unsafe.Add(ref e, label) : Floats4.First(Vectors.Exp(Floats4.Splat(-distance)));
        float loss = Floats4.First(Vectors.LogP1OfPositive(Floats4.Splat(sumOfOthers + (own - 1f)))) + (1f - smoothing) * distance;
        return smoothing > 0f && count > 1 ? loss + smoothing / (count - 1) * distances.Total : loss;
    }

    // Makes softmax(z) − t of exponentials; those of the classes that are not the label have the sum others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractTarget<V>(ref float e, int count, int label, float smoothing, float others)
        where V : struct, IFloats<V>
    {
        float sum = label < 0 ? others : others + Unsafe.Add(ref e, label);
        V own = V.Splat(smoothing - others / sum), elsewhere = V.Splat(count > 1 ? smoothing / (count - 1) : 0f);
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V difference = V.Select(IsLabel<V>(i, label), own, V.Load(ref e, i) / V.Splat(sum) - elsewhere);
            V.Store(difference & Vectors.FirstLanes<V>(count - i), ref e, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V IsLabel<V>(int column, int label)
        where V : struct, IFloats<V> => V.AreEqualInt(Vectors.LaneIndex<V>(column), V.SplatInt(label));

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
