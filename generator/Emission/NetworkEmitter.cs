using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Prints a plan: the files of one network, each one subject.</summary>
internal static class NetworkEmitter
{
    /// <summary>The files by the last part of their names: <c>Digits.Forward.g.cs</c>.</summary>
    public static IReadOnlyList<(string HintName, string Text)> Emit(Plan plan)
    {
        NetworkModel model = plan.Model;
        string name = SourceFile.HintName(model.Frame);
        var methods = new KernelMethods(plan);
        NetworkSurface surface = PlannedSurface.Of(plan);
        return
        [
            ($"{name}.g.cs", SourceFile.Of(model, SurfaceText.Of(plan, surface), $" : {Types.INetwork}", SummaryText.Of(plan))),
            ($"{name}.Hyperparameters.g.cs", SourceFile.Of(model, HyperparametersText.Of(plan, surface.Settings))),
            ($"{name}.Forward.g.cs", SourceFile.Of(model, PassText.Forward(plan, methods))),
            ($"{name}.Losses.g.cs", SourceFile.Of(model, PassText.Losses(plan, methods))),
            .. PassText.Backward(plan, methods) is { Length: > 0 } backward ? [($"{name}.Backward.g.cs", SourceFile.Of(model, backward))] : Array.Empty<(string, string)>(),
            ($"{name}.Training.g.cs", SourceFile.Of(model, StepText.Of(plan, methods))),
            ($"{name}.Adversarial.g.cs", SourceFile.Of(model, AdversarialText.Of(plan, methods, surface.Attacks))),
            ($"{name}.Layout.g.cs", SourceFile.Of(model, LayoutText.Of(plan))),
        ];
    }
}
