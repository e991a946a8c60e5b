using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// Where the first value is that is not allowed; −1 if all are. Good values are passed at the speed of reading them, for every batch is
/// checked at each step; only who finds something wrong looks at them one by one.
/// </summary>
internal static class ValueChecks
{
    /// <summary>The first that breaks a rule; a feature may have a range.</summary>
    public static int First(ValueRule rule, ReadOnlySpan<float> values, float min = float.NegativeInfinity, float max = float.PositiveInfinity) => rule switch
    {
        ValueRule.Feature when min > float.NegativeInfinity || max < float.PositiveInfinity => FirstOutside(values, min, max),
        ValueRule.Feature => FirstNotFinite(values),
        ValueRule.Target => FirstInfinite(values),
        _ => FirstNoProbability(values),
    };

    /// <summary>The first NaN or infinity.</summary>
    public static int FirstNotFinite(ReadOnlySpan<float> values)
    {
        int i = values.IsEmpty || TensorPrimitives.IsFiniteAll(values) ? values.Length : 0;
        while (i < values.Length && float.IsFinite(values[i]))
        {
            i++;
        }

        return i < values.Length ? i : -1;
    }

    /// <summary>The first that is NaN, infinite, below <paramref name="min"/> or above <paramref name="max"/>.</summary>
    public static int FirstOutside(ReadOnlySpan<float> values, float min, float max)
    {
        (min, max) = (Math.Max(min, float.MinValue), Math.Min(max, float.MaxValue));
        Vector<float> low = new(min), high = new(max);
        ReadOnlySpan<Vector<float>> whole = MemoryMarshal.Cast<float, Vector<float>>(values);
        int block = 0;
        while (block < whole.Length && Vector.LessThanOrEqualAll(low, whole[block]) && Vector.LessThanOrEqualAll(whole[block], high))
        {
            block++;
        }

        int i = block * Vector<float>.Count;
        while (i < values.Length && values[i] >= min && values[i] <= max)
        {
            i++;
        }

        return i < values.Length ? i : -1;
    }

    /// <summary>The first infinity; a NaN is a missing target.</summary>
    public static int FirstInfinite(ReadOnlySpan<float> targets)
    {
        int i = TensorPrimitives.IsInfinityAny(targets) ? 0 : targets.Length;
        while (i < targets.Length && !float.IsInfinity(targets[i]))
        {
            i++;
        }

        return i < targets.Length ? i : -1;
    }

    /// <summary>The first that is outside [0, 1]; a NaN, which compares false with everything, is a missing target.</summary>
    public static int FirstNoProbability(ReadOnlySpan<float> targets)
    {
        ReadOnlySpan<Vector<float>> whole = MemoryMarshal.Cast<float, Vector<float>>(targets);
        int block = 0;
        while (block < whole.Length && !Vector.LessThanAny(whole[block], Vector<float>.Zero) && !Vector.GreaterThanAny(whole[block], Vector<float>.One))
        {
            block++;
        }

        int i = block * Vector<float>.Count;
        while (i < targets.Length && targets[i] is not (< 0 or > 1))
        {
            i++;
        }

        return i < targets.Length ? i : -1;
    }

    /// <summary>The first that is not −1 (missing) to <paramref name="classes"/> − 1.</summary>
    public static int FirstNoLabel(ReadOnlySpan<int> labels, int classes)
    {
        int i = labels.IsEmpty || (TensorPrimitives.Min(labels) >= LabelColumn.Missing && TensorPrimitives.Max(labels) < classes) ? labels.Length : 0;
        while (i < labels.Length && labels[i] >= LabelColumn.Missing && labels[i] < classes)
        {
            i++;
        }

        return i < labels.Length ? i : -1;
    }
}

/// <summary>What floats must be.</summary>
internal enum ValueRule
{
    /// <summary>Finite, and in the range that is declared.</summary>
    Feature,

    /// <summary>Finite, or NaN where the target is missing.</summary>
    Target,

    /// <summary>In [0, 1], or NaN where the target is missing.</summary>
    Probability,
}
