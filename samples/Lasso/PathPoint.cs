using System.Globalization;

namespace Lasso;

/// <summary>The coefficients at one strength: the network's, and the reference's.</summary>
/// <param name="L1">λ₁, the strength of L1.</param>
/// <param name="L2">λ₂, the strength of L2; 0 for LASSO.</param>
/// <param name="Network">What the network learned.</param>
/// <param name="Reference">What coordinate descent found.</param>
internal sealed record PathPoint(double L1, double L2, float[] Network, double[] Reference)
{
    /// <summary>How many of the network's coefficients are not exactly 0.</summary>
    public int Selected => Network.Count(w => w != 0);

    /// <summary>The largest difference between the two.</summary>
    public double Difference => Network.Zip(Reference, (a, b) => Math.Abs(a - b)).Max();

    /// <summary>Whether both have their zeros at the same places.</summary>
    public bool SameZeros => Network.Zip(Reference, (a, b) => (a == 0) == (b == 0)).All(same => same);

    /// <summary>Both in words: "3.9e-7, same zeros".</summary>
    public string Agreement => string.Create(CultureInfo.InvariantCulture, $"{Difference:0.0e+0}, {(SameZeros ? "same" : "other")} zeros");
}
