using Lasso;

namespace NetGen.Tests.Learning;

/// <summary>
/// L1 and L2 on one layer are the elastic net: the LASSO of data with a row √(nλ₂/2)·eⱼ more for each feature, whose target is 0 (Zou &amp;
/// Hastie 2005, lemma 1). On the real diabetes data.
/// </summary>
public class ElasticNetTests
{
    private const int Features = 10;

    [Theory]
    [InlineData(0.05f, 0.1f)]
    [InlineData(0.2f, 0.5f)]
    [InlineData(0.2f, 0.01f)]
    [InlineData(0.5f, 1f)]
    public void Coefficients_are_those_of_LASSO_on_the_longer_data(float l1, float l2)
    {
        var data = Diabetes.Read();
        using var network = new ElasticNet(new() { ProgressionL1 = l1, ProgressionL2 = l2 }, seed: 1);
        network.Fit(ElasticNet.Data(data.X, data.Y), options: new() { Epochs = 3000 });

        float[] w = Measure.Weights(network.Progression);
        double[] expected = Longer(data, l1, l2);
        Assert.All(Enumerable.Range(0, Features), j =>
        {
            Assert.Equal(expected[j], w[j], 1e-3);
            Assert.Equal(expected[j] == 0, w[j] == 0);
        });
    }

    private static double[] Longer(Diabetes data, double l1, double l2)
    {
        int rows = data.Count + Features;
        float[] x = new float[rows * Features], y = new float[rows];
        data.X.CopyTo(x, 0);
        data.Y.CopyTo(y, 0);
        for (int j = 0; j < Features; j++)
        {
            x[(data.Count + j) * Features + j] = (float)Math.Sqrt(data.Count * l2 / 2);
        }

        return CoordinateDescent.Solve(x, y, l1 * data.Count / rows); // its squared error is a mean over more rows
    }
}
