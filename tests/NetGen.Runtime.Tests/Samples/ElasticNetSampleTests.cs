using Lasso;

namespace NetGen.Tests.Samples;

/// <summary>What the Lasso sample says of the elastic net, on the real diabetes data.</summary>
public sealed class ElasticNetSampleTests
{
    private static readonly Diabetes Data = Diabetes.Read();

    [Theory]
    [InlineData(1.2, 0.3)]
    [InlineData(0.5, 0.3)]
    [InlineData(0.1, 0.01)]
    [InlineData(0.03, 1)]
    [InlineData(0.001, 0.1)]
    [InlineData(0.001, 0.3)]
    public void Coefficients_agree_with_coordinate_descent_and_are_zero_at_the_same_places(double lambda1, double lambda2)
    {
        PathPoint point = CoefficientPath.Elastic(Data, lambda1, lambda2);
        Assert.InRange(point.Difference, 0, 1e-5);
        Assert.True(point.SameZeros, $"{string.Join(" ", point.Network)} instead of {string.Join(" ", point.Reference)}");
    }

    /// <summary>The reference itself: at the minimum the slope of squared error and L2 is −λ₁·sign(w) where w ≠ 0, and at most λ₁ where w = 0.</summary>
    [Theory]
    [InlineData(0.5, 0.3)]
    [InlineData(0.05, 1)]
    [InlineData(0.005, 0.01)]
    public void Coordinate_descent_ends_where_no_coefficient_wants_to_move(double lambda1, double lambda2)
    {
        double[] w = CoordinateDescent.Solve(Data.X, Data.Y, lambda1, lambda2);
        Assert.All(Enumerable.Range(0, 10), j =>
        {
            double slope = lambda2 * w[j] + Enumerable.Range(0, 442).Sum(row => -2.0 / 442 * Data.X[row * 10 + j] * (Data.Y[row] - Enumerable.Range(0, 10).Sum(k => Data.X[row * 10 + k] * w[k])));
            Assert.InRange(w[j] == 0 ? Math.Max(Math.Abs(slope) - lambda1, 0) : Math.Abs(slope + lambda1 * Math.Sign(w[j])), 0, 1e-9);
        });
    }

    [Fact]
    public void What_goes_together_gets_opposite_coefficients_from_L1_and_nearly_the_same_with_L2_beside_it()
    {
        Assert.InRange(Data.Correlation(GroupingTable.First, GroupingTable.Second), 0.89, 0.91);
        (double lassoFirst, double lassoSecond, double lassoLeft) = Pair(CoefficientPath.Lasso(Data, 0.001));
        Assert.True(lassoFirst < -25 && lassoSecond > 10, $"{lassoFirst} and {lassoSecond}");

        (double first, double second, double left) = Pair(CoefficientPath.Elastic(Data, 0.001, 0.3));
        Assert.True(first < 0 && second < 0 && Math.Abs(first - second) < 2, $"{first} and {second}");
        Assert.InRange(left - lassoLeft, 0, 0.01);
    }

    private static (double First, double Second, double Unexplained) Pair(PathPoint point) => (
        point.Network[Data.Names.IndexOf(GroupingTable.First)] * Data.Deviation,
        point.Network[Data.Names.IndexOf(GroupingTable.Second)] * Data.Deviation,
        Data.Unexplained(point.Network));
}
