using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The public members of a network that has been compiled: those that its plan has code for.</summary>
internal static class PlannedSurface
{
    public static NetworkSurface Of(Plan plan)
    {
        Effect[] penalties = PenaltyText.In(plan);
        NetworkFeatures features = If(plan.StochasticPass.Count > 0, NetworkFeatures.UncertainPredictions) | If(penalties.Length > 0, NetworkFeatures.Penalties)
            | If(PenaltyText.HasPrior(plan), NetworkFeatures.TrainingExamples) | If(plan.Model.Averaging is not null, NetworkFeatures.AveragedWeights)
            | If(plan.Model.Blending is not null, NetworkFeatures.BlendedRows) | If(AugmentText.IsIn(plan.Model), NetworkFeatures.AugmentedInputs);
        string formula = penalties.Length == 0 ? "" : CSharpWriter.Comment(FormulaText.Of(penalties), "");
        return new(NetworkOutline.Of(plan.Model, features) with { PenaltyFormula = formula });
    }

    private static NetworkFeatures If(bool condition, NetworkFeatures feature) => condition ? feature : NetworkFeatures.None;
}
