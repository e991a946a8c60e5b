using NetGen.Generator.Binding;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Emission;

/// <summary>The members that <see cref="SurfaceEmitter"/> adds beside the properties, judged by the attributes' names alone.</summary>
internal sealed class SurfaceMembers(NetworkDeclaration network)
{
    private readonly ValueDeclaration[] _heads = Distinct(network.Values.Where(IsHead));

    /// <summary>Inputs, then heads: what data sets and spans are asked for.</summary>
    private readonly ValueDeclaration[] _columns = Distinct(network.Values.Where(v => v.Attributes.Any(a => a.Name == "Input")).Concat(network.Values.Where(IsHead)));

    /// <summary>Names the user's own members have: emitted ones of the same name are left out.</summary>
    private readonly HashSet<string> _taken =
        new(network.Values.Select(v => v.Name).Concat(network.OtherMembers).Append(network.Name), StringComparer.Ordinal);

    /// <param name="withConstructors">Whether there are constructors.</param>
    /// <param name="baseArguments">What they pass to that of a base class.</param>
    public IEnumerable<string> All(bool withConstructors, string baseArguments) =>
        [.. withConstructors ? Constructors(baseArguments) : [], .. Hyperparameters(), .. Evaluation(), .. Methods(), Interface];

    private static string Interface => $$"""
        {{Types.NetworkSchema}} {{Types.INetwork}}.Schema => throw NotCompiled;

        {{Types.NetworkMemory}} {{Types.INetwork}}.Memory => throw NotCompiled;

        void {{Types.INetwork}}.Step(int rows) => throw NotCompiled;

        void {{Types.INetwork}}.Predict(int rows) => throw NotCompiled;

        void {{Types.INetwork}}.Evaluate(int rows) => throw NotCompiled;

        void global::System.IDisposable.Dispose() => throw NotCompiled;
        """;

    private IEnumerable<string> Constructors(string baseArguments)
    {
        string hyperparameters = _taken.Contains("Hyperparameters") ? "" : "Hyperparameters? hyperparameters = null, ";
        yield return $"public {Identifier.Of(network.Name)}({hyperparameters}int seed = 0){(baseArguments.Length == 0 ? "" : $" : base({baseArguments})")} => throw NotCompiled;";
    }

    private IEnumerable<string> Hyperparameters() => _taken.Contains("Hyperparameters") ? [] :
    [
        _taken.Contains("HyperparameterValues") ? "" : "public Hyperparameters HyperparameterValues => throw NotCompiled;",
        CSharpWriter.Code($$"""
            public sealed record Hyperparameters
            {
                {{CSharpWriter.Lines(DeclaredHyperparameters.Of(network).Select(h => $"public {h.Type} {h.Name} {{ get; init; }}"))}}
            }
            """),
    ];

    private IEnumerable<string> Evaluation()
    {
        IEnumerable<string> metrics = _heads.Where(h => !GeneratedNames.IsOfEvaluation(h.Name)).Select(h => $"{Metrics(h)} {Identifier.Of(h.Name)}");
        return _taken.Contains("Evaluation") || _taken.Contains("Evaluate") ? [] :
        [
            $"public Evaluation Evaluate({Types.Dataset} data) => throw NotCompiled;",
            $"public sealed record Evaluation({string.Join(", ", metrics.Prepend("double Loss"))});",
        ];
    }

    private IEnumerable<string> Methods()
    {
        (string Name, string Text)[] methods =
        [
            .. WithTargets(lossless: "float"),
            .. _heads.Any(head => !HasLoss(head)) ? WithTargets(lossless: "int") : [],
            ("Fit", $$"""
                public {{Types.FitResult}} Fit(
                    {{Types.Dataset}} training, {{Types.Dataset}}? validation = null, {{Types.FitOptions}}? options = null,
                    {{Types.IProgress}}<{{Types.EpochReport}}>? progress = null, {{Types.CancellationToken}} cancellationToken = default) => throw NotCompiled;
                """),
            ("Predict", $"public void Predict({string.Join(", ", Each(Types.ReadOnlySpan, Types.Span, "float"))}) => throw NotCompiled;"),
            ("PredictUncertain", $"public void PredictUncertain({Uncertain()}) => throw NotCompiled;"),
            .. Has("GaussianPrior", "LaplacePrior") ? [("TrainingExamples", "public int TrainingExamples { get => throw NotCompiled; set => throw NotCompiled; }")] : Array.Empty<(string, string)>(),
            .. Has([.. Catalogue.Penalties.Select(p => p.Attribute)]) ? [("Penalty", "public double Penalty() => throw NotCompiled;")] : Array.Empty<(string, string)>(),
            ("Sparsity", $"public {Types.SparsityReport} Sparsity() => throw NotCompiled;"),
            ("UseAveragedWeights", "public void UseAveragedWeights() => throw NotCompiled;"),
            ("Save", "public void Save(string path) => throw NotCompiled;"),
            ("Load", $"""
                public void Load(string path) => throw NotCompiled;

                public void Load(string path, {Types.WeightLayout} layout) => throw NotCompiled;
                """),
            ("Threads", "public int Threads { get => throw NotCompiled; set => throw NotCompiled; }"),
            ("VectorBits", "public int VectorBits { get => throw NotCompiled; set => throw NotCompiled; }"),
            ("Dispose", "public void Dispose() => throw NotCompiled;"),
        ];
        return methods.Where(method => !_taken.Contains(method.Name) && Has(method.Name)).Select(method => method.Text);
    }

    /// <summary>The methods that take targets. A head without a loss may be meant for labels or for floats: there is one of each.</summary>
    /// <param name="lossless">What a target of such a head is made of.</param>
    private (string Name, string Text)[] WithTargets(string lossless)
    {
        string targets = string.Concat(Each(Types.ReadOnlySpan, Types.ReadOnlySpan, lossless, AttackParameters.Reserved(InputNames)).Select(parameter => parameter + ", "));
        return
        [
            ("Data", $"public static {Types.Dataset} Data({string.Join(", ", Each(Types.ReadOnlyMemory, Types.ReadOnlyMemory, lossless))}) => throw NotCompiled;"),
            ("TrainStep", $"public float TrainStep({string.Join(", ", Each(Types.ReadOnlySpan, Types.ReadOnlySpan, lossless))}) => throw NotCompiled;"),
            ("InputGradient", $"public void InputGradient({targets}{Results("gradient")}) => throw NotCompiled;"),
            ("Fgsm", $"public void Fgsm({targets}float epsilon, {Results("adversarial")}, bool targeted = false) => throw NotCompiled;"),
            ("Pgd", $"""
                public void Pgd(
                    {targets}float epsilon, float stepSize, int steps, {Results("adversarial")},
                    bool targeted = false, int? randomStart = null) => throw NotCompiled;
                """),
        ];
    }

    /// <summary>Whether a network so declared has a method that not all have.</summary>
    private bool Has(string method) => method switch
    {
        "PredictUncertain" => IsRandom,
        "UseAveragedWeights" => network.Attributes.Any(a => a.Name == "AverageWeights"),
        _ => true,
    };

    private bool IsRandom => network.Values.Any(v => v.Attributes.Any(a => a.Name is "Dropout" or "GaussianNoise"));

    /// <summary>The inputs, the number of passes, then a mean for each head and a deviation for each.</summary>
    private string Uncertain()
    {
        string[] names = [.. _columns.Select(v => v.Name)];
        ValueDeclaration[] inputs = [.. _columns.Where(v => !IsHead(v))];
        var taken = new HashSet<string>(inputs.Select(v => Identifier.Parameter(v.Name, names)), StringComparer.Ordinal);
        string samples = UncertainText.Free("samples", taken);
        (string Mean, string Deviation)[] outputs = [.. _heads.Select(h => UncertainText.Names(h.Name, _heads.Length, taken))];
        return string.Join(", ",
        [
            .. inputs.Select(v => $"{Types.ReadOnlySpan}<float> {Identifier.Parameter(v.Name, names)}"), $"int {samples}",
            .. outputs.Select(o => $"{Types.Span}<float> {o.Mean}"), .. outputs.Select(o => $"{Types.Span}<float> {o.Deviation}"),
        ]);
    }

    private string[] InputNames => [.. _columns.Where(v => !IsHead(v)).Select(v => v.Name)];

    /// <summary>The parameters of an attack that take something for each input.</summary>
    private string Results(string what) =>
        string.Join(", ", InputNames.Select(input => $"{Types.Span}<float> {AttackParameters.Result(input, InputNames, what)}").DefaultIfEmpty($"{Types.Span}<float> {what}"));

    /// <summary>One parameter for each column; a head's are labels or floats where it is given, floats where it is predicted.</summary>
    private IEnumerable<string> Each(TypeName input, TypeName head, string lossless, params string[] reserved)
    {
        string[] names = [.. _columns.Select(v => v.Name)];
        return _columns.Select(v =>
        {
            string element = !IsHead(v) || head == Types.Span ? "float" : HasLabels(v) ? "int" : HasLoss(v) ? "float" : lossless;
            return $"{(IsHead(v) ? head : input)}<{element}> {Identifier.Parameter(v.Name, names, reserved)}";
        });
    }

    private static ValueDeclaration[] Distinct(IEnumerable<ValueDeclaration> values) => [.. values.GroupBy(v => v.Name).Select(sameName => sameName.First())];

    /// <summary>Whether one of the attributes stands on the class or on a value.</summary>
    private bool Has(params string[] names) => network.Attributes.Concat(network.Values.SelectMany(v => v.Attributes)).Any(a => names.Contains(a.Name));

    /// <summary>A value with a loss is meant as a head, also where it is declared as a layer.</summary>
    private static bool IsHead(ValueDeclaration value) => value.IsHead || HasLoss(value);

    private static bool HasLoss(ValueDeclaration value) => Catalogue.Losses.Any(loss => value.Attributes.Any(a => a.Name == loss.Attribute));

    private static bool HasLabels(ValueDeclaration head) => head.Attributes.Any(a => a.Name == "SoftmaxCrossEntropy");

    private static TypeName Metrics(ValueDeclaration head) =>
        HasLabels(head) ? Types.ClassificationMetrics : head.Attributes.Any(a => a.Name == "BinaryCrossEntropy") ? Types.BinaryMetrics : Types.RegressionMetrics;
}
