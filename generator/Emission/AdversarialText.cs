using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The members that attack a network's inputs, and what their threads do.</summary>
internal static class AdversarialText
{
    public static string Of(Plan plan, KernelMethods methods) => CSharpWriter.Blocks(
    [
        Fields, .. Methods(plan.Model, new AttackSpans(plan.Model)), Attack(plan, methods), .. PassText.Attack(plan, methods),
    ]);

    private static IEnumerable<string> Methods(NetworkModel model, AttackSpans spans) => [InputGradient(model, spans), Fgsm(model, spans), Pgd(model, spans)];

    private static string Fields => $$"""
        private {{Types.Action}}<{{Types.Worker}}>? _attack;
        private float _attackEpsilon, _attackStep;
        """;

    /// <summary>The parameters of an attack: the network's columns, and a span that takes something for each input.</summary>
    private sealed class AttackSpans(NetworkModel model)
    {
        private readonly string[] _inputs = [.. model.Inputs.Select(v => v.Name)];

        public ColumnSpans Columns { get; } = new(model, AttackParameters.Reserved([.. model.Inputs.Select(v => v.Name)]));

        /// <summary>The span that takes an input's result: <c>adversarial</c>, or <c>leftAdversarial</c> among several.</summary>
        public string Result(ValueModel input, string what) => AttackParameters.Result(input.Name, _inputs, what);

        /// <summary>Inputs, then targets.</summary>
        public string Given => string.Join(", ", Columns.All.Select(Columns.Given));

        /// <summary>A span for each input's result.</summary>
        public string Taken(string what) => string.Join(", ", model.Inputs.Select(i => $"{Types.Span}<float> {Result(i, what)}"));

        public string Documentation => CSharpWriter.Lines(Columns.All.Select(Columns.Documentation));

        /// <summary>The checks of all spans.</summary>
        public string Checks(string what) => CSharpWriter.Lines(
        [
            Columns.CountRows("int.MaxValue"), .. Columns.CheckInputs(), .. Columns.CheckTargets(),
            .. model.Inputs.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.CheckRoom(_memory, {i}, {Result(v, what)}, rows, \"{Result(v, what)}\");")),
            .. Columns.CheckResults([.. model.Inputs.Select(v => Result(v, what))], Columns.All),
        ]);

        /// <summary>Copies a batch's rows into the network's memory.</summary>
        public string Fill => CSharpWriter.Lines([.. Columns.FillInputs(byBatch: true), .. Columns.FillTargets(byBatch: true)]);

        /// <summary>Copies what the attack left for each input to the caller.</summary>
        public string Read(string method, string what) =>
            CSharpWriter.Lines(model.Inputs.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.{method}(_memory, {i}, {ColumnSpans.Slice(Result(v, what), v.Size)}, count);")));
    }

    private static string InputGradient(NetworkModel model, AttackSpans spans) => CSharpWriter.Code($$"""
        /// <summary>
        /// ∂E/∂x of each row: the gradient of the row's own loss, as prediction measures it (no dropout, no penalties, no label smoothing; the
        /// heads' weights as in training), whatever other rows there are. Any number of rows; nothing is allocated after the first call.
        /// </summary>
        {{spans.Documentation}}
        {{CSharpWriter.Lines(model.Inputs.Select(v => Invariant.Of($"/// <param name=\"{spans.Result(v, "gradient")}\">Takes {v.Size} numbers per row; 0 in a row without a target.</param>")))}}
        /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void InputGradient({{spans.Given}}, {{spans.Taken("gradient")}})
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            {{spans.Checks("gradient")}}
            for (int start = 0; start < rows; start += {{model.BatchSize}})
            {
                int count = {{Types.Math}}.Min({{model.BatchSize}}, rows - start);
                {{spans.Fill}}
                {{Types.Attacks}}.Run(this, start, count, epsilon: 0, step: 0, steps: 1, randomStart: null);
                {{spans.Read("ReadGradient", "gradient")}}
            }
        }
        """);

    private static string Results(NetworkModel model, AttackSpans spans) => CSharpWriter.Lines(model.Inputs.Select(v =>
        Invariant.Of($"/// <param name=\"{spans.Result(v, "adversarial")}\">Takes x′, {v.Size} numbers per row; may be the span of x itself. A row without a target stays as it is.</param>")));

    private static string Fgsm(NetworkModel model, AttackSpans spans) => CSharpWriter.Code($$"""
        /// <summary>
        /// Fast gradient sign method: x′ = x + ε·sign(∂E/∂x), clipped to the declared range (Goodfellow, Shlens &amp; Szegedy 2015). The gradient is
        /// that of <c>InputGradient</c>; a feature with gradient 0 stays.
        /// </summary>
        {{spans.Documentation}}
        /// <param name="epsilon">How far a feature is moved; ≥ 0, and at most the width of the declared range.</param>
        {{Results(model, spans)}}
        /// <param name="targeted">Whether to go toward the targets given, x − ε·sign(∂E/∂x), and not away from them.</param>
        /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.</exception>
        /// <exception cref="{{Types.ArgumentOutOfRangeException}}"><paramref name="epsilon"/> is outside its range.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Fgsm({{spans.Given}}, float epsilon, {{spans.Taken("adversarial")}}, bool targeted = false) =>
            Pgd({{string.Join(", ", spans.Columns.All.Select(spans.Columns.Of))}}, epsilon, stepSize: epsilon, steps: 1, {{string.Join(", ", model.Inputs.Select(v => spans.Result(v, "adversarial")))}}, targeted, randomStart: null);
        """);

    private static string Pgd(NetworkModel model, AttackSpans spans) => CSharpWriter.Code($$"""
        /// <summary>
        /// Projected gradient descent: several steps x′ ← x′ + stepSize·sign(∂E/∂x′), each clipped to [x − ε, x + ε] and to the declared range
        /// (Madry et al. 2018; without a random start Kurakin, Goodfellow &amp; Bengio 2017).
        /// </summary>
        {{spans.Documentation}}
        /// <param name="epsilon">How far a feature may be moved in all; ≥ 0, and at most the width of the declared range.</param>
        /// <param name="stepSize">How far a step moves it; ≥ 0. Usual is some 2.5·ε/steps; 0 returns the start.</param>
        /// <param name="steps">Gradients computed; 1 to 1,000,000.</param>
        {{Results(model, spans)}}
        /// <param name="targeted">Whether to go toward the targets given, down their loss, and not away from them.</param>
        /// <param name="randomStart">Starts at a point drawn uniformly within ε of x by this seed and the number of the row; at x if not given.</param>
        /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.</exception>
        /// <exception cref="{{Types.ArgumentOutOfRangeException}}"><paramref name="epsilon"/>, <paramref name="stepSize"/> or <paramref name="steps"/> is outside its range.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Pgd(
            {{spans.Given}},
            float epsilon, float stepSize, int steps, {{spans.Taken("adversarial")}}, bool targeted = false, int? randomStart = null)
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            {{spans.Checks("adversarial")}}
            {{Types.Attacks}}.Check(Layout.Schema, epsilon, stepSize, steps);
            for (int start = 0; start < rows; start += {{model.BatchSize}})
            {
                int count = {{Types.Math}}.Min({{model.BatchSize}}, rows - start);
                {{spans.Fill}}
                {{Types.Attacks}}.Run(this, start, count, epsilon, targeted ? -stepSize : stepSize, steps, randomStart);
                {{spans.Read("ReadInput", "adversarial")}}
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
