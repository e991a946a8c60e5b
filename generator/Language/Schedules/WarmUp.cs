using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Schedules;

/// <summary>η·min(1, t/steps).</summary>
internal sealed record WarmUp(int Steps) : Schedule
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = _ => [new("WarmUpSteps", IsInteger: true)];

    public static Schedule Bind(AttributeReader attribute) =>
        new WarmUp(attribute.Integer(nameof(WarmUpAttribute.Steps), 1, Graph.Range.Count, Rules.ScheduleOutOfRange));

    public override IEnumerable<Hyperparameter> Hyperparameters =>
        [new("WarmUpSteps", Steps, Graph.Range.Count, "Updates over which the learning rate rises in a line.", isInteger: true)];

    public override string Apply(string rate, string step, string hyperparameters) =>
        $"{Types.LearningRates}.WarmUp({rate}, {step}, {hyperparameters}.WarmUpSteps)";
}
