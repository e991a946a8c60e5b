using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One kind of network at every learning rate.</summary>
/// <param name="Pace">Its limits.</param>
/// <param name="Laps">A lap for each rate, ascending.</param>
internal sealed record Sprint(Pace Pace, Lap[] Laps)
{
    /// <summary>The lap at the rate with the least mean validation error.</summary>
    public Lap Best => Laps.MinBy(lap => lap.Validation.Average())!;

    /// <summary>The mean validation error over all rates.</summary>
    public double Validation => Laps.Average(lap => lap.Validation.Average());

    /// <summary>Seed by seed the mean test error over the rates above one.</summary>
    public double[] Above(float rate) => [.. Laps[0].Test.Select((_, seed) => Laps.Where(lap => lap.Rate > rate).Select(lap => lap.Test[seed]).DefaultIfEmpty(Laps[^1].Test[seed]).Average())];

    /// <summary>Trains every kind of network at every rate from every seed.</summary>
    public static Sprint[] Measure(Workbench bench, IReadOnlyList<Pace> paces)
    {
        SweepTable<Pace> table = bench.Sweep(
            paces.SelectMany(pace => Grid.Of(pace).With("η", bench.Plan.SprintRates, (p, rate) => p with { Rate = rate })),
            (pace, seed) => Sprinters.Create(bench, pace, seed), new FitOptions { Epochs = bench.Plan.SprintEpochs });
        return [.. paces.Zip(table.Rows.Chunk(bench.Plan.SprintRates.Length), (pace, rows) => new Sprint(pace, [.. rows.Select(Lap.Of)]))];
    }
}
