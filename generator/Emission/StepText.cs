using NetGen.Generator.Binding;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The training step, prediction and measurement, each a table of contents of kernels, and the updates.</summary>
internal static class StepText
{
    public static string Of(Plan plan)
    {
        NetworkModel model = plan.Model;
        string[] corrections = [.. plan.Training.Live().Select(n => n.Op).OfType<MomentCorrection>().Select(m => m.Beta)];
        string fields = string.Join(", ", Enumerable.Repeat("_learningRate", 1)
            .Concat(corrections.Select(CorrectionField)).Concat(model.Heads.Select(h => $"_inverseCount{h.Name}")));
        string inputs = string.Join(", ", model.Inputs.Select(i => i.Name));

        string step = CSharpWriter.Code($$"""
            /// <summary>
            /// Step t: forward, losses, backward, update. Numbers that hold for the whole step come first.
            /// There is no gradient towards {{inputs}}: nothing asks for one.
            /// </summary>
            void INetwork.Step(int rows)
            {
                long t = _memory.Steps + 1;
                {{CSharpWriter.Lines(corrections.Select(b => $"{CorrectionField(b)} = Moments.Correction(_hyperparameters.{b}, t); // 1 / (1 − {b}ᵗ)"))}}
                _learningRate = {{LearningRate(model)}};
                MarkPresent(rows);

                {{Calls(plan.Step)}}
                _memory.Steps = t;
            }
            """);

        string predict = CSharpWriter.Code($$"""
            void INetwork.Predict(int rows)
            {
                {{Calls(plan.Predict.Where(k => k.Place.Phase != Phase.Loss))}}
            }
            """);

        string evaluate = CSharpWriter.Code($$"""
            void INetwork.Evaluate(int rows)
            {
                ((INetwork)this).Predict(rows);
                MarkPresent(rows);
                {{Calls(plan.Predict.Where(k => k.Place.Phase == Phase.Loss))}}
            }
            """);

        return CSharpWriter.Blocks([$"private float {fields};", step, predict, evaluate, MarkPresent(plan), .. PassText.Updates(plan)]);
    }

    private static string CorrectionField(string beta) => $"_{Text.Camel(beta)}Correction";

    private static string Calls(IEnumerable<Kernel> kernels) => CSharpWriter.Lines(kernels.Select(k => $"{k.Name}(rows);"));

    private static string LearningRate(NetworkModel model) =>
        model.Schedules.Aggregate("_hyperparameters.LearningRate", (rate, schedule) => schedule.Apply(rate, "t", "_hyperparameters"));

    private static string MarkPresent(Plan plan) => CSharpWriter.Code($$"""
        /// <summary>Finds the rows whose target is there; a head's loss is the mean over them, and 0 if there is none.</summary>
        private void MarkPresent(int rows)
        {
            {{CSharpWriter.Lines(plan.Model.Heads.Select(h => MarkPresent(plan, h)))}}

            static float Inverse(int count) => count == 0 ? 0f : 1f / count;
        }
        """);

    private static string MarkPresent(Plan plan, ValueModel head)
    {
        string present = $"ref _memory.Work(Layout.{head.Name}Present)";
        string count = head.Loss!.HasLabels
            ? $"Targets.Present(ref _memory.Label(Layout.{head.Name}Labels), rows, {present})"
            : Text.Of($"Targets.Present(ref _memory.Work(Layout.{head.Name}Target), rows, {head.Size}, {Layout.Stride(head.Size)}, {present})");
        return $"_inverseCount{head.Name} = Inverse({count});";
    }
}
