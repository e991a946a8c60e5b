using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Binding;

/// <summary>The names that emitted code takes for itself, and the user's names that meet them.</summary>
internal static class GeneratedNames
{
    /// <summary>The public methods, which the user's own may overload.</summary>
    private static readonly HashSet<string> Methods = new(NetworkSurface.Whole.Methods.Select(method => method.Name), StringComparer.Ordinal);

    /// <summary>What every network has.</summary>
    private static readonly HashSet<string> Members = new(
        [.. Methods, .. NetworkSurface.Whole.Properties.Select(property => property.Name), .. NetworkSurface.Whole.Records.Select(record => record.Name)],
        StringComparer.Ordinal)
    {
        "Layout", "MaskTargets", "ReportLosses", "RunStep", "RunPrediction", "RunSingleRowPrediction", "RunMeasurement", "RunStochasticPass", "RunAttackStep", "CompiledFor", "NormOfGradients",
        "_memory", "_hyperparameters", "_learningRate", "_team", "_rows", "_step", "_predict", "_predictRow", "_measure", "_stochasticPass", "_runStochasticPass", "_attack", "_attackEpsilon", "_attackStep",
        "_mixupShare", "_beta1Correction", "_beta2Correction",
    };

    /// <summary>What every class inherits: no property can take its place, though a method may override it.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>What the record of an evaluation has beside a property for each head: its own loss, and what C# gives a record.</summary>
    private static readonly HashSet<string> OfEvaluation = new(StringComparer.Ordinal) { "Loss", "Clone", "Deconstruct", "EqualityContract", "PrintMembers" };

    /// <summary>Each value has methods named after it, <c>ForwardHidden</c> or <c>UpdateHiddenWeights</c>, and each head a field.</summary>
    private static readonly string[] Prefixes = ["Forward", "Output", "Backward", "Update", "Gradient", "Norms", "Constrain", "Average", "Loss", "Predict", "SingleRow", "Measure", "Stochastic", "_inverseCount", "AttackForward", "AttackLoss", "AttackBackward", "AttackUpdate"];

    private static readonly string[] Suffixes = ["", .. Catalogue.Roles.SelectMany(role => new[] { role.Title, role.JointTitle }).OfType<string>().Distinct(), "Adversarial"];

    private static readonly char[] Digits = [.. "0123456789"];

    public static IEnumerable<Problem> Clashes(NetworkDeclaration network)
    {
        Dictionary<string, int> values = Indices(network);
        if (Members.Contains(network.Name))
        {
            yield return Taken(Site.Class, network.Name, Owner(network.Name, values)!);
        }

        DeclaredHyperparameter[] hyperparameters = [.. DeclaredHyperparameters.All(network)];
        for (int i = 0; i < network.Values.Count; i++)
        {
            ValueDeclaration value = network.Values[i];
            string? owner = IsInherited(value.Name) ? "every class inherits a member of that name"
                : value.IsHead && IsOfEvaluation(value.Name) ? "the result of Evaluate has a property for each head, and a member of that name already"
                : Owner(value.Name, values)
                ?? (Prefixes.Select(prefix => prefix + value.Name).FirstOrDefault(Members.Contains) is { } made ? $"with it '{made}' would have two meanings" : null)
                ?? Ambiguity(hyperparameters, network, i);
            if (owner is not null)
            {
                yield return Taken(new Site(i), value.Name, owner);
            }
        }

        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        HashSet<(string Name, string Signature)>? methods = null;
        foreach (MemberDeclaration member in network.OtherMembers)
        {
            int index = indices[member.Name] = indices.TryGetValue(member.Name, out int last) ? last + 1 : 0;
            bool isOverload = member.Signature is { } signature && Methods.Contains(member.Name)
                && !(methods ??= DeclaredSurface.Certain(network)).Contains((member.Name, signature));
            if (!isOverload && Owner(member.Name, values) is { } owner && reported.Add(member.Name))
            {
                yield return Taken(Site.Class.At(member.Name, index), member.Name, member.Signature is not null && Methods.Contains(member.Name) ? "the network has a method of that name with these parameters" : owner);
            }
        }
    }

    /// <summary>What emitted files of a network have around its members. A method named after a value (<c>LossKind</c>, of a head <c>Kind</c>) hides a type as the user's own names do.</summary>
    public static NetworkFrame FrameOf(NetworkDeclaration network) =>
        new NetworkFrame(network.Namespace, network.Name, network.ContainingTypes, network.TakenNames, network.IsClsCompliant).Avoiding(Made(Types.ByName.Keys, network));

    public static bool IsTaken(string name, NetworkDeclaration network) => Owner(name, Indices(network)) is not null;

    /// <summary>Whether every class inherits a member of this name.</summary>
    public static bool IsInherited(string name) => Inherited.Contains(name);

    /// <summary>Whether the record of an evaluation can have no property of this name for a head.</summary>
    public static bool IsOfEvaluation(string head) => IsInherited(head) || OfEvaluation.Contains(head);

    /// <summary>Those of some names that emitted code has because of the name of a value.</summary>
    public static IEnumerable<string> Made(IEnumerable<string> names, NetworkDeclaration network)
    {
        Dictionary<string, int> values = Indices(network);
        return names.Where(name => Maker(name, values) is not null);
    }

    /// <summary>What takes the name, as a clause; null if nothing does.</summary>
    private static string? Owner(string name, Dictionary<string, int> values) =>
        Members.Contains(name) ? "every network has a member of that name"
        : Maker(name, values) is { } maker ? $"the compiler gives it to what it emits for '{maker}'"
        : null;

    /// <summary>The hyperparameter of a value that the class or an earlier value has by the same name, as a clause; null if there is none.</summary>
    private static string? Ambiguity(DeclaredHyperparameter[] hyperparameters, NetworkDeclaration network, int index)
    {
        foreach (DeclaredHyperparameter own in hyperparameters.Where(h => h.Value == index))
        {
            foreach (DeclaredHyperparameter other in hyperparameters.Where(h => h.Name == own.Name))
            {
                // Two values of one name are C#'s to report.
                if (other.Value is not { } value || (value < index && network.Values[value].Name != network.Values[index].Name))
                {
                    return $"with it the hyperparameter '{own.Name}' would have two meanings, that of {own.Origin} and that of {other.Origin}";
                }
            }
        }

        return null;
    }

    /// <summary>The first place of each name among the values, and of what stands for the names of many in the methods that they share.</summary>
    private static Dictionary<string, int> Indices(NetworkDeclaration network)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string kind in Catalogue.Kinds.Select(kind => kind.Attribute).Where(kind => network.Values.Count(value => value.Attributes.Any(a => a.Name == kind)) >= SharedNames.Least))
        {
            indices.Add(kind, network.Values.Count);
        }

        if (network.Values.Count(value => value.IsHead) >= SharedNames.Least)
        {
            indices.Add(SharedNames.Head, network.Values.Count);
        }

        for (int i = network.Values.Count - 1; i >= 0; i--)
        {
            indices[network.Values[i].Name] = i;
        }

        return indices;
    }

    /// <summary>The value that something of this name is emitted for, the first if it may be several.</summary>
    private static string? Maker(string name, Dictionary<string, int> values) => Prefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        .SelectMany(prefix => Stems(name.Substring(prefix.Length))).Where(values.ContainsKey).OrderBy(value => values[value]).FirstOrDefault();

    /// <summary>What a name may be made of: without one of the suffixes, and without the number that methods of the same name get.</summary>
    private static IEnumerable<string> Stems(string name)
    {
        string unnumbered = name.TrimEnd(Digits);
        IEnumerable<string> suffixed = Suffixes.Where(suffix => suffix.Length > 0 && unnumbered.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => unnumbered.Substring(0, unnumbered.Length - suffix.Length));
        return Enumerable.Range(unnumbered.Length, name.Length - unnumbered.Length + 1).Select(length => name.Substring(0, length)).Concat(suffixed);
    }

    private static Problem Taken(Site site, string name, string owner) => new(Rules.NameTaken, site, new[] { name, owner }.ToEquatable());
}
