using System.Collections.Immutable;
using NetGen;

namespace Lasso;

/// <summary>
/// The diabetes data, standardized: every feature and the progression have mean 0 and variance 1, so that one λ means the same to every
/// coefficient, and no intercept is needed.
/// </summary>
/// <param name="Names">The features' names.</param>
/// <param name="X">442 rows of 10 features.</param>
/// <param name="Y">442 progressions.</param>
/// <param name="Deviation">The progression's standard deviation: times this, a coefficient is progression per standard deviation of its feature.</param>
internal sealed record Diabetes(ImmutableArray<string> Names, float[] X, float[] Y, double Deviation)
{
    private const string Progression = "progression";

    /// <summary>The number of patients.</summary>
    public int Count => Y.Length;

    /// <summary>The share of the progression's variance that a linear model leaves: its mean squared error, for the variance is 1.</summary>
    public double Unexplained(float[] coefficients) => Enumerable.Range(0, Count).Average(row =>
        Math.Pow(Y[row] - Enumerable.Range(0, Names.Length).Sum(j => (double)X[row * Names.Length + j] * coefficients[j]), 2));

    /// <summary>The correlation of two features.</summary>
    public double Correlation(string first, string second)
    {
        (int a, int b) = (Names.IndexOf(first), Names.IndexOf(second));
        return Enumerable.Range(0, Count).Average(row => (double)X[row * Names.Length + a] * X[row * Names.Length + b]);
    }

    /// <summary>Reads the table that lies in the program itself.</summary>
    public static Diabetes Read()
    {
        using Stream file = typeof(Diabetes).Assembly.GetManifestResourceStream("diabetes.csv")!;
        CsvTable table = CsvTable.Read(file);
        ImmutableArray<string> names = table.Columns.Remove(Progression);
        float[] x = table.Floats([.. names]), y = table.Floats(Progression);
        for (int feature = 0; feature < names.Length; feature++)
        {
            Standardize(x, feature, names.Length);
        }

        return new Diabetes(names, x, y, Standardize(y, 0, 1));
    }

    /// <summary>Standardizes the numbers at <paramref name="first"/>, <paramref name="first"/> + <paramref name="step"/>, …; returns their deviation.</summary>
    private static double Standardize(float[] values, int first, int step)
    {
        int count = values.Length / step;
        double[] column = [.. Enumerable.Range(0, count).Select(row => (double)values[first + row * step])];
        double mean = column.Average(), deviation = Math.Sqrt(column.Average(v => (v - mean) * (v - mean)));
        for (int row = 0; row < count; row++)
        {
            values[first + row * step] = (float)((column[row] - mean) / deviation);
        }

        return deviation;
    }
}
