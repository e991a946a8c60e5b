using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Emission;

/// <summary>
/// The members of a network whose declaration has errors, as far as it lets them be known, with bodies that throw. So code that uses the
/// network goes on compiling, and the user sees the one diagnostic that matters.
/// </summary>
internal static class SurfaceEmitter
{
    public static IReadOnlyList<(string HintName, string Text)> Emit(NetworkDeclaration network, IEnumerable<Problem> problems)
    {
        var flaws = problems.ToLookup(p => p.Id, StringComparer.Ordinal);
        string form = flaws[Rules.ClassForm].FirstOrDefault()?.Arguments[1] ?? "";
        if (form == FileLocal)
        {
            return [];
        }

        bool isRecord = form == "a record", isStatic = form == "static";
        string typeParameters = flaws[Rules.ClassGeneric].FirstOrDefault()?.Arguments[1] ?? "";
        string keyword = isRecord ? "record" : "class", bases = isStatic ? "" : " : INetwork";
        string errors = string.Join(", ", problems.Where(Descriptors.IsError).Select(p => p.Id).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal));
        string members = CSharpWriter.Blocks([.. Properties(network, flaws), .. isStatic ? [] : Members(network, flaws, isRecord)]);
        string part = CSharpWriter.Code($$"""
            #pragma warning disable CS0108, CS1591 // Names and documentation are looked at once the declaration is right.
            partial {{keyword}} {{Identifier.Of(network.Name)}}{{typeParameters}}{{bases}}
            {
                {{members}}

                private static global::System.NotSupportedException NotCompiled => new("{{network.Name}} cannot run: its declaration has errors ({{errors}}).");
            }
            """);
        string hint = SourceFile.HintName(network) + typeParameters.Replace('<', '{').Replace('>', '}').Replace(" ", "");
        return [($"{hint}.g.cs", SourceFile.Of(network, $"{network.Name} · its declaration has errors", part))];
    }

    /// <summary>What <see cref="Rules.ClassForm"/> calls a class that no other file can continue.</summary>
    public const string FileLocal = "local to its file";

    private const string Fault = "throw NotCompiled";

    private static IEnumerable<string> Properties(NetworkDeclaration network, ILookup<string, Problem> flaws)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < network.Values.Count; i++)
        {
            ValueDeclaration value = network.Values[i];
            if (value.IsPartial && known.Add(value.Name))
            {
                // Where type or accessors are not those of a value, the flaw says what they are.
                string type = Word(Rules.PropertyType) ?? (value.IsHead ? "Head" : "Layer");
                string[] accessors = (Word(Rules.PropertyForm) is { Length: > 0 } given ? given : "get").Split(' ');
                string modifiers = value.Modifiers.Length == 0 ? "" : value.Modifiers + " ";
                yield return $"{modifiers}partial {type} {Identifier.Of(value.Name)} {{ {string.Join(" ", accessors.Select(a => $"{a} => {Fault};"))} }}";

                string? Word(string rule) => flaws[rule].FirstOrDefault(p => p.Site.Value == i)?.Arguments[2];
            }
        }
    }

    /// <summary>The members with the names they need; those that the user's own members have taken are left out.</summary>
    private static IEnumerable<string> Members(NetworkDeclaration network, ILookup<string, Problem> flaws, bool isRecord)
    {
        var taken = new HashSet<string>(network.Values.Select(v => v.Name).Concat(network.OtherMembers), StringComparer.Ordinal) { network.Name };
        string name = Identifier.Of(network.Name);
        bool hasHyperparameters = !taken.Contains("Hyperparameters");
        if (!flaws[Rules.Constructor].Any() && !isRecord)
        {
            yield return $"public {name}(int seed = 0) => {Fault};";
            yield return hasHyperparameters ? $"public {name}(Hyperparameters hyperparameters, int seed = 0) => {Fault};" : "";
        }

        if (hasHyperparameters)
        {
            yield return taken.Contains("HyperparameterValues") ? "" : $"public Hyperparameters HyperparameterValues => {Fault};";
            yield return CSharpWriter.Code($$"""
                public sealed record Hyperparameters
                {
                    {{CSharpWriter.Lines(DeclaredHyperparameters.Of(network).Select(h => $"public {h.Type} {h.Name} {{ get; init; }}"))}}
                }
                """);
        }

        ValueDeclaration[] heads = Distinct(network.Values.Where(v => v.IsHead));
        ValueDeclaration[] inputs = Distinct(network.Values.Where(v => v.Attributes.Any(a => a.Name == "Input")));
        ValueDeclaration[] columns = Distinct(inputs.Concat(heads));
        string[] names = [.. columns.Select(v => v.Name)];
        string Columns(string inputSpan, string headSpan) => string.Join(", ", columns.Select(v =>
            $"global::System.{(v.IsHead ? headSpan : inputSpan)}<{(v.IsHead && headSpan != "Span" && HasLabels(v) ? "int" : "float")}> {Identifier.Parameter(v.Name, names)}"));

        if (!taken.Contains("Evaluation") && !taken.Contains("Evaluate"))
        {
            yield return $"public Evaluation Evaluate(Dataset data) => {Fault};";
            yield return $"public sealed record Evaluation({string.Join(", ", heads.Where(h => h.Name != "Loss").Select(h => $"{Metrics(h)} {Identifier.Of(h.Name)}").Prepend("double Loss"))});";
        }

        (string Name, string Text)[] methods =
        [
            ("Data", $"public static Dataset Data({Columns("ReadOnlyMemory", "ReadOnlyMemory")}) => {Fault};"),
            ("Fit", $"""
                public FitResult Fit(
                    Dataset training, Dataset? validation = null, FitOptions? options = null,
                    global::System.IProgress<EpochReport>? progress = null, CancellationToken cancellationToken = default) => {Fault};
                """),
            ("TrainStep", $"public float TrainStep({Columns("ReadOnlySpan", "ReadOnlySpan")}) => {Fault};"),
            ("Predict", $"public void Predict({Columns("ReadOnlySpan", "Span")}) => {Fault};"),
            ("Save", $"public void Save(string path) => {Fault};"),
            ("Load", $"public void Load(string path) => {Fault};"),
            ("Dispose", $"public void Dispose() => {Fault};"),
        ];
        foreach ((_, string method) in methods.Where(m => !taken.Contains(m.Name)))
        {
            yield return method;
        }

        yield return CSharpWriter.Code($$"""
            NetworkSchema INetwork.Schema => {{Fault}};

            NetworkMemory INetwork.Memory => {{Fault}};

            void INetwork.Step(int rows) => {{Fault}};

            void INetwork.Predict(int rows) => {{Fault}};

            void INetwork.Evaluate(int rows) => {{Fault}};

            void global::System.IDisposable.Dispose() => {{Fault}};
            """);
    }

    private static ValueDeclaration[] Distinct(IEnumerable<ValueDeclaration> values) => [.. values.GroupBy(v => v.Name).Select(sameName => sameName.First())];

    private static bool HasLabels(ValueDeclaration head) => head.Attributes.Any(a => a.Name == "SoftmaxCrossEntropy");

    private static string Metrics(ValueDeclaration head) =>
        HasLabels(head) ? "ClassificationMetrics" : head.Attributes.Any(a => a.Name == "BinaryCrossEntropy") ? "BinaryMetrics" : "RegressionMetrics";
}
