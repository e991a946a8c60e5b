using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>
/// The public methods of a network, judged by the attributes' names alone: what a sound network has, and what a faulty one would have. The same list
/// tells which methods of the user's own are in their way.
/// </summary>
internal sealed class SurfaceMethods
{
    private readonly NetworkDeclaration _network;
    private readonly string _evaluation;
    private readonly string[] _inputs;
    private readonly (string Name, bool HasLabels)[] _heads;

    /// <summary>Inputs, then heads: what data sets and spans are asked for.</summary>
    private readonly string[] _columns;

    private SurfaceMethods(NetworkDeclaration network, IReadOnlyDictionary<string, ValueRole> roles, string evaluation)
    {
        (_network, _evaluation) = (network, evaluation);
        string[] names = [.. network.Values.Select(v => v.Name).Distinct(StringComparer.Ordinal)];
        _inputs = [.. names.Where(name => roles[name] == ValueRole.Input)];
        _heads = [.. names.Where(name => roles[name] is ValueRole.Labels or ValueRole.Floats).Select(name => (name, roles[name] == ValueRole.Labels))];
        _columns = [.. _inputs, .. _heads.Select(h => h.Name)];
    }

    /// <summary>Every one that the declaration may mean, none twice.</summary>
    /// <param name="network">The declaration.</param>
    /// <param name="evaluation">The name of the record of an evaluation.</param>
    public static IEnumerable<SurfaceMethod> Plausible(NetworkDeclaration network, string evaluation) =>
        ValueRoles.Readings(network).SelectMany(roles => new SurfaceMethods(network, roles, evaluation).All())
            .GroupBy(method => (method.Name, method.Signature)).Select(same => same.First());

    /// <summary>Name and signature of those that the network has whatever an undecided declaration means.</summary>
    public static HashSet<(string Name, string Signature)> Certain(NetworkDeclaration network)
    {
        HashSet<(string, string)>? certain = null;
        foreach (IReadOnlyDictionary<string, ValueRole> roles in ValueRoles.Readings(network))
        {
            IEnumerable<(string, string)> methods = new SurfaceMethods(network, roles, "").All().Select(method => (method.Name, method.Signature));
            certain = certain is null ? [.. methods] : [.. certain.Intersect(methods)];
        }

        return certain!;
    }

    private IEnumerable<SurfaceMethod> All()
    {
        SurfaceParameter[] targets = [.. Each(Types.ReadOnlySpan, Types.ReadOnlySpan, AttackParameters.Reserved(_inputs))];
        SurfaceParameter epsilon = new("float", "epsilon"), targeted = new("bool", "targeted", "false"), path = new("string", "path");
        return
        [
            new($"{Types.Dataset}", "Data", [.. Each(Types.ReadOnlyMemory, Types.ReadOnlyMemory)], IsStatic: true),
            new($"{Types.FitResult}", "Fit",
            [
                new($"{Types.Dataset}", "training"), new($"{Types.Dataset}?", "validation", "null"), new($"{Types.FitOptions}?", "options", "null"),
                new($"{Types.IProgress}<{Types.EpochReport}>?", "progress", "null"), new($"{Types.CancellationToken}", "cancellationToken", "default"),
            ]),
            new(_evaluation, "Evaluate", [new($"{Types.Dataset}", "data")]),
            new("float", "TrainStep", [.. Each(Types.ReadOnlySpan, Types.ReadOnlySpan)]),
            new("void", "Predict", [.. Each(Types.ReadOnlySpan, Types.Span)]),
            .. HasValues("Dropout", "GaussianNoise") ? [new("void", "PredictUncertain", [.. Uncertain()])] : Array.Empty<SurfaceMethod>(),
            new("void", "InputGradient", [.. targets, .. Results("gradient")]),
            new("void", "Fgsm", [.. targets, epsilon, .. Results("adversarial"), targeted]),
            new("void", "Pgd", [.. targets, epsilon, new("float", "stepSize"), new("int", "steps"), .. Results("adversarial"), targeted, new("int?", "randomStart", "null")]),
            .. Has(_network.Attributes, Penalties) || HasValues(Penalties) ? [new("double", "Penalty", [])] : Array.Empty<SurfaceMethod>(),
            new($"{Types.SparsityReport}", "Sparsity", []),
            .. Has(_network.Attributes, "AverageWeights") ? [new("void", "UseAveragedWeights", [])] : Array.Empty<SurfaceMethod>(),
            new("void", "Save", [path]),
            new("void", "Load", [path]),
            new("void", "Load", [path, new($"{Types.WeightLayout}", "layout")]),
            new("void", "Dispose", []),
        ];
    }

    private static string[] Penalties => [.. Catalogue.Penalties.Select(p => p.Attribute)];

    private bool HasValues(params string[] attributes) => _network.Values.Any(v => Has(v.Attributes, attributes));

    private static bool Has(IEnumerable<AttributeDeclaration> attributes, params string[] names) => attributes.Any(a => names.Contains(a.Name));

    /// <summary>The inputs, the number of passes, then a mean for each head and a deviation for each.</summary>
    private IEnumerable<SurfaceParameter> Uncertain()
    {
        var taken = new HashSet<string>(_inputs.Select(input => Identifier.Parameter(input, _columns)), StringComparer.Ordinal);
        string samples = UncertainParameters.Free("samples", taken);
        (string Mean, string Deviation)[] outputs = [.. _heads.Select(h => UncertainParameters.Names(h.Name, _heads.Length, taken))];
        string span = $"{Types.Span}<float>";
        return
        [
            .. _inputs.Select(input => new SurfaceParameter($"{Types.ReadOnlySpan}<float>", Identifier.Parameter(input, _columns))), new("int", samples),
            .. outputs.Select(o => new SurfaceParameter(span, o.Mean)), .. outputs.Select(o => new SurfaceParameter(span, o.Deviation)),
        ];
    }

    /// <summary>The parameters of an attack that take something for each input.</summary>
    private IEnumerable<SurfaceParameter> Results(string what) =>
        _inputs.Select(input => AttackParameters.Result(input, _inputs, what)).DefaultIfEmpty(what).Select(name => new SurfaceParameter($"{Types.Span}<float>", name));

    /// <summary>One parameter for each column; a head's are labels or floats where it is given, floats where it is predicted.</summary>
    private IEnumerable<SurfaceParameter> Each(TypeName input, TypeName head, params string[] reserved)
    {
        IReadOnlyDictionary<string, string> parameters = Identifier.Parameters(_columns, reserved);
        return
        [
            .. _inputs.Select(name => Column(name, input, "float")),
            .. _heads.Select(h => Column(h.Name, head, h.HasLabels && head != Types.Span ? "int" : "float")),
        ];

        SurfaceParameter Column(string name, TypeName type, string element) => new($"{type}<{element}>", parameters[name]);
    }
}
