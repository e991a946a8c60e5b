using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The kernels of a direction, one method each.</summary>
internal static class PassText
{
    /// <summary>What computes values: in training, and in prediction where it differs.</summary>
    public static string Forward(Plan plan) => CSharpWriter.Blocks(
        plan.Step.Concat(plan.PredictionOnly).Where(k => k.Section.Phase is Phase.Forward or Phase.Output).Select(k => CodeTemplate.Method(plan, k)));

    /// <summary>The losses, in training with the gradient they start.</summary>
    public static string Losses(Plan plan) => CSharpWriter.Blocks(
        plan.Step.Concat(plan.PredictionOnly).Where(k => k.Section.Phase is Phase.Loss).Select(k => CodeTemplate.Method(plan, k)));

    /// <summary>What carries the gradients back from layer to layer; nothing where heads read inputs only.</summary>
    public static string Backward(Plan plan) => CSharpWriter.Blocks(plan.TrainingKernels.Where(k => k.Section.Phase is Phase.Backward).Select(k => CodeTemplate.Method(plan, k)));

    /// <summary>What an attack computes and a prediction does not.</summary>
    public static IEnumerable<string> Attack(Plan plan) => plan.AttackOnly.Select(k => CodeTemplate.Method(plan, k));

    /// <summary>The updates.</summary>
    public static IEnumerable<string> Updates(Plan plan) =>
        plan.TrainingKernels.Where(k => k.Section.Phase is Phase.Update or Phase.Constrain or Phase.Average).Select(k => CodeTemplate.Method(plan, k));
}
