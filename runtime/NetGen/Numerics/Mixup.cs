using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>What mixup draws for a step: how much of itself each row keeps, and which row it is blended with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Mixup
{
    /// <summary>λ ~ Beta(α, α), as G/(G + H) of two numbers from Gamma(α); for α = 0 it is 1, every row itself.</summary>
    /// <param name="alpha">α ≥ 0.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The number of updates made before this one.</param>
    public static float Share(float alpha, int seed, long step)
    {
        if (alpha == 0)
        {
            return 1;
        }

        var random = new Philox(seed, RandomPurpose.MixupShare, unchecked((int)step));
        return (float)Beta(alpha, ref random);
    }

    /// <summary>
    /// Each row's partner, another row, each equally likely: a permutation of a single cycle (Sattolo 1986), in which no row stays where it is. One
    /// row alone is its own partner.
    /// </summary>
    /// <param name="partners">Takes one row for each row.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="step">The number of updates made before this one.</param>
    public static void DrawPartners(Span<int> partners, int seed, long step)
    {
        var random = new Philox(seed, RandomPurpose.MixupPartners, unchecked((int)step));
        for (int row = 0; row < partners.Length; row++)
        {
            int other = row == 0 ? 0 : random.Below(row); // the new row enters the cycle behind another
            partners[row] = partners[other];
            partners[other] = row;
        }
    }

    /// <summary>A number from Beta(α, α), α &gt; 0.</summary>
    internal static double Beta(double alpha, ref Philox random)
    {
        // Of logarithms, for with a small α both numbers may be too small for a double.
        double difference = LogGamma(alpha, ref random) - LogGamma(alpha, ref random);
        return 1 / (1 + Portable.Exp(-difference));
    }

    // The logarithm of a number from Gamma(a): one from Gamma(a + 1) times U^(1/a) (Marsaglia & Tsang 2000, §6 and figure 1).
    private static double LogGamma(double a, ref Philox random)
    {
        double d = a + 1 - 1.0 / 3, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal(ref random), root = 1 + c * x, v = root * root * root;
            if (v > 0 && Portable.Log(Uniform(ref random)) < 0.5 * x * x + d - d * v + d * Portable.Log(v))
            {
                return Portable.Log(d * v) + Portable.Log(Uniform(ref random)) / a;
            }
        }
    }

    // Box & Muller 1958.
    private static double Normal(ref Philox random)
    {
        double u = Uniform(ref random);
        return Math.Sqrt(-2 * Portable.Log(u)) * Portable.CosineOfTurns(random.NextDouble());
    }

    // In (0, 1].
    private static double Uniform(ref Philox random) => 1 - random.NextDouble();
}
