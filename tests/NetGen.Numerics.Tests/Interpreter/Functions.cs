namespace NetGen.Numerics.Tests;

/// <summary>Functions of one number as their definitions say, in double.</summary>
internal static class Functions
{
    public static double Relu(double x) => x > 0 ? x : 0;

    public static double Step(double x) => x > 0 ? 1 : 0;

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>σ(x)·σ(−x): neither factor is a difference.</summary>
    public static double SigmoidSlope(double x) => Sigmoid(x) * Sigmoid(-x);

    /// <summary>1/cosh²x.</summary>
    public static double TanhSlope(double x) => 1 / (Math.Cosh(x) * Math.Cosh(x));

    /// <summary>log(1 + x), x ≥ 0; what rounding 1 + x takes away or adds is undone (Kahan's formula).</summary>
    public static double LogP1(double x) => 1 + x == 1 ? x : Math.Log(1 + x) * x / (1 + x - 1);

    /// <summary>exp x − 1, x ≤ 0, in the same way.</summary>
    public static double ExpM1(double x) => Math.Exp(x) is var e && e == 1 ? x : e < 0.5 ? e - 1 : (e - 1) * x / Math.Log(e);

    /// <summary>log(1 + exp x).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x)));

    /// <summary>−t·log σ(z) − (1 − t)·log(1 − σ(z)), where 1 − σ(z) = σ(−z).</summary>
    public static double BinaryCrossEntropy(double z, double t) => t * Softplus(-z) + (1 - t) * Softplus(z);

    /// <summary>σ(z) − t.</summary>
    public static double SigmoidMinusTarget(double z, double t) => (1 - t) * Sigmoid(z) - t * Sigmoid(-z);

    public static double Elu(double x, double alpha) => x < 0 ? alpha * ExpM1(x) : x;

    public static double EluSlope(double x, double alpha) => x < 0 ? alpha * Math.Exp(x) : 1;

    /// <summary>φ(x) = exp(−½x²)/√(2π).</summary>
    public static double NormalPdf(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>
    /// Φ(x) = ½ + φ(x)·Σₙ x²ⁿ⁺¹/(2n+1)!! (DLMF 7.6.2): no term has another sign. In the left tail, where ½ would cancel, Laplace's continued
    /// fraction φ(t)/(t + 1/(t + 2/(t + 3/…))), t = −x (DLMF 7.9.1).
    /// </summary>
    public static double NormalCdf(double x)
    {
        if (x < -2.5)
        {
            double rest = 0;
            for (int n = 300; n > 0; n--)
            {
                rest = n / (-x + rest);
            }

            return NormalPdf(x) / (-x + rest);
        }

        if (x > 2.5)
        {
            return 1 - NormalCdf(-x);
        }

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= x * x / (2 * n + 1);
            sum += term;
        }

        return 0.5 + NormalPdf(x) * sum;
    }

    /// <summary>x, 0 below 2⁻⁵⁰ and ±2⁶³ beyond that.</summary>
    public static double Squarable(double x) => Math.Abs(x) < Math.ScaleB(1, -50) ? 0 : Math.Clamp(x, -Math.ScaleB(1, 63), Math.ScaleB(1, 63));

    /// <summary>½x² where |x| ≤ δ, else δ(|x| − ½δ).</summary>
    public static double Huber(double x, double delta) => Math.Abs(x) <= delta ? 0.5 * x * x : delta * (Math.Abs(x) - 0.5 * delta);

    /// <summary>The y that makes ½(y − x)² + t·|y| least.</summary>
    public static double SoftThreshold(double x, double t) => Math.Sign(x) * Math.Max(Math.Abs(x) - t, 0);
}
