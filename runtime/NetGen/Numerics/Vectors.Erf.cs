using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The error function.</content>
public static partial class Vectors
{
    /// <summary>erf x = 2/√π ∫₀ˣ e^−t² dt, with full relative accuracy near 0; NaN stays NaN.</summary>
    /// <remarks>The two polynomials are N. Juffa's (Stack Overflow 35148198, 2016): x + x·P(x²) near 0, 1 − exp(Q(|x|)) beyond.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x)
        where V : struct, IFloats<V>
    {
        V t = AtMost(V.Abs(x), 4f); // erf 4 has rounded to 1
        V square = t * t;

        V near = Fma(V.Splat(-5.96761703e-4f), square, 4.99119423e-3f);
        near = Fma(near, square, -2.67681349e-2f);
        near = Fma(near, square, 1.12819925e-1f);
        near = Fma(near, square, -3.76125336e-1f);
        near = Fma(near, square, 1.28379166e-1f);
        near = V.FusedMultiplyAdd(near, t, t);

        V far = Fma(V.Splat(-1.72853470e-5f), t, 3.83197126e-4f);
        far = V.FusedMultiplyAdd(far, square, Fma(V.Splat(-3.88396438e-3f), t, 2.42546219e-2f));
        far = Fma(far, t, -1.06777877e-1f);
        far = Fma(far, t, -6.34846687e-1f);
        far = Fma(far, t, -1.28717512e-1f);
        far = V.FusedMultiplyAdd(far, t, -t);
        far = -ExpM1OfNegative(far);

        V isFar = V.LessThan(V.Splat(0.927734375f), t);
        return WithSignOf(x, V.Select(isFar, far, near));
    }
}
