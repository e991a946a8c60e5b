using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary><c>Augment</c>, of a network that augments images, and what its threads do.</summary>
internal static class AugmentText
{
    /// <summary>The field that holds the step that images are drawn for.</summary>
    public const string Step = "_augmentedStep";

    /// <summary>Whether images are augmented.</summary>
    public static bool IsIn(NetworkModel model) => model.Inputs.Any(input => input.Augmentations.Count > 0);

    /// <summary>The public method.</summary>
    public static string Member(Plan plan, AugmentMembers surface)
    {
        NetworkModel model = plan.Model;
        if (!IsIn(model))
        {
            return "";
        }

        var spans = new ColumnSpans(model, surface.Columns);
        (ValueModel Input, int Index, string Result)[] inputs =
            [.. model.Inputs.Select((input, i) => (input, i, surface.ResultOf(input.Name))).Where(input => input.input.Augmentations.Count > 0)];
        ValueModel first = inputs[0].Input;
        string rows = Invariant.Of($"int rows = {Types.BatchSpans}.Rows({spans.Of(first)}.Length, {first.Size}, {model.BatchSize}, \"{spans.Bare(first)}\");");
        IEnumerable<string> checks =
        [
            .. inputs.Select(i => Invariant.Of($"{Types.BatchSpans}.CheckRoom(_memory, {i.Index}, {i.Result}, rows, \"{i.Result}\");")),
            .. spans.CheckResults([.. inputs.Select(i => i.Result)], given: []),
            $"{Types.BatchSpans}.CheckStep(step, \"step\");",
            .. inputs.Select(i => Invariant.Of($"{Types.BatchSpans}.FillInput(_memory, _team, {i.Index}, {spans.Of(i.Input)}, rows, \"{spans.Bare(i.Input)}\");")),
        ];
        IEnumerable<string> reads = inputs.Select(i =>
            Invariant.Of($"{Types.BatchSpans}.ReadAugmented(_memory, {i.Index}, Layout.{Identifier.Of(plan.Buffers.OfLeaf(i.Input.Name, "Augmented").Name)}, {i.Result}, rows);"));
        return CSharpWriter.Code($$"""
            {{surface.Augment.Text}}
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{rows}}
                {{CSharpWriter.Lines(checks)}}
                _memory.PrepareTraining();
                _rows = rows;
                {{Step}} = step;
                _team.Run(_augmentRows, operations: rows * {{StepText.Operations(Kernels(plan))}});
                {{CSharpWriter.Lines(reads)}}
            }
            """);
    }

    /// <summary>What each thread does.</summary>
    public static string Run(Plan plan, KernelMethods methods) => !IsIn(plan.Model) ? "" : CSharpWriter.Code($$"""
        private long {{Step}};

        /// <summary>What each thread does to show what training makes of images.</summary>
        private void RunAugmentation<V>({{Types.Worker}} worker)
            where V : struct, {{Types.IFloats}}<V>
        {
            int rows = _rows;
            {{CSharpWriter.Lines(Kernels(plan).Select(kernel => methods.Call(kernel, "rows")))}}
        }
        """);

    private static IEnumerable<Kernel> Kernels(Plan plan) => plan.Step.Where(kernel => kernel.Effects.Any(effect => effect.Kind == EffectKind.Augment));
}
