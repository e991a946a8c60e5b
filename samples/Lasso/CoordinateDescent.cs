namespace Lasso;

/// <summary>
/// The reference: LASSO and the elastic net by cyclic coordinate descent, in double (Friedman, Hastie &amp; Tibshirani 2010). One coefficient after another takes the
/// value that is best while the others stand still, until none moves any more.
/// </summary>
internal static class CoordinateDescent
{
    private const double Still = 1e-13;

    private const int MostRounds = 100_000;

    /// <summary>The w that minimizes (1/n)·‖y − Xw‖² + λ₁‖w‖₁ + λ₂·½‖w‖², the objective of <see cref="ElasticNet"/>; of <see cref="LassoNet"/> without λ₂.</summary>
    /// <remarks>
    /// scikit-learn's Lasso minimizes (1/2n)·‖y − Xw‖² + α‖w‖₁, the same w at α = λ₁/2; its ElasticNet (1/2n)·‖y − Xw‖² + αρ‖w‖₁ + α(1 − ρ)·½‖w‖²,
    /// the same w at αρ = λ₁/2 and α(1 − ρ) = λ₂/2.
    /// </remarks>
    /// <param name="x">X, row after row.</param>
    /// <param name="y">y, a number a row, with mean 0.</param>
    /// <param name="lambda1">λ₁ ≥ 0.</param>
    /// <param name="lambda2">λ₂ ≥ 0.</param>
    public static double[] Solve(float[] x, float[] y, double lambda1, double lambda2 = 0)
    {
        int n = y.Length, features = x.Length / n;
        double[] w = new double[features], residual = [.. y.Select(v => (double)v)];
        for (int round = 0; round < MostRounds; round++)
        {
            double moved = 0;
            for (int j = 0; j < features; j++)
            {
                // ∂/∂wⱼ of the squared error is 2(s·wⱼ − ρ), with ρ from the residual of all the others; L2 adds λ₂wⱼ, and |wⱼ| moves ρ by λ₁/2 toward 0.
                double s = 0, rho = 0;
                for (int row = 0; row < n; row++)
                {
                    double v = x[row * features + j];
                    s += v * v / n;
                    rho += v * (residual[row] + v * w[j]) / n;
                }

                double best = Math.Sign(rho) * Math.Max(Math.Abs(rho) - lambda1 / 2, 0) / (s + lambda2 / 2);
                for (int row = 0; row < n; row++)
                {
                    residual[row] -= x[row * features + j] * (best - w[j]);
                }

                moved = Math.Max(moved, Math.Abs(best - w[j]));
                w[j] = best;
            }

            if (moved < Still)
            {
                return w;
            }
        }

        throw new InvalidOperationException($"Coordinate descent did not come to rest in {MostRounds} rounds.");
    }
}
