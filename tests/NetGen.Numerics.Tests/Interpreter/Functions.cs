namespace NetGen.Numerics.Tests;

/// <summary>Functions of one number as their definitions say, in double.</summary>
internal static class Functions
{
    public static double Relu(double x) => x > 0 ? x : 0;

    public static double Step(double x) => x > 0 ? 1 : 0;

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>log(1 + exp x); beyond ±36 one of the two terms is below the last bit of the other.</summary>
    public static double Softplus(double x) => x > 36 ? x : x < -36 ? Math.Exp(x) : Math.Log(1 + Math.Exp(x));

    /// <summary>½x² where |x| ≤ δ, else δ(|x| − ½δ).</summary>
    public static double Huber(double x, double delta) => Math.Abs(x) <= delta ? 0.5 * x * x : delta * (Math.Abs(x) - 0.5 * delta);

    /// <summary>The y that makes ½(y − x)² + t·|y| least.</summary>
    public static double SoftThreshold(double x, double t) => Math.Sign(x) * Math.Max(Math.Abs(x) - t, 0);

    /// <summary>erf x = 2/√π · exp(−x²) · Σₙ 2ⁿ x²ⁿ⁺¹ / (2n+1)!! (DLMF 7.6.2): no term has another sign, so nothing cancels.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) > 6)
        {
            return Math.Sign(x);
        }

        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
