using NetGen;
using OxyPlot;

namespace RegularizationLab.Figures;

/// <summary>A penalty at one strength, and what networks trained with it read, seed by seed.</summary>
/// <param name="Name">The penalty's name.</param>
/// <param name="Color">Its color in charts.</param>
/// <param name="Lambda">λ; 0 for no penalty.</param>
/// <param name="Readings">A network for each seed.</param>
internal sealed record Candidate(string Name, OxyColor Color, float Lambda, Reading[] Readings)
{
    /// <summary>"L1, λ = 0.003".</summary>
    public string Title => Lambda == 0 ? Name : $"{Name}, λ = {Words.Strength(Lambda)}";

    public Statistic Validation => Statistic.Of([.. Readings.Select(reading => reading.Validation.Loss)]);

    public static Candidate Of(Workbench bench, string name, OxyColor color, float lambda, Penalties penalties) =>
        new(name, color, lambda, bench.ForEachSeed(seed => Reading.Of(bench, penalties, seed)));

    /// <summary>
    /// Penalties of comparable strength: of each the strongest that costs nothing, its mean validation loss being no higher than without a
    /// penalty; the weakest if all cost something.
    /// </summary>
    /// <param name="none">No penalty.</param>
    /// <param name="ascending">One penalty at growing strengths.</param>
    public static Candidate Choose(Candidate none, Candidate[] ascending) =>
        ascending.LastOrDefault(candidate => candidate.Validation.Mean <= none.Validation.Mean) ?? ascending[0];
}
