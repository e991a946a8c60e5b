using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One strength: its scores on the validation and on the test rows, seed by seed.</summary>
internal sealed record StrengthPoint(float Value, Score[] Validation, Score[] Test)
{
    public Statistic Error => Statistic.Of([.. Test.Select(score => score.Error)]);

    public Statistic ValidationError => Statistic.Of([.. Validation.Select(score => score.Error)]);

    public Statistic ValidationLoss => Statistic.Of([.. Validation.Select(score => score.Loss)]);

    public Statistic Loss => Statistic.Of([.. Test.Select(score => score.Loss)]);
}
