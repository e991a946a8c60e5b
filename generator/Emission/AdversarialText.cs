using NetGen.Generator.Binding;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The members that attack a network's inputs, and what their threads do.</summary>
internal static class AdversarialText
{
    public static string Of(Plan plan) => CSharpWriter.Blocks(
    [
        Fields, InputGradient(new Columns(plan.Model)), Fgsm(new Columns(plan.Model)), Pgd(new Columns(plan.Model)), Attack(plan), .. PassText.Attack(plan),
    ]);

    private const string Fields = """
        private Action<Worker>? _attack;
        private float _attackEpsilon, _attackStep;
        """;

    /// <summary>The parameters that are columns: the inputs, the heads' targets, and a span that takes something for each input.</summary>
    private sealed class Columns(NetworkModel model)
    {
        private readonly string[] _names = [.. model.Inputs.Concat(model.Heads).Select(v => v.Name)], _inputs = [.. model.Inputs.Select(v => v.Name)];

        public NetworkModel Model { get; } = model;

        /// <summary>The first input's, whose length says how many rows there are.</summary>
        public ValueModel First { get; } = model.Inputs.First();

        /// <summary>The parameter of a column; where one of the method's other parameters has its name, another.</summary>
        public string Of(ValueModel value) => Identifier.Parameter(value.Name, _names, AttackParameters.Reserved(_inputs));

        public string Bare(ValueModel value) => Of(value).TrimStart('@');

        /// <summary>The span that takes an input's result: <c>adversarial</c>, or <c>leftAdversarial</c> among several.</summary>
        public string Result(ValueModel input, string what) => AttackParameters.Result(input.Name, _inputs, what);

        /// <summary>Inputs, then targets.</summary>
        public string Given => string.Join(", ", Model.Inputs.Concat(Model.Heads).Select(v => $"ReadOnlySpan<{(v.Loss?.HasLabels == true ? "int" : "float")}> {Of(v)}"));

        /// <summary>A span for each input's result.</summary>
        public string Taken(string what) => string.Join(", ", Model.Inputs.Select(i => $"Span<float> {Result(i, what)}"));

        public string Documentation => CSharpWriter.Lines(Model.Inputs.Concat(Model.Heads).Select(v => $"/// <param name=\"{Bare(v)}\">{Content(v)}</param>"));

        /// <summary>The checks of all spans; what a single batch holds is checked as it is copied, which is early enough.</summary>
        public string Checks(string what) => CSharpWriter.Lines(
        [
            Text.Of($"int rows = BatchSpans.Rows({Of(First)}.Length, {First.Size}, int.MaxValue, \"{Bare(First)}\");"),
            .. Model.Inputs.Select((v, i) => Text.Of($"BatchSpans.CheckInput(_memory, {i}, {Of(v)}, rows, \"{Bare(v)}\");")),
            .. Model.Heads.Select((v, i) => Text.Of($"BatchSpans.Check{Targets(v)}(_memory, {i}, {Of(v)}, rows, \"{Bare(v)}\");")),
            .. Model.Inputs.Select((v, i) => Text.Of($"BatchSpans.CheckRoom(_memory, {i}, {Result(v, what)}, rows, \"{Result(v, what)}\");")),
        ]);

        /// <summary>Copies a batch's rows into the network's memory.</summary>
        public string Fill => CSharpWriter.Lines(
        [
            .. Model.Inputs.Select((v, i) => Text.Of($"BatchSpans.FillInput(_memory, _team, {i}, {Slice(Of(v), v.Size)}, count, \"{Bare(v)}\");")),
            .. Model.Heads.Select((v, i) => v.Loss!.HasLabels
                ? Text.Of($"BatchSpans.FillLabels(_memory, {i}, {Slice(Of(v), 1)}, count, \"{Bare(v)}\");")
                : Text.Of($"BatchSpans.FillTarget(_memory, _team, {i}, {Slice(Of(v), v.Size)}, count, \"{Bare(v)}\");")),
        ]);

        /// <summary>Copies what the attack left for each input to the caller.</summary>
        public string Read(string method, string what) =>
            CSharpWriter.Lines(Model.Inputs.Select((v, i) => Text.Of($"BatchSpans.{method}(_memory, {i}, {Slice(Result(v, what), v.Size)}, count);")));

        private static string Targets(ValueModel head) => head.Loss!.HasLabels ? "Labels" : "Target";

        private static string Slice(string span, int width) =>
            width == 1 ? $"{span}.Slice(start, count)" : Text.Of($"{span}.Slice(start * {width}, count * {width})");

        private static string Content(ValueModel v) => v.Loss is null ? Text.Of($"Row after row of {v.Size} numbers.")
            : v.Loss.HasLabels ? Text.Of($"A class 0..{v.Size - 1} per row; −1 where it is missing.")
            : Text.Of($"Row after row of {v.Size} targets; a row with a NaN is a missing target.");
    }

    private static string InputGradient(Columns columns) => CSharpWriter.Code($$"""
        /// <summary>
        /// ∂E/∂x of each row: the gradient of the row's own loss, as prediction measures it (no dropout, no penalties; label smoothing and the
        /// heads' weights as in training), whatever other rows there are. Any number of rows; nothing is allocated after the first call.
        /// </summary>
        {{columns.Documentation}}
        {{CSharpWriter.Lines(columns.Model.Inputs.Select(v => Text.Of($"/// <param name=\"{columns.Result(v, "gradient")}\">Takes {v.Size} numbers per row; 0 in a row without a target.</param>")))}}
        /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void InputGradient({{columns.Given}}, {{columns.Taken("gradient")}})
        {
            using NetworkMemory.Use use = _memory.Enter();
            {{columns.Checks("gradient")}}
            for (int start = 0; start < rows; start += {{columns.Model.BatchSize}})
            {
                int count = Math.Min({{columns.Model.BatchSize}}, rows - start);
                {{columns.Fill}}
                Attacks.Run(this, start, count, epsilon: 0, step: 0, steps: 1, randomStart: null);
                {{columns.Read("ReadGradient", "gradient")}}
            }
        }
        """);

    private static string Results(Columns columns) => CSharpWriter.Lines(columns.Model.Inputs.Select(v =>
        Text.Of($"/// <param name=\"{columns.Result(v, "adversarial")}\">Takes x′, {v.Size} numbers per row; may be the span of x itself. A row without a target stays as it is.</param>")));

    private static string Fgsm(Columns columns) => CSharpWriter.Code($$"""
        /// <summary>
        /// Fast gradient sign method: x′ = x + ε·sign(∂E/∂x), clipped to the declared range (Goodfellow, Shlens &amp; Szegedy 2015). The gradient is
        /// that of <see cref="InputGradient"/>; a feature with gradient 0 stays.
        /// </summary>
        {{columns.Documentation}}
        /// <param name="epsilon">How far a feature is moved; ≥ 0, and at most the width of the declared range.</param>
        {{Results(columns)}}
        /// <param name="targeted">Whether to go towards the targets given, x − ε·sign(∂E/∂x), and not away from them.</param>
        /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is outside its range.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Fgsm({{columns.Given}}, float epsilon, {{columns.Taken("adversarial")}}, bool targeted = false) =>
            Pgd({{string.Join(", ", columns.Model.Inputs.Concat(columns.Model.Heads).Select(columns.Of))}}, epsilon, stepSize: epsilon, steps: 1, {{string.Join(", ", columns.Model.Inputs.Select(v => columns.Result(v, "adversarial")))}}, targeted);
        """);

    private static string Pgd(Columns columns) => CSharpWriter.Code($$"""
        /// <summary>
        /// Projected gradient descent: several steps x′ ← x′ + stepSize·sign(∂E/∂x′), each clipped to [x − ε, x + ε] and to the declared range
        /// (Madry et al. 2018; without a random start Kurakin, Goodfellow &amp; Bengio 2017).
        /// </summary>
        {{columns.Documentation}}
        /// <param name="epsilon">How far a feature may be moved in all; ≥ 0, and at most the width of the declared range.</param>
        /// <param name="stepSize">How far a step moves it; ≥ 0. Usual is some 2.5·ε/steps.</param>
        /// <param name="steps">Gradients computed; ≥ 1.</param>
        {{Results(columns)}}
        /// <param name="targeted">Whether to go towards the targets given, down their loss, and not away from them.</param>
        /// <param name="randomStart">Starts at a point drawn uniformly within ε of x by this seed and the number of the row; at x if not given.</param>
        /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/>, <paramref name="stepSize"/> or <paramref name="steps"/> is outside its range.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Pgd(
            {{columns.Given}},
            float epsilon, float stepSize, int steps, {{columns.Taken("adversarial")}}, bool targeted = false, int? randomStart = null)
        {
            using NetworkMemory.Use use = _memory.Enter();
            {{columns.Checks("adversarial")}}
            Attacks.Check(Layout.Schema, epsilon, stepSize, steps);
            for (int start = 0; start < rows; start += {{columns.Model.BatchSize}})
            {
                int count = Math.Min({{columns.Model.BatchSize}}, rows - start);
                {{columns.Fill}}
                Attacks.Run(this, start, count, epsilon, targeted ? -stepSize : stepSize, steps, randomStart);
                {{columns.Read("ReadInput", "adversarial")}}
            }
        }
        """);

    private static string Attack(Plan plan) => CSharpWriter.Code($$"""
        void INetwork.Attack(int rows, float epsilon, float step, int steps)
        {
            _memory.PrepareAttack();
            _attack ??= VectorBits switch
            {
                512 => ShareOfAttack<Floats16>,
                256 => ShareOfAttack<Floats8>,
                _ => ShareOfAttack<Floats4>,
            };
            (_attackEpsilon, _attackStep) = (epsilon, step);
            MarkPresent(rows);

            _rows = rows;
            for (; steps > 0; steps--)
            {
                _team.Run(_attack, operations: rows * {{StepText.Operations(plan.Ascend)}});
            }
        }

        /// <summary>What each thread does in a step of an attack: forward as in prediction, losses, backward to the inputs, which move.</summary>
        private void ShareOfAttack<V>(Worker worker)
            where V : struct, IFloats<V>
        {
            int rows = _rows;
            {{StepText.Calls(plan.Ascend)}}
        }
        """);
}
