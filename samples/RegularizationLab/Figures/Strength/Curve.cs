using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>What each strength of a knob gave.</summary>
/// <param name="Knob">What was varied.</param>
/// <param name="Without">The network without it, seed by seed.</param>
/// <param name="Points">The network with it, strength by strength.</param>
internal sealed record Curve(Knob Knob, StrengthPoint Without, StrengthPoint[] Points)
{
    /// <summary>The strength with the lowest mean validation loss; none may be the best, too.</summary>
    public StrengthPoint Chosen => Without.ValidationLoss.Mean <= Best.ValidationLoss.Mean ? Without : Best;

    /// <summary>The best of the strengths, by the same measure.</summary>
    public StrengthPoint Best => Points.MinBy(point => point.ValidationLoss.Mean)!;

    /// <summary>Trains every strength from every seed in one sweep; the networks without any are the same for all knobs.</summary>
    public static Curve[] Measure(Workbench bench)
    {
        Knob[] knobs = Knob.All(bench.Plan);
        SweepTable<Recipe> table = Sweep.Run(
            [.. Grid.Of(new Recipe()), .. knobs.SelectMany(knob => knob.Grid)], bench.Plan.Seeds, bench.Create, bench.Train, bench.Validation,
            new SweepOptions { Fit = new FitOptions { Epochs = bench.Plan.Epochs }, Test = bench.Test });

        int row = 0;
        StrengthPoint without = Next(0);
        return [.. knobs.Select(knob => new Curve(knob, without, [.. knob.Values.Select(Next)]))];

        StrengthPoint Next(float value)
        {
            SweepRow<Recipe> measured = table.Rows[row++];
            return measured.IsComplete
                ? new StrengthPoint(value, [.. measured.Trials.Select(t => Score.Of(t.Validation!))], [.. measured.Trials.Select(t => Score.Of(t.Test!))])
                : throw new UsageException($"A network could not be trained to the end: {measured.Point}, {measured.Trials.First(t => t.Divergence is not null).Divergence}");
        }
    }
}
