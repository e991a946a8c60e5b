using Lasso;

namespace NetGen.Tests.Learning;

/// <summary>
/// Noise on the inputs of a linear model with squared error is L2: E[(y − (x + δ)·w)²] = (y − x·w)² + σ²·‖w‖² (Bishop 1995; Deep Learning,
/// section 7.5). On the real diabetes data, so that the two solutions have something to agree on.
/// </summary>
public class InputNoiseTests
{
    private const int Features = 10;

    [Theory]
    [InlineData(0.5f)]
    [InlineData(1f)]
    public void Noise_on_the_inputs_of_a_linear_model_is_ridge_regression(float sigma)
    {
        var data = Diabetes.Read();
        using var network = new NoisyRegression(new() { FeaturesNoise = sigma }, seed: 1);
        network.Fit(NoisyRegression.Data(data.X, data.Y), options: new() { Epochs = NoisyRegression.Epochs });

        double[] ridge = Ridge(data, sigma * sigma), plain = Ridge(data, 0);
        float[] w = Measure.Weights(network.Progression);
        Assert.True(Distance(plain, ridge) > 0.2, "the penalty would not show");
        Assert.True(Distance(w, ridge) < 0.02, FormattableString.Invariant($"{string.Join(", ", w)}\n{string.Join(", ", ridge)}"));
    }

    private static double Distance(IEnumerable<double> a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();

    private static double Distance(float[] a, double[] b) => Distance(a.Select(x => (double)x), b);

    /// <summary>(XᵀX/n + λI)·w = Xᵀy/n, by Gauss–Seidel: the matrix is positive definite.</summary>
    private static double[] Ridge(Diabetes data, double lambda)
    {
        double[] moments = [.. Enumerable.Range(0, Features * Features).Select(i => Mean(data, row => data.X[row * Features + i / Features] * data.X[row * Features + i % Features]))];
        double[] targets = [.. Enumerable.Range(0, Features).Select(j => Mean(data, row => data.X[row * Features + j] * data.Y[row]))];
        double[] w = new double[Features];
        for (int round = 0; round < 20_000; round++)
        {
            for (int j = 0; j < Features; j++)
            {
                double others = Enumerable.Range(0, Features).Where(k => k != j).Sum(k => moments[j * Features + k] * w[k]);
                w[j] = (targets[j] - others) / (moments[j * Features + j] + lambda);
            }
        }

        return w;
    }

    private static double Mean(Diabetes data, Func<int, double> value) => Enumerable.Range(0, data.Count).Average(value);
}

/// <summary>All patients are one batch; the rate sinks to nothing, so that the noise of single steps averages out.</summary>
[Network(BatchSize = 442), Sgd(0.02f), CosineSchedule(steps: Epochs)]
internal sealed partial class NoisyRegression
{
    public const int Epochs = 6000;

    [Input(10), GaussianNoise(1)] public partial Layer Features { get; }
    [Dense(1), Zero, MeanSquaredError] public partial Head Progression { get; }
}
