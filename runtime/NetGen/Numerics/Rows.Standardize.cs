using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Layer normalization of a row (Ba et al. 2016).</content>
public static partial class Rows
{
    /// <summary>x̂ = (x − μ)/√(σ² + ε) with the mean and the population variance of the row. <paramref name="result"/> may be <paramref name="x"/>.</summary>
    /// <param name="x">The first of <paramref name="count"/> numbers.</param>
    /// <param name="count">How many there are, ≥ 1.</param>
    /// <param name="epsilon">ε, &gt; 0.</param>
    /// <param name="result">x̂; written up to the next multiple of 16, with 0 past <paramref name="count"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Standardize<V>(ref float x, int count, float epsilon, ref float result)
        where V : struct, IFloats<V>
    {
        (float mean, float scale) = Moments<V>(ref x, count, epsilon);
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V.Store(((V.Load(ref x, i) - V.Splat(mean)) * V.Splat(scale)) & Vectors.FirstLanes<V>(count - i), ref result, i);
        }
    }

    /// <summary>dx of x̂ = (x − μ)·s: s·(dx̂ − mean(dx̂) − x̂·mean(dx̂ ⊙ x̂)). <paramref name="result"/> may be <paramref name="dy"/>.</summary>
    /// <param name="x">The first of <paramref name="count"/> numbers that were standardized.</param>
    /// <param name="dy">The gradient toward x̂.</param>
    /// <param name="count">How many there are, ≥ 1.</param>
    /// <param name="epsilon">ε, &gt; 0.</param>
    /// <param name="result">dx; written up to the next multiple of 16, with 0 past <paramref name="count"/>; not <paramref name="x"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StandardizeGradient<V>(ref float x, ref float dy, int count, float epsilon, ref float result)
        where V : struct, IFloats<V>
    {
        (float mean, float scale) = Moments<V>(ref x, count, epsilon);
        LaneSum<V> sum = default, products = default;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V d = V.Load(ref dy, i) & Vectors.FirstLanes<V>(count - i);
            sum.Add(d, i);
            products.Add(d * ((V.Load(ref x, i) - V.Splat(mean)) * V.Splat(scale)), i);
        }

        V of = V.Splat(sum.Total / count), along = V.Splat(products.Total / count);
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V standardized = (V.Load(ref x, i) - V.Splat(mean)) * V.Splat(scale);
            V.Store((V.Splat(scale) * (V.Load(ref dy, i) - of - standardized * along)) & Vectors.FirstLanes<V>(count - i), ref result, i);
        }
    }

    /// <summary>μ and 1/√(σ² + ε) of a row: the mean first, then the mean of the squared deviations from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float Mean, float Scale) Moments<V>(ref float x, int count, float epsilon)
        where V : struct, IFloats<V>
    {
        LaneSum<V> sum = default, squares = default;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            sum.Add(V.Load(ref x, i) & Vectors.FirstLanes<V>(count - i), i);
        }

        float mean = sum.Total / count;
        for (int i = 0; i < Padded(count); i += V.Count)
        {
            V deviation = (V.Load(ref x, i) - V.Splat(mean)) & Vectors.FirstLanes<V>(count - i);
            squares.Add(deviation * deviation, i);
        }

        return (mean, 1f / MathF.Sqrt(squares.Total / count + epsilon));
    }
}
