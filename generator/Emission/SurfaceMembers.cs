using NetGen.Generator.Binding;
using NetGen.Generator.Parsing;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The members that <see cref="SurfaceEmitter"/> adds beside the properties, judged by the attributes' names alone.</summary>
internal sealed class SurfaceMembers
{
    private readonly NetworkDeclaration _network;

    /// <summary>The names that a member may not have again.</summary>
    private readonly HashSet<string> _taken;

    /// <summary>The names that the user gave to what is no method: methods of those names stand outside the class.</summary>
    private readonly HashSet<string> _hidden;

    private readonly string _hyperparameters, _evaluation;

    /// <summary>What the declaration may mean.</summary>
    private readonly IReadOnlyList<NetworkSurface> _readings;

    public SurfaceMembers(NetworkDeclaration network)
    {
        _network = network;
        _hidden = new(network.Values.Select(v => v.Name).Concat(network.OtherMembers.Where(m => m.Signature is null).Select(m => m.Name)).Append(network.Name), StringComparer.Ordinal);
        _taken = new(_hidden.Concat(network.OtherMembers.Select(m => m.Name)), StringComparer.Ordinal);
        (_hyperparameters, _evaluation) = (Free("Hyperparameters"), Free("Evaluation"));
        _readings = DeclaredSurface.Readings(network, _hyperparameters, _evaluation);

        string Free(string name) => _taken.Contains(name) ? $"{name}Of{network.Name}" : name;
    }

    /// <summary>Those of the class.</summary>
    /// <param name="withConstructor">Whether a constructor can be among them.</param>
    public IEnumerable<string> All(bool withConstructor) =>
        [.. withConstructor ? [Constructor] : Array.Empty<string>(), .. Properties(), Hyperparameters, Evaluation, .. Methods(), Interface];

    /// <summary>
    /// Methods that stand outside the class because a member has their name that is no method: a layer called <c>Fit</c>. C# passes over it where it is
    /// called, and finds them.
    /// </summary>
    /// <param name="owner">The class, as it is named there.</param>
    public IEnumerable<SurfaceMethod> Extensions(string owner) =>
        DeclaredSurface.Methods(DeclaredSurface.Readings(_network, _hyperparameters, $"{owner}.{_evaluation}")).Where(method => _hidden.Contains(method.Name));

    private static string Interface => $$"""
        {{Types.NetworkSchema}} {{Types.INetwork}}.Schema => throw NotCompiled;

        {{Types.NetworkMemory}} {{Types.INetwork}}.Memory => throw NotCompiled;

        void {{Types.INetwork}}.Step(int rows) => throw NotCompiled;

        void {{Types.INetwork}}.Predict(int rows) => throw NotCompiled;

        void {{Types.INetwork}}.Evaluate(int rows) => throw NotCompiled;

        void global::System.IDisposable.Dispose() => throw NotCompiled;
        """;

    private string Constructor =>
        $"{_readings[0].Settings.Constructor.Text}{(_network.FirstCall is null or "" ? "" : $" : {_network.FirstCall}")} => throw NotCompiled;";

    private string Hyperparameters => CSharpWriter.Code($$"""
        {{_readings[0].Settings.Hyperparameters.Text}}
        {
            {{CSharpWriter.Lines(DeclaredHyperparameters.Of(_network).Select(h => $"public {h.Type} {h.Name} {{ get; init; }}"))}}
        }
        """);

    /// <summary>It has a property for whatever may be meant as a head.</summary>
    private string Evaluation
    {
        get
        {
            IEnumerable<(string, string)> heads = _network.Values.Where(v => !GeneratedNames.IsOfEvaluation(v.Name))
                .GroupBy(v => v.Name).Select(sameName => sameName.First())
                .Where(v => ValueRoles.Of(v).Any(role => role is ValueRole.Labels or ValueRole.Floats))
                .Select(v => (v.Name, Metrics(v)));
            return $"{TrainingMembers.EvaluationOf(_evaluation, heads).Text};";
        }
    }

    private IEnumerable<string> Methods()
    {
        var own = new HashSet<(string, string)>(_network.OtherMembers.Where(m => m.Signature is not null).Select(m => (m.Name, m.Signature!)));
        return DeclaredSurface.Methods(_readings)
            .Where(method => !_hidden.Contains(method.Name) && !own.Contains((method.Name, method.Signature)))
            .Select(method => $"{method.Text} => throw NotCompiled;");
    }

    /// <summary>No mistake leaves it open which there are.</summary>
    private IEnumerable<string> Properties() => _readings[0].Properties.Where(property => !_taken.Contains(property.Name))
        .Select(property => $"{property.Text}{(property.IsSettable ? " { get => throw NotCompiled; set => throw NotCompiled; }" : " => throw NotCompiled;")}");

    /// <summary>The type of a head's metrics; where the loss is missing, or there are several, one that has whatever is asked of it.</summary>
    private static string Metrics(ValueDeclaration head)
    {
        TypeName[] metrics = [.. ValueRoles.FormsOf(head).Select(form => form.Metrics).Distinct()];
        return metrics is [var only] ? $"{only}" : "dynamic";
    }
}
