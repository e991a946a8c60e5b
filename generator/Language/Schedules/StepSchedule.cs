using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Schedules;

/// <summary>η·factor^⌊(t − 1)/every⌋.</summary>
internal sealed record StepSchedule(int Every, float Factor) : Schedule
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = _ => [new("StepEvery", IsInteger: true), new("StepFactor")];

    public static Schedule Bind(AttributeReader attribute) => new StepSchedule(
        attribute.Integer(nameof(StepScheduleAttribute.Every), 1, Graph.Range.Count, Rules.ScheduleOutOfRange),
        attribute.Number(nameof(StepScheduleAttribute.Factor), 0.1f, Graph.Range.Probability, Rules.ScheduleOutOfRange));

    public override IEnumerable<Hyperparameter> Hyperparameters =>
    [
        new("StepEvery", Every, Graph.Range.Count, "Updates between two drops of the learning rate.", isInteger: true),
        new("StepFactor", Factor, Graph.Range.Probability, "What each drop multiplies the learning rate by."),
    ];

    public override string Apply(string rate, string step, string hyperparameters) =>
        $"{Types.LearningRates}.Step({rate}, {step}, {hyperparameters}.StepEvery, {hyperparameters}.StepFactor)";
}
