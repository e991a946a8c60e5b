using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>What can be asked about penalties: how much they add to the objective, how sparse they made the weights.</summary>
internal static class PenaltyText
{
    public static string Of(Plan plan) => CSharpWriter.Blocks([TrainingExamples(plan), Penalty(plan), Sparsity]);

    /// <summary>Whether a strength depends on the number of training examples.</summary>
    public static bool HasPrior(Plan plan) => plan.Training.Live().Any(n => n.Op is TrainingExamples);

    private static string Sparsity => $$"""
        /// <summary>How many weights of each layer are zero, and how large the others are.</summary>
        public {{Types.SparsityReport}} Sparsity() => {{Types.SparsityReport}}.Of(this);
        """;

    private static string TrainingExamples(Plan plan) => HasPrior(plan)
        ? $$"""
            /// <summary>
            /// N, the number of examples the network is trained on: a prior's strength is 1/N of what it is for one. 0 until known;
            /// <c>Fit</c> sets it to the rows of its training set, and who calls <c>TrainStep</c> instead sets it first.
            /// </summary>
            /// <exception cref="{{Types.ArgumentOutOfRangeException}}">The value is less than 1.</exception>
            public int TrainingExamples
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

    private static string Penalty(Plan plan)
    {
        Effect[] penalties = [.. plan.Training.Effects.Where(e => e.Kind == EffectKind.Penalty)];
        if (penalties.Length == 0)
        {
            return "";
        }

        var text = new KernelText(plan, plan.Step[0]);
        string unknown = HasPrior(plan) ? "/// <exception cref=\"global::System.InvalidOperationException\"><see cref=\"TrainingExamples\"/> is not known yet.</exception>" : "";
        return CSharpWriter.Code($$"""
            /// <summary>
            /// What the penalties add to the objective now, with these weights:
            {{CSharpWriter.Comment(FormulaText.Of(penalties), "/// ")}}
            /// </summary>
            {{unknown}}
            public double Penalty()
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{(HasPrior(plan) ? "_memory.RequireTrainingExamples();" : "")}}
                return {{string.Join("\n    + ", penalties.Select(p => text.ScalarValue(p.Value)))}};
            }
            """);
    }
}
