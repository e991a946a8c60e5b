using System.Collections.Immutable;

namespace Lasso;

/// <summary>The coefficients along a path of λ, from where all are 0 to where hardly any is.</summary>
internal static class CoefficientPath
{
    /// <summary>The least λ at which every coefficient is 0, with or without L2: the largest slope of the squared error at w = 0.</summary>
    public static double LargestLambda(Diabetes data)
    {
        int features = data.Names.Length;
        return Enumerable.Range(0, features).Max(j => Math.Abs(Enumerable.Range(0, data.Count).Sum(row => 2.0 * data.X[row * features + j] * data.Y[row] / data.Count)));
    }

    /// <summary>The path λ = largest·10^(−decades·i/(count − 1)).</summary>
    /// <param name="data">What to explain.</param>
    /// <param name="count">How many points.</param>
    /// <param name="decades">How far down λ goes.</param>
    public static ImmutableArray<double> Lambdas(Diabetes data, int count, double decades)
    {
        double largest = 1.001 * LargestLambda(data); // rounding must not decide whether the first point has a coefficient
        return [.. Enumerable.Range(0, count).Select(i => largest * Math.Pow(10, -decades * i / (count - 1)))];
    }

    /// <summary>LASSO: trains a network at λ until it rests, and asks the reference.</summary>
    public static PathPoint Lasso(Diabetes data, double lambda)
    {
        float l1 = (float)lambda;
        using var network = new LassoNet(new() { ProgressionL1 = l1 });
        float[] coefficients = Training.Coefficients(network.Progression, () => network.TrainStep(data.X, data.Y));
        return new PathPoint(l1, 0, coefficients, CoordinateDescent.Solve(data.X, data.Y, l1));
    }

    /// <summary>The same with L2 beside L1.</summary>
    public static PathPoint Elastic(Diabetes data, double lambda1, double lambda2)
    {
        (float l1, float l2) = ((float)lambda1, (float)lambda2);
        using var network = new ElasticNet(new() { ProgressionL1 = l1, ProgressionL2 = l2 });
        float[] coefficients = Training.Coefficients(network.Progression, () => network.TrainStep(data.X, data.Y));
        return new PathPoint(l1, l2, coefficients, CoordinateDescent.Solve(data.X, data.Y, l1, l2));
    }
}
