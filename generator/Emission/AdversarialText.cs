using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The members that attack a network's inputs, and what their threads do.</summary>
internal static class AdversarialText
{
    public static string Of(Plan plan, KernelMethods methods, AttackMembers surface) => CSharpWriter.Blocks(
    [
        Fields, .. Methods(plan.Model, new AttackSpans(plan.Model, surface)), Attack(plan, methods), .. PassText.Attack(plan, methods),
    ]);

    private static IEnumerable<string> Methods(NetworkModel model, AttackSpans spans) => [InputGradient(model, spans), Fgsm(model, spans), Pgd(model, spans)];

    private static string Fields => $$"""
        private {{Types.Action}}<{{Types.Worker}}>? _attack;
        private float _attackEpsilon, _attackStep;
        """;

    /// <summary>The statements of an attack that check what it is given and takes, and copy it.</summary>
    private sealed class AttackSpans(NetworkModel model, AttackMembers surface)
    {
        public AttackMembers Surface { get; } = surface;

        public ColumnSpans Columns { get; } = new(model, surface.Columns);

        /// <summary>The checks of all spans.</summary>
        public string Checks(Func<string, string> result) => CSharpWriter.Lines(
        [
            Columns.CountRows("int.MaxValue"), .. Columns.CheckInputs(), .. Columns.CheckTargets(),
            .. model.Inputs.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.CheckRoom(_memory, {i}, {result(v.Name)}, rows, \"{result(v.Name)}\");")),
            .. Columns.CheckResults([.. model.Inputs.Select(v => result(v.Name))], Columns.All),
        ]);

        /// <summary>Copies a batch's rows into the network's memory.</summary>
        public string Fill => CSharpWriter.Lines([.. Columns.FillInputs(byBatch: true), .. Columns.FillTargets(byBatch: true)]);

        /// <summary>Copies what the attack left for each input to the caller.</summary>
        public string Read(string method, Func<string, string> result) =>
            CSharpWriter.Lines(model.Inputs.Select((v, i) =>
                Invariant.Of($"{Types.BatchSpans}.{method}(_memory, {i}, {ColumnSpans.Slice(result(v.Name), v.Size)}, count);")));
    }

    private static string InputGradient(NetworkModel model, AttackSpans spans) => CSharpWriter.Code($$"""
        {{spans.Surface.InputGradient.Text}}
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            {{spans.Checks(spans.Surface.GradientOf)}}
            for (int start = 0; start < rows; start += {{model.BatchSize}})
            {
                int count = {{Types.Math}}.Min({{model.BatchSize}}, rows - start);
                {{spans.Fill}}
                {{Types.Attacks}}.Run(this, start, count, epsilon: 0, step: 0, steps: 1, randomStart: null);
                {{spans.Read("ReadGradient", spans.Surface.GradientOf)}}
            }
        }
        """);

    private static string Fgsm(NetworkModel model, AttackSpans spans)
    {
        string given = string.Join(", ", spans.Columns.All.Select(spans.Columns.Of));
        string taken = string.Join(", ", model.Inputs.Select(v => spans.Surface.AdversarialOf(v.Name)));
        return CSharpWriter.Code($$"""
            {{spans.Surface.Fgsm.Text}} =>
                Pgd({{given}}, epsilon, stepSize: epsilon, steps: 1, {{taken}}, targeted, randomStart: null);
            """);
    }

    private static string Pgd(NetworkModel model, AttackSpans spans) => CSharpWriter.Code($$"""
        {{spans.Surface.Pgd.Text}}
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            {{spans.Checks(spans.Surface.AdversarialOf)}}
            {{Types.Attacks}}.Check(Layout.Schema, epsilon, stepSize, steps);
            for (int start = 0; start < rows; start += {{model.BatchSize}})
            {
                int count = {{Types.Math}}.Min({{model.BatchSize}}, rows - start);
                {{spans.Fill}}
                {{Types.Attacks}}.Run(this, start, count, epsilon, targeted ? -stepSize : stepSize, steps, randomStart);
                {{spans.Read("ReadInput", spans.Surface.AdversarialOf)}}
            }
        }
        """);

    private static string Attack(Plan plan, KernelMethods methods) => CSharpWriter.Code($$"""
        void {{Types.INetwork}}.Attack(int rows, float epsilon, float step, int steps)
        {
            using {{Types.NetworkMemory}}.Use use = _memory.EnterWithLabels(rows);
            {{Types.Attacks}}.Check(epsilon, step, steps);
            _memory.PrepareAttack();
            _attack ??= VectorBits switch
            {
                512 => RunAttackStep<{{Types.Floats16}}>,
                256 => RunAttackStep<{{Types.Floats8}}>,
                _ => RunAttackStep<{{Types.Floats4}}>,
            };
            (_attackEpsilon, _attackStep) = (epsilon, step);
            MaskTargets(rows);

            _rows = rows;
            for (; steps > 0; steps--)
            {
                _team.Run(_attack, operations: rows * {{StepText.Operations(plan.AttackStep)}});
            }
        }

        /// <summary>What each thread does in a step of an attack: forward as in prediction, losses, backward to the inputs, which move.</summary>
        private void RunAttackStep<V>({{Types.Worker}} worker)
            where V : struct, {{Types.IFloats}}<V>
        {
            int rows = _rows;
            {{StepText.Calls(methods, plan.AttackStep)}}
        }
        """);
}
