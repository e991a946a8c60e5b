using Lasso;

namespace NetGen.Tests.Samples;

/// <summary>What the Lasso sample says of priors, on the real diabetes data.</summary>
public sealed class PriorSampleTests
{
    private static readonly Diabetes Data = Diabetes.Read();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.05)]
    [InlineData(0.002)]
    public void The_most_probable_coefficients_are_those_of_the_penalty(double lambda)
    {
        var point = PriorPoint.At(Data, lambda);
        Assert.InRange(point.Laplace, 0, 1e-5);
        Assert.InRange(point.Gaussian, 0, 1e-5);
    }

    /// <summary>The objective of the priors without any λ: −log p(w | data), with noise of variance ½, has its least value there.</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    public void No_coefficients_nearby_are_more_probable(double sigma)
    {
        float[] laplace = MostProbable.Laplace(Data, sigma), normal = MostProbable.Gaussian(Data, sigma);
        Assert.Contains(laplace, w => w != 0);
        Assert.All(Enumerable.Range(0, 10).SelectMany(j => new[] { (j, 0.01f), (j, -0.01f) }), move =>
        {
            Assert.True(Improbability(Moved(laplace, move), w => Math.Abs(w) / sigma) > Improbability(laplace, w => Math.Abs(w) / sigma));
            Assert.True(Improbability(Moved(normal, move), w => w * w / (2 * sigma * sigma)) > Improbability(normal, w => w * w / (2 * sigma * sigma)));
        });
    }

    /// <summary>−log p(w | data) without what does not depend on w: noise of variance ½ gives (y − x·w)²/(2·½) for each patient.</summary>
    private static double Improbability(float[] w, Func<double, double> prior) => Data.Count * Data.Unexplained(w) + w.Sum(v => prior(v));

    private static float[] Moved(float[] w, (int Place, float Distance) move) => [.. w.Select((v, j) => j == move.Place ? v + move.Distance : v)];
}
