using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The kernels of a direction, a method each, or one for many that are alike.</summary>
internal static class PassText
{
    /// <summary>What computes values: in training, and in prediction where it differs.</summary>
    public static string Forward(Plan plan, KernelMethods methods) => CSharpWriter.Blocks(
        methods.Of(plan.TrainingKernels.Concat(plan.PredictionOnly).Where(k => k.Section.Phase is Phase.Forward or Phase.Output)));

    /// <summary>The losses, in training with the gradient they start.</summary>
    public static string Losses(Plan plan, KernelMethods methods) => CSharpWriter.Blocks(
        methods.Of(plan.TrainingKernels.Concat(plan.PredictionOnly).Where(k => k.Section.Phase is Phase.Loss)));

    /// <summary>What carries the gradients back from layer to layer; nothing where heads read inputs only.</summary>
    public static string Backward(Plan plan, KernelMethods methods) => CSharpWriter.Blocks(methods.Of(plan.TrainingKernels.Where(k => k.Section.Phase is Phase.Backward)));

    /// <summary>What an attack computes and a prediction does not.</summary>
    public static IEnumerable<string> Attack(Plan plan, KernelMethods methods) => methods.Of(plan.AttackOnly);

    /// <summary>The updates.</summary>
    public static IEnumerable<string> Updates(Plan plan, KernelMethods methods) =>
        methods.Of(plan.TrainingKernels.Where(k => k.Section.Phase is Phase.Update or Phase.Constrain or Phase.Average));
}
