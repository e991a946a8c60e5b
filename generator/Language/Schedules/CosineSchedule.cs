using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Schedules;

/// <summary>η·(final + (1 − final)·(1 + cos πτ)/2), τ from 0 at the first update to 1 at update <c>steps</c>.</summary>
internal sealed record CosineSchedule(int Steps, float Final) : Schedule
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares =
        _ => [new("CosineSteps", IsInteger: true), new("CosineFinal")];

    public static Schedule Bind(AttributeReader attribute) => new CosineSchedule(
        attribute.Integer(nameof(CosineScheduleAttribute.Steps), 1, Graph.Range.Count, Rules.ScheduleOutOfRange),
        attribute.Number(nameof(CosineScheduleAttribute.Final), 0, Graph.Range.UnitInterval, Rules.ScheduleOutOfRange));

    public override IEnumerable<Hyperparameter> Hyperparameters =>
    [
        new("CosineSteps", Steps, Graph.Range.Count, "Updates over which the learning rate descends.", isInteger: true),
        new("CosineFinal", Final, Graph.Range.UnitInterval, "The share of the learning rate that remains at the end of the descent."),
    ];

    public override string Apply(string rate, string step, string hyperparameters) =>
        $"{Types.LearningRates}.Cosine({rate}, {step}, {hyperparameters}.CosineSteps, {hyperparameters}.CosineFinal)";
}
