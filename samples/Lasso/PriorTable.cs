using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lasso;

/// <summary>Strengths and the priors that they are: how far the most probable coefficients are from those that the penalty gives.</summary>
/// <param name="Lambda">λ, of L1 and of L2.</param>
/// <param name="Laplace">The largest difference between L1(λ) and the Laplace density with σ = 1/(Nλ).</param>
/// <param name="Gaussian">The largest difference between L2(λ) and the normal density with σ = 1/√(Nλ).</param>
internal sealed record PriorPoint(double Lambda, double Laplace, double Gaussian)
{
    public static PriorPoint At(Diabetes data, double lambda) => new(
        lambda,
        Largest(CoefficientPath.Lasso(data, lambda).Network, MostProbable.Laplace(data, MostProbable.LaplaceScale(data, lambda))),
        Largest(CoefficientPath.Elastic(data, 0, lambda).Network, MostProbable.Gaussian(data, MostProbable.GaussianDeviation(data, lambda))));

    private static double Largest(float[] penalized, float[] probable) => penalized.Zip(probable, (a, b) => Math.Abs((double)a - b)).Max();
}

/// <summary>Priors beside penalties, as a table.</summary>
internal static class PriorTable
{
    public static string Of(Diabetes data, ImmutableArray<PriorPoint> points)
    {
        var text = new StringBuilder();
        text.AppendLine($"{"λ",8}   Laplace σ  from L1(λ)   normal σ  from L2(λ)");
        foreach (PriorPoint point in points)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"{point.Lambda,8:F4} {MostProbable.LaplaceScale(data, point.Lambda),11:F4} {Difference(point.Laplace)} {MostProbable.GaussianDeviation(data, point.Lambda),10:F4} {Difference(point.Gaussian)}"));
        }

        return text.ToString();
    }

    private static string Difference(double value) => value == 0 ? $"{"none",11}" : string.Create(CultureInfo.InvariantCulture, $"{value,11:0.0e+0}");
}
