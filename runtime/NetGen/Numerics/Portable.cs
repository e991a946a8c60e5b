namespace NetGen.CompilerServices;

/// <summary>
/// Elementary functions in double from operations that every machine rounds alike, for numbers that must not depend on the
/// C library underneath <see cref="Math"/>: initial parameters and learning rates.
/// </summary>
internal static class Portable
{
    /// <summary>baseⁿ by repeated squaring, n ≥ 0.</summary>
    public static double Power(double @base, long exponent)
    {
        double power = 1;
        for (double square = @base; exponent > 0; exponent >>= 1, square *= square)
        {
            if ((exponent & 1) != 0)
            {
                power *= square;
            }
        }

        return power;
    }

    /// <summary>log x for normal x &gt; 0.</summary>
    public static double Log(double x)
    {
        // x = 2ᵉ·m with √½ ≤ m < √2, and log m = 2 artanh s = 2(s + s³/3 + s⁵/5 + …), s = (m − 1)/(m + 1), |s| < 0.172.
        const long RootOfHalf = 0x3FE6A09E667F3BCD;
        long bits = BitConverter.DoubleToInt64Bits(x), exponent = (bits - RootOfHalf) >> 52;
        double m = BitConverter.Int64BitsToDouble(bits - (exponent << 52));
        double s = (m - 1) / (m + 1), square = s * s, sum = 0;
        for (int n = 21; n > 0; n -= 2)
        {
            sum = sum * square + 1.0 / n;
        }

        return exponent * 0.6931471805599453 + 2 * s * sum;
    }

    /// <summary>eˣ; 0 below −700 and +∞ above 700.</summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) <= 700))
        {
            return x > 0 ? double.PositiveInfinity : x < 0 ? 0 : x;
        }

        // x = n·ln 2 + r with |r| ≤ ½ ln 2, then Taylor's series: the first term left out is below 10⁻¹⁷.
        int n = (int)Math.Round(x * 1.4426950408889634);
        double r = x - n * 0.693147180369123816 - n * 1.90821492927058770e-10, sum = 1;
        for (int k = 14; k > 0; k--)
        {
            sum = 1 + sum * r / k;
        }

        return sum * BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
    }

    /// <summary>cos 2πt for t in [0, 1].</summary>
    public static double CosineOfTurns(double t)
    {
        // By symmetry an angle in [0, π/2], then Taylor's series: the first term left out is below 10⁻¹⁷.
        t = Math.Min(t, 1 - t);
        bool isLeft = t > 0.25;
        double x = 2 * Math.PI * (isLeft ? 0.5 - t : t), square = x * x, sum = 1;
        for (int n = 22; n > 0; n -= 2)
        {
            sum = 1 - sum * square / (n * (n - 1));
        }

        return isLeft ? -sum : sum;
    }

    /// <summary>sin 2πt for t in [−½, ½], 0 for 0.</summary>
    public static double SineOfTurns(double t)
    {
        // By symmetry an angle in [0, π/2], then Taylor's series: the first term left out is below 10⁻¹⁷.
        double x = 2 * Math.PI * Math.Min(Math.Abs(t), 0.5 - Math.Abs(t)), square = x * x, sum = 1;
        for (int n = 23; n > 1; n -= 2)
        {
            sum = 1 - sum * square / (n * (n - 1));
        }

        return t < 0 ? -x * sum : x * sum;
    }
}
