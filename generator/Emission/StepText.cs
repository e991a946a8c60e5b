using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The training step, prediction and measurement, each a table of contents of kernels, and the updates.</summary>
internal static class StepText
{
    public static string Of(Plan plan, KernelMethods methods)
    {
        NetworkModel model = plan.Model;
        string[] corrections = [.. plan.Training.Live().Select(n => n.Op).OfType<MomentCorrection>().Select(m => m.Beta)];
        string fields = string.Join(", ", Enumerable.Repeat("_learningRate", 1)
            .Concat(corrections.Select(CorrectionField)).Concat(model.Heads.Select(h => $"_inverseCount{h.Name}")).Concat(model.Blending is Mixup ? ["_mixupShare"] : []));
        string cut = model.Blending is CutMix ? $"\nprivate {Types.CutBox} _cut;" : "";
        string inputs = string.Join(", ", model.Inputs.Select(i => i.Name));

        string operations = Operations([.. plan.Step, .. Enumerable.Repeat(plan.AttackIteration, plan.AttackIterationCount).SelectMany(again => again)]);
        string step = CSharpWriter.Code($$"""
            {{Types.Team}} {{Types.INetwork}}.Team => _team;

            bool {{Types.INetwork}}.HasIdleThread => _team.HasIdleThread(operations: {{(model.BatchSize == 1 ? "" : Invariant.Of($"{model.BatchSize} * "))}}{{operations}});

            /// <summary>
            /// Step t: forward, losses, backward, update. Numbers that hold for the whole step come first.
            /// {{(model.Adversarial is null ? $"There is no gradient toward {inputs}: nothing asks for one." : $"The gradient toward {(model.Adversarial.RandomStart ? "adversarial " : "")}{inputs} makes adversarial rows, on which the step trains, too.")}}
            /// </summary>
            void {{Types.INetwork}}.Step(int rows)
            {
                using {{Types.NetworkMemory}}.Use use = _memory.EnterWithLabels(rows);
                {{(PenaltyText.HasPrior(plan) ? "_memory.RequireTrainingExamples();" : "")}}
                {{(model.NormalizedByRows is null ? "" : "_memory.RequireStatistics(rows);")}}
                _memory.PrepareTraining();
                long t = _memory.Steps + 1;
                {{CSharpWriter.Lines(corrections.Select(b => $"{CorrectionField(b)} = {Types.Moments}.Correction(_hyperparameters.{b}, t); // 1 / (1 − {b}ᵗ)"))}}
                _learningRate = {{LearningRate(model)}};
                MaskTargets(rows);
                {{Blended(model.Blending)}}
                {{(AugmentText.IsIn(model) ? $"{AugmentText.Step} = _memory.Steps;" : "")}}

                _rows = rows;
                _team.Run(_step, operations: rows * {{operations}});
                ReportLosses(rows);
                _memory.Steps = t;
            }

            /// <summary>What each thread does in a step. At a barrier they wait for each other: what it says holds from there on.</summary>
            private void RunStep<V>({{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                int rows = _rows;
                {{StepCalls(plan, methods)}}
            }

            /// <summary>The mean loss of each head, NaN where no target is there; the rows are summed in their order{{(plan.Model.BatchSize > ReduceBatch.BlockRows ? Invariant.Of($", in blocks of {ReduceBatch.BlockRows}") : "")}}, whoever computed them.</summary>
            private void ReportLosses(int rows)
            {
                {{CSharpWriter.Lines(plan.Training.Effects.Where(e => e.Kind == EffectKind.Loss).Select((e, i) => Report(plan, e, i)))}}
            }
            """);

        string prediction = CSharpWriter.Code($$"""
            void {{Types.INetwork}}.Predict(int rows)
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter(rows);
                _rows = rows;
                _team.Run(rows == 1 ? _predictRow : _predict, operations: rows * {{Operations(plan.Predict)}});
            }

            /// <summary>What each thread does in a prediction.</summary>
            private void RunPrediction<V>({{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                int rows = _rows;
                {{Calls(methods, plan.Predict)}}
            }

            /// <summary>What each thread does in a prediction of one row: the weights are read once, in their own order.</summary>
            private void RunSingleRowPrediction<V>({{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                {{Calls(methods, plan.PredictSingleRow, "rows: 1")}}
            }
            """);

        string evaluate = CSharpWriter.Code($$"""
            void {{Types.INetwork}}.Evaluate(int rows)
            {
                using {{Types.NetworkMemory}}.Use use = _memory.EnterWithLabels(rows);
                (({{Types.INetwork}})this).Predict(rows);
                MaskTargets(rows);
                _team.Run(_measure, operations: 0);
            }

            /// <summary>The loss of each row, measured without dropout. Little work: one thread does it.</summary>
            private void RunMeasurement<V>({{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                int rows = _rows;
                {{Calls(methods, plan.Measure)}}
            }
            """);

        return CSharpWriter.Blocks([$"private float {fields};\nprivate int _rows;{cut}", step, prediction, evaluate, StochasticPassText.Of(plan, methods), AugmentText.Run(plan, methods), MaskTargets(plan), .. PassText.Updates(plan, methods)]);
    }

    /// <summary>What a step draws for blends: the share, and the partners.</summary>
    private static string Blended(Blending? blending)
    {
        string draw = blending switch
        {
            Mixup => $"_mixupShare = {Types.Mixup}.Share(_hyperparameters.{blending.AlphaName}, _memory.Seed, _memory.Steps);",
            CutMix cut => Invariant.Of($"_cut = {Types.CutMix}.Draw(_hyperparameters.{blending.AlphaName}, _memory.Seed, _memory.Steps, height: {cut.Height}, width: {cut.Width});"),
            _ => "",
        };
        return draw.Length == 0 ? "" : $"{draw}\n_memory.DrawPartners(rows);";
    }

    private static string CorrectionField(string beta) => $"_{Invariant.Camel(beta)}Correction";

    /// <summary>The kernels in order, and the barriers between them, each with its reason.</summary>
    public static string Calls(KernelMethods methods, IEnumerable<Kernel> kernels, string rows = "rows") => CSharpWriter.Lines(kernels.Select(k => CSharpWriter.Code($$"""
        {{(k.Barrier is { } barrier ? $"worker.Barrier(); // {Why(barrier)}" : "")}}
        {{methods.Call(k, rows)}}
        """)));

    private static string Why(Planning.Barrier barrier)
    {
        Node value = barrier.Value;
        string owner = value.Op is Parameter p ? p.Layer : value.Section.Owner, own = value.Name ?? value.Op.Name;
        string name = (owner.Length == 0 || value.IsNamedAfter(owner) ? own : $"{owner}.{own}") + (value.Op is Leaf ? "" : value.Section.Suffix);
        return barrier.Reason switch
        {
            BarrierReason.Complete => $"{name} is complete",
            BarrierReason.Read => $"{name} has been read",
            _ => $"{name} is done with; its memory is used again",
        };
    }

    /// <summary>The step's kernels. Where x′ is made in several steps, those of adversarial rows run once for each before the updates.</summary>
    private static string StepCalls(Plan plan, KernelMethods methods) => plan.AttackIterationCount == 0 ? Calls(methods, plan.Step) : CSharpWriter.Code($$"""
        {{Calls(methods, plan.Step.Take(plan.AdversarialStart))}}
        // {{(plan.Model.Adversarial!.RandomStart ? "x′ starts at random" : "The clean rows gave the first x′")}}; {{(plan.AttackIterationCount == 1 ? "this iteration moves" : "each of these iterations moves")}} it once{{(plan.Model.Adversarial.RandomStart ? "" : " more")}}.
        {{CountedLoop.Of("step", plan.AttackIterationCount, _ => Calls(methods, plan.AttackIteration))}}

        {{Calls(methods, plan.Step.Skip(plan.AdversarialStart))}}
        """);

    public static string Operations(IEnumerable<Kernel> kernels) => Invariant.Count(Plan.OperationsPerRow(kernels)).Replace(',', '_') + "L";

    private static string Report(Plan plan, Effect loss, int index) =>
        Invariant.Of($"_memory.HeadLosses[{index}] = _memory.TargetWeights[{index}] == 0 ? float.NaN : {new KernelText(plan, plan.Step[0]).ScalarValue(loss.Value)};");

    private static string LearningRate(NetworkModel model) =>
        model.Schedules.Aggregate("_hyperparameters.LearningRate", (rate, schedule) => schedule.Apply(rate, "t", "_hyperparameters"));

    private static string MaskTargets(Plan plan) => CSharpWriter.Code($$"""
        /// <summary>Finds the rows whose target is there; a head's loss is the mean over them, and adds nothing if there is none.</summary>
        private void MaskTargets(int rows)
        {
            {{CSharpWriter.Lines(plan.Model.Heads.Select((h, i) => MaskTargets(plan, h, Invariant.Of($"_memory.TargetWeights[{i}]"))))}}

            static float Inverse(float weight) => weight == 0 ? 0f : 1f / weight;
        }
        """);

    /// <summary>How much a head's targets weigh together: their count, or, where classes have weights, the sum of these.</summary>
    private static string MaskTargets(Plan plan, ValueModel head, string weight)
    {
        string present = $"ref _memory.Work(Layout.{plan.Buffers.OfLeaf(head.Name, "Present").Name})";
        string count = head.Loss!.HasLabels
            ? $"{Types.Targets}.Present(ref _memory.Label(Layout.{plan.Buffers.OfLeaf(head.Name, "Labels").Name}), rows, {present})"
            : Invariant.Of($"{Types.Targets}.Present(ref _memory.Batch(Layout.{plan.Buffers.OfLeaf(head.Name, "Target").Name}), rows, {head.Size}, {plan.Buffers.OfLeaf(head.Name, "Target").Stride}, {present})");
        string weights = head.Loss.ClassWeights.Count == 0 ? $"{weight} = {count};" : $"""
            {count};
            {weight} = {Types.Targets}.Weights(ref _memory.Label(Layout.{plan.Buffers.OfLeaf(head.Name, "Labels").Name}), rows, Layout.{ClassWeight.Table(head.Name)});
            """;
        return $"{weights}\n_inverseCount{head.Name} = Inverse({weight});";
    }
}
