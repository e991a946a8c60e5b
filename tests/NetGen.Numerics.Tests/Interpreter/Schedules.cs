using NetGen.Generator.Language;
using NetGen.Generator.Language.Schedules;

namespace NetGen.Numerics.Tests;

/// <summary>η of an update as the schedule attributes document it, in double.</summary>
internal static class Schedules
{
    /// <param name="model">The schedules, in the order they apply.</param>
    /// <param name="h">The hyperparameters.</param>
    /// <param name="step">The update, from 1.</param>
    public static double Rate(NetworkModel model, IReadOnlyDictionary<string, double> h, long step) =>
        model.Schedules.Aggregate(h["LearningRate"], (rate, schedule) => rate * schedule switch
        {
            StepSchedule => Math.Pow(h["StepFactor"], Math.Floor((step - 1) / h["StepEvery"])),
            CosineSchedule => Cosine(h["CosineFinal"], Turned(step, h["CosineSteps"])),
            WarmUp => Math.Min(1, step / h["WarmUpSteps"]),
            _ => throw new NotSupportedException($"The interpreter has no meaning for {schedule}."),
        });

    private static double Cosine(double final, double share) => final + (1 - final) * 0.5 * (1 + Math.Cos(Math.PI * share));

    /// <summary>The share of the half turn that update <paramref name="step"/> has done: 0 at the first, 1 from the last on.</summary>
    private static double Turned(long step, double steps) => step >= steps ? 1 : (step - 1) / (steps - 1);
}
