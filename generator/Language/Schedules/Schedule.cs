using NetGen.Generator.Graph;

namespace NetGen.Generator.Language.Schedules;

/// <summary>What a step makes of the learning rate: a call to the runtime's <c>LearningRates</c>.</summary>
internal abstract record Schedule
{
    /// <summary>The numbers it adds to the hyperparameter record.</summary>
    public abstract IEnumerable<Hyperparameter> Hyperparameters { get; }

    /// <summary>C# for the rate at update <paramref name="step"/> (from 1), given the rate before it.</summary>
    /// <param name="rate">C# for the rate so far.</param>
    /// <param name="step">C# for the number of the update.</param>
    /// <param name="hyperparameters">C# for the record.</param>
    public abstract string Apply(string rate, string step, string hyperparameters);
}
