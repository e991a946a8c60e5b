using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>What each strength of a knob gave.</summary>
/// <param name="Knob">What was varied.</param>
/// <param name="Without">The network without it, seed by seed.</param>
/// <param name="Points">The network with it, strength by strength.</param>
internal sealed record Curve(Knob Knob, StrengthPoint Without, StrengthPoint[] Points)
{
    /// <summary>
    /// Whether the validation error chooses, and not its loss, and the test error alone is judged, of networks trained to the end: losses against
    /// smoothed labels and against hard ones cannot be compared.
    /// </summary>
    public bool IsByError { get; init; }

    /// <summary>The strength that is best on the validation rows; none may be the best, too.</summary>
    public StrengthPoint Chosen => Choice(Without) <= Choice(Best) ? Without : Best;

    /// <summary>The best of the strengths, by the same measure.</summary>
    public StrengthPoint Best => Points.MinBy(Choice)!;

    /// <summary>Trains every strength from every seed in one sweep; the networks without any are the same for all knobs.</summary>
    public static Curve[] Measure(Workbench bench, Knob[] knobs)
    {
        bool isByError = knobs.Any(knob => knob.ChangesLoss);
        SweepTable<Recipe> table = bench.Sweep(
            [.. Grid.Of(new Recipe()), .. knobs.SelectMany(knob => knob.Grid)], bench.Create, new FitOptions { Epochs = bench.Plan.Epochs, KeepBest = !isByError });

        int row = 0;
        StrengthPoint without = Next(0);
        return [.. knobs.Select(knob => new Curve(knob, without, [.. knob.Values.Select(Next)]) { IsByError = isByError })];

        StrengthPoint Next(float value)
        {
            SweepRow<Recipe> measured = table.Rows[row++];
            return measured.IsComplete
                ? new StrengthPoint(value, [.. measured.Trials.Select(t => Score.Of(t.Validation!))], [.. measured.Trials.Select(t => Score.Of(t.Test!))])
                : throw new UsageException($"A network could not be trained to the end: {measured.Point}, {measured.Trials.First(t => t.Divergence is not null).Divergence}");
        }
    }

    private double Choice(StrengthPoint point) => (IsByError ? point.ValidationError : point.ValidationLoss).Mean;
}
