using NetGen.Generator.Binding;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The members that <see cref="SurfaceEmitter"/> adds beside the properties, judged by the attributes' names alone.</summary>
internal sealed class SurfaceMembers
{
    private static readonly string[] s_properties = ["Threads", "VectorBits", "TrainingExamples"];

    private readonly NetworkDeclaration _network;

    /// <summary>The names that a member may not have again.</summary>
    private readonly HashSet<string> _taken;

    /// <summary>The names that the user gave to what is no method: methods of those names stand outside the class.</summary>
    private readonly HashSet<string> _hidden;

    private readonly string _hyperparameters, _evaluation;

    public SurfaceMembers(NetworkDeclaration network)
    {
        _network = network;
        IEnumerable<string> others = network.OtherMembers.Where(m => m.Signature is null).Select(m => m.Name);
        _hidden = new(network.Values.Select(v => v.Name).Concat(others).Append(network.Name), StringComparer.Ordinal);
        _taken = new(_hidden.Concat(network.OtherMembers.Select(m => m.Name)), StringComparer.Ordinal);
        (_hyperparameters, _evaluation) = (Free("Hyperparameters"), Free("Evaluation"));

        string Free(string name) => _taken.Contains(name) ? $"{name}Of{network.Name}" : name;
    }

    /// <summary>Those of the class.</summary>
    /// <param name="withConstructor">Whether a constructor can be among them.</param>
    public IEnumerable<string> All(bool withConstructor) =>
        [.. withConstructor ? [Constructor] : Array.Empty<string>(), .. Hyperparameters(), Evaluation, .. Methods(), .. Properties(), Interface];

    /// <summary>
    /// Methods that stand outside the class because a member has their name that is no method: a layer called <c>Fit</c>. C# passes over it where it is
    /// called, and finds them.
    /// </summary>
    /// <param name="owner">The class, as it is named there.</param>
    public IEnumerable<SurfaceMethod> Extensions(string owner) =>
        SurfaceMethods.Plausible(_network, $"{owner}.{_evaluation}").Where(method => _hidden.Contains(method.Name));

    private static string Interface => $$"""
        {{Types.NetworkSchema}} {{Types.INetwork}}.Schema => throw NotCompiled;

        {{Types.NetworkMemory}} {{Types.INetwork}}.Memory => throw NotCompiled;

        void {{Types.INetwork}}.Step(int rows) => throw NotCompiled;

        void {{Types.INetwork}}.Predict(int rows) => throw NotCompiled;

        void {{Types.INetwork}}.Evaluate(int rows) => throw NotCompiled;

        void global::System.IDisposable.Dispose() => throw NotCompiled;
        """;

    private string Constructor =>
        $"public {Identifier.Of(_network.Name)}({_hyperparameters}? hyperparameters = null, int seed = 0)" +
        $"{(_network.FirstCall is null or "" ? "" : $" : {_network.FirstCall}")} => throw NotCompiled;";

    private IEnumerable<string> Hyperparameters() =>
    [
        _taken.Contains("HyperparameterValues") ? "" : $"public {_hyperparameters} HyperparameterValues => throw NotCompiled;",
        CSharpWriter.Code($$"""
            public sealed record {{_hyperparameters}}
            {
                {{CSharpWriter.Lines(DeclaredHyperparameters.Of(_network).Select(h => $"public {h.Type} {h.Name} {{ get; init; }}"))}}
            }
            """),
    ];

    private string Evaluation
    {
        get
        {
            IEnumerable<string> metrics = _network.Values.Where(v => !GeneratedNames.IsOfEvaluation(v.Name))
                .GroupBy(v => v.Name).Select(sameName => sameName.First())
                .Where(v => ValueRoles.Of(v).Any(role => role is ValueRole.Labels or ValueRole.Floats))
                .Select(v => $"{Metrics(v)} {Identifier.Of(v.Name)}");
            return $"public sealed record {_evaluation}({string.Join(", ", metrics.Prepend("double Loss"))});";
        }
    }

    private IEnumerable<string> Methods()
    {
        var own = new HashSet<(string, string)>(_network.OtherMembers.Where(m => m.Signature is not null).Select(m => (m.Name, m.Signature!)));
        return SurfaceMethods.Plausible(_network, _evaluation)
            .Where(method => !_hidden.Contains(method.Name) && !own.Contains((method.Name, method.Signature)))
            .Select(method => $"{method.Head} => throw NotCompiled;");
    }

    private bool HasPrior => _network.Attributes.Concat(_network.Values.SelectMany(v => v.Attributes)).Any(a => Catalogue.IsPrior(a.Name));

    private IEnumerable<string> Properties() => s_properties
        .Where(name => name != "TrainingExamples" || HasPrior)
        .Where(name => !_taken.Contains(name))
        .Select(name => $"public int {name} {{ get => throw NotCompiled; set => throw NotCompiled; }}");

    /// <summary>The type of a head's metrics; where the loss is missing, or there are several, one that has whatever is asked of it.</summary>
    private static string Metrics(ValueDeclaration head)
    {
        TypeName[] metrics = [.. Catalogue.Losses.Where(loss => head.Attributes.Any(a => a.Name == loss.Attribute)).Select(loss => loss.Metrics).Distinct()];
        return metrics is [var only] ? $"{only}" : "dynamic";
    }
}
