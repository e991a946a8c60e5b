namespace Lasso;

/// <summary>
/// Coefficients as the most probable ones (maximum a posteriori, Deep Learning, §5.6.1). The mean squared error of N patients is, up to a
/// constant, the mean negative log-likelihood of y = x·w + noise of variance ½; a prior adds −log p(w)/N, a penalty.
/// </summary>
internal static class MostProbable
{
    /// <summary>The scale of the Laplace density that is <c>L1(λ)</c>: −log p(w)/N = |w|/(Nσ) + constant, so λ = 1/(Nσ).</summary>
    public static double LaplaceScale(Diabetes data, double lambda) => 1 / (data.Count * lambda);

    /// <summary>The deviation of the normal density that is <c>L2(λ)</c>: −log p(w)/N = w²/(2Nσ²) + constant, so λ = 1/(Nσ²).</summary>
    public static double GaussianDeviation(Diabetes data, double lambda) => 1 / Math.Sqrt(data.Count * lambda);

    /// <summary>The most probable coefficients if each comes from a Laplace density of scale σ.</summary>
    public static float[] Laplace(Diabetes data, double sigma)
    {
        using var network = new LaplaceNet(new() { ProgressionLaplaceSigma = (float)sigma }) { TrainingExamples = data.Count };
        return Training.Coefficients(network.Progression, () => network.TrainStep(data.X, data.Y));
    }

    /// <summary>The most probable coefficients if each comes from a normal density of deviation σ.</summary>
    public static float[] Gaussian(Diabetes data, double sigma)
    {
        using var network = new GaussNet(new() { ProgressionGaussianSigma = (float)sigma }) { TrainingExamples = data.Count };
        return Training.Coefficients(network.Progression, () => network.TrainStep(data.X, data.Y));
    }
}
