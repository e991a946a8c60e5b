namespace NetGen.Benchmarks.Learning;

/// <summary>Mean and standard deviation (n − 1) over seeds, in per cent.</summary>
internal readonly record struct Spread(double Mean, double Deviation)
{
    public static Spread Of(IReadOnlyCollection<double> shares)
    {
        double mean = shares.Average();
        double squares = shares.Sum(share => (share - mean) * (share - mean));
        return new(100 * mean, shares.Count > 1 ? 100 * Math.Sqrt(squares / (shares.Count - 1)) : 0);
    }

    public override string ToString() => $"{Mean:F2} ± {Deviation:F2}";
}
