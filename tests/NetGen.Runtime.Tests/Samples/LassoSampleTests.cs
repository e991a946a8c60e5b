using Lasso;

namespace NetGen.Tests.Samples;

/// <summary>A linear model with squared error and L1 is LASSO: on real data its coefficients are those of coordinate descent.</summary>
public sealed class LassoSampleTests
{
    private static readonly Diabetes Data = Diabetes.Read();

    private static readonly double Largest = CoefficientPath.LargestLambda(Data);

    [Fact]
    public void The_data_are_those_of_442_patients()
    {
        Assert.Equal(["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"], Data.Names.AsEnumerable());
        Assert.Equal((442, 4420), (Data.Y.Length, Data.X.Length));
        Assert.Equal(77.0, Data.Deviation, 0.05);
        Assert.All(Enumerable.Range(0, 10), j => Assert.Equal(442, Enumerable.Range(0, 442).Sum(row => Math.Pow(Data.X[row * 10 + j], 2)), 1e-3));
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(0.9)]
    [InlineData(0.6)]
    [InlineData(0.3)]
    [InlineData(0.1)]
    [InlineData(0.05)]
    [InlineData(0.02)]
    [InlineData(0.01)]
    [InlineData(0.003)]
    [InlineData(0.001)]
    public void Coefficients_agree_with_coordinate_descent_and_are_zero_at_the_same_places(double share)
    {
        PathPoint point = CoefficientPath.Lasso(Data, share * Largest);
        Assert.InRange(point.Difference, 0, 1e-4);
        Assert.True(point.SameZeros, $"{string.Join(" ", point.Network)} instead of {string.Join(" ", point.Reference)}");
    }

    [Fact]
    public void The_penalty_selects_fewer_measurements_the_stronger_it_is()
    {
        int[] selected = [.. new[] { 1.01, 0.9, 0.3, 0.05, 0 }.Select(share => CoefficientPath.Lasso(Data, share * Largest).Selected)];
        Assert.Equal(0, selected[0]);
        Assert.Equal(10, selected[^1]);
        Assert.Equal(selected.Order(), selected);
        Assert.Equal(5, selected.Distinct().Count());
    }

    /// <summary>The reference itself: at the minimum the slope of the squared error is −λ·sign(w) where w ≠ 0, and at most λ where w = 0.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.05)]
    [InlineData(0.005)]
    public void Coordinate_descent_ends_where_no_coefficient_wants_to_move(double share)
    {
        double lambda = share * Largest;
        double[] w = CoordinateDescent.Solve(Data.X, Data.Y, lambda);
        Assert.All(Enumerable.Range(0, 10), j =>
        {
            double slope = Enumerable.Range(0, 442).Sum(row => -2.0 / 442 * Data.X[row * 10 + j] * (Data.Y[row] - Enumerable.Range(0, 10).Sum(k => Data.X[row * 10 + k] * w[k])));
            Assert.InRange(w[j] == 0 ? Math.Max(Math.Abs(slope) - lambda, 0) : Math.Abs(slope + lambda * Math.Sign(w[j])), 0, 1e-9);
        });
    }

    /// <summary>Each optimizer shrinks in the metric of its own step, so that all of them end at one minimum.</summary>
    [Theory]
    [InlineData(typeof(LassoByDescent))]
    [InlineData(typeof(LassoByNesterov))]
    [InlineData(typeof(LassoByRmsProp))]
    [InlineData(typeof(LassoByAdam))]
    public void Every_optimizer_finds_the_same_coefficients(Type optimizer)
    {
        using var network = (INetwork)Activator.CreateInstance(optimizer, [null, 0])!;
        for (int row = 0; row < Data.Count; row++)
        {
            Data.X.AsSpan(row * 10, 10).CopyTo(network.Memory.InputRow(0, row));
            network.Memory.TargetRow(0, row)[0] = Data.Y[row];
        }

        for (int step = 0; step < Steps; step++)
        {
            network.Step(Data.Count);
        }

        ParameterInfo w = network.Schema.Parameters[0];
        double[] reference = CoordinateDescent.Solve(Data.X, Data.Y, Lambda);
        Assert.Contains(0, reference);
        Assert.All(Enumerable.Range(0, 10), j =>
        {
            float learned = network.Memory.Parameter(w.Offset + j * w.Stride);
            Assert.Equal(reference[j], learned, 1e-3);
            Assert.Equal(reference[j] == 0, learned == 0);
        });
    }

    internal const float Lambda = 0.05f;

    internal const int Steps = 6000;
}

[Network(BatchSize = 442), Sgd(0.1f), L1(LassoSampleTests.Lambda, Proximal = true)]
internal sealed partial class LassoByDescent
{
    [Input(10)] public partial Layer X { get; }
    [Dense(1), Zero, MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 442), Sgd(0.05f, Momentum = 0.8f, Nesterov = true), L1(LassoSampleTests.Lambda, Proximal = true)]
internal sealed partial class LassoByNesterov
{
    [Input(10)] public partial Layer X { get; }
    [Dense(1), Zero, MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 442), RmsProp(0.01f), L1(LassoSampleTests.Lambda, Proximal = true), CosineSchedule(LassoSampleTests.Steps, Final = 0.001f)]
internal sealed partial class LassoByRmsProp
{
    [Input(10)] public partial Layer X { get; }
    [Dense(1), Zero, MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 442), Adam(0.01f), L1(LassoSampleTests.Lambda, Proximal = true), CosineSchedule(LassoSampleTests.Steps, Final = 0.001f)]
internal sealed partial class LassoByAdam
{
    [Input(10)] public partial Layer X { get; }
    [Dense(1), Zero, MeanSquaredError] public partial Head Y { get; }
}
