using System.Collections.Immutable;

namespace Lasso;

/// <summary>The coefficients at one λ: the network's, and the reference's.</summary>
/// <param name="Lambda">λ.</param>
/// <param name="Network">What the network learnt.</param>
/// <param name="Reference">What coordinate descent found.</param>
internal sealed record PathPoint(double Lambda, float[] Network, double[] Reference)
{
    /// <summary>How many of the network's coefficients are not exactly 0.</summary>
    public int Selected => Network.Count(w => w != 0);

    /// <summary>The largest difference between the two.</summary>
    public double Difference => Network.Zip(Reference, (a, b) => Math.Abs(a - b)).Max();

    /// <summary>Whether both have their zeros at the same places.</summary>
    public bool SameZeros => Network.Zip(Reference, (a, b) => (a == 0) == (b == 0)).All(same => same);
}

/// <summary>The coefficients along a path of λ, from where all are 0 to where hardly any is.</summary>
internal static class CoefficientPath
{
    private const int Steps = 4000;

    /// <summary>The least λ at which every coefficient is 0: the largest slope of the squared error at w = 0.</summary>
    public static double LargestLambda(Diabetes data)
    {
        int features = data.Names.Length;
        return Enumerable.Range(0, features).Max(j => Math.Abs(Enumerable.Range(0, data.Count).Sum(row => 2.0 * data.X[row * features + j] * data.Y[row] / data.Count)));
    }

    /// <summary>Points at λ = largest·10^(−decades·i/(count − 1)).</summary>
    /// <param name="data">What to explain.</param>
    /// <param name="count">How many points.</param>
    /// <param name="decades">How far down λ goes.</param>
    public static ImmutableArray<PathPoint> Trace(Diabetes data, int count, double decades)
    {
        double largest = 1.001 * LargestLambda(data); // rounding must not decide whether the first point has a coefficient
        return [.. Enumerable.Range(0, count).Select(i => At(data, largest * Math.Pow(10, -decades * i / (count - 1))))];
    }

    /// <summary>Trains a network at λ until it rests, and asks the reference.</summary>
    public static PathPoint At(Diabetes data, double lambda)
    {
        float strength = (float)lambda;
        using var network = new LassoNet(new() { ProgressionL1 = strength });
        for (int step = 0; step < Steps; step++)
        {
            network.TrainStep(data.X, data.Y);
        }

        float[] coefficients = new float[data.Names.Length];
        network.Progression.Weights.FlattenTo(coefficients);
        return new PathPoint(lambda, coefficients, CoordinateDescent.Solve(data.X, data.Y, strength));
    }
}
