using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>What can be asked about penalties: how much they add to the objective, how sparse they made the weights.</summary>
internal static class PenaltyText
{
    public static string Of(Plan plan, WeightMembers surface) =>
        CSharpWriter.Blocks([TrainingExamples(plan, surface), Penalty(plan, surface), Sparsity(surface)]);

    /// <summary>What the objective adds.</summary>
    public static Effect[] In(Plan plan) => [.. plan.Training.Effects.Where(e => e.Kind == EffectKind.Penalty)];

    /// <summary>Whether a strength depends on the number of training examples.</summary>
    public static bool HasPrior(Plan plan) => plan.Training.Live().Any(n => n.Op is TrainingExamples);

    private static string Sparsity(WeightMembers surface) => $"{surface.Sparsity.Text} => {Types.SparsityReport}.Of(this);";

    private static string TrainingExamples(Plan plan, WeightMembers surface) => HasPrior(plan)
        ? $$"""
            {{surface.TrainingExamples.Text}}
            {
                get => _memory.TrainingExamples;
                set
                {
                    using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                    _memory.TrainingExamples = value;
                }
            }
            """
        : "";

    private static string Penalty(Plan plan, WeightMembers surface)
    {
        Effect[] penalties = In(plan);
        if (penalties.Length == 0)
        {
            return "";
        }

        var text = new KernelText(plan, plan.Step[0]);
        return CSharpWriter.Code($$"""
            {{surface.Penalty.Text}}
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{(HasPrior(plan) ? "_memory.RequireTrainingExamples();" : "")}}
                return {{string.Join("\n    + ", penalties.Select(p => text.ScalarValue(p.Value)))}};
            }
            """);
    }
}
