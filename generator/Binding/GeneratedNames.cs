using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>The names that emitted code takes for itself, and the user's names that meet them.</summary>
internal static class GeneratedNames
{
    /// <summary>What every network has.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Data", "Fit", "Evaluate", "TrainStep", "Predict", "Save", "Load", "Dispose", "PredictUncertain", "Fgsm", "Pgd", "InputGradient", "UseAveragedWeights", "Penalty", "Sparsity",
        "Hyperparameters", "Evaluation", "HyperparameterValues", "Threads", "VectorBits", "TrainingExamples",
        "Layout", "MarkPresent", "ReportLosses", "ShareOfStep", "ShareOfPrediction", "ShareOfRowPrediction", "ShareOfMeasurement", "ShareOfSample", "ShareOfAttack", "CompiledFor", "NormOfGradients",
        "_memory", "_hyperparameters", "_learningRate", "_team", "_rows", "_step", "_predict", "_predictRow", "_measure", "_sample", "_samplePass", "_attack", "_attackEpsilon", "_attackStep",
        "_mixupShare", "_beta1Correction", "_beta2Correction",
    };

    /// <summary>The public methods among them, which the user's own may overload.</summary>
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "Data", "Fit", "Evaluate", "TrainStep", "Predict", "Save", "Load", "Dispose", "PredictUncertain", "Fgsm", "Pgd", "InputGradient", "UseAveragedWeights", "Penalty", "Sparsity",
    };

    /// <summary>What every class inherits: no property can take its place, though a method may override it.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>What the record of an evaluation has beside a property for each head: its own loss, and what C# gives a record.</summary>
    private static readonly HashSet<string> OfEvaluation = new(StringComparer.Ordinal) { "Loss", "Clone", "Deconstruct", "EqualityContract", "PrintMembers" };

    /// <summary>Each value has methods named after it, <c>ForwardHidden</c> or <c>UpdateHiddenWeights</c>, and each head a field.</summary>
    private static readonly string[] Prefixes = ["Forward", "Output", "Backward", "Update", "Gradient", "Norms", "Constrain", "Average", "Loss", "Predict", "OneRow", "Measure", "Sample", "_inverseCount", "AttackForward", "AttackLoss", "AttackBackward", "AttackUpdate"];

    private static readonly string[] Suffixes = ["", "Weights", "Bias", "Adversarial"];

    private static readonly char[] Digits = [.. "0123456789"];

    public static IEnumerable<Problem> Clashes(NetworkDeclaration network)
    {
        if (Members.Contains(network.Name))
        {
            yield return Taken(Site.Class, network.Name, Owner(network.Name, network)!);
        }

        DeclaredHyperparameter[] hyperparameters = [.. DeclaredHyperparameters.All(network)];
        for (int i = 0; i < network.Values.Count; i++)
        {
            ValueDeclaration value = network.Values[i];
            string? owner = IsInherited(value.Name) ? "every class inherits a member of that name"
                : value.IsHead && IsOfEvaluation(value.Name) ? "the result of Evaluate has a property for each head, and a member of that name already"
                : Owner(value.Name, network)
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
                && !(methods ??= SurfaceMethods.Certain(network)).Contains((member.Name, signature));
            if (!isOverload && Owner(member.Name, network) is { } owner && reported.Add(member.Name))
            {
                yield return Taken(Site.Class.At(member.Name, index), member.Name, member.Signature is not null && Methods.Contains(member.Name) ? "the network has a method of that name with these parameters" : owner);
            }
        }
    }

    public static bool IsTaken(string name, NetworkDeclaration network) => Owner(name, network) is not null;

    /// <summary>Whether every class inherits a member of this name.</summary>
    public static bool IsInherited(string name) => Inherited.Contains(name);

    /// <summary>Whether the record of an evaluation can have no property of this name for a head.</summary>
    public static bool IsOfEvaluation(string head) => IsInherited(head) || OfEvaluation.Contains(head);

    /// <summary>Whether emitted code has a member of this name because of the name of a value.</summary>
    public static bool IsMade(string name, NetworkDeclaration network) => Maker(name, network) is not null;

    /// <summary>What takes the name, as a clause; null if nothing does.</summary>
    private static string? Owner(string name, NetworkDeclaration network) =>
        Members.Contains(name) ? "every network has a member of that name"
        : Maker(name, network) is { } maker ? $"the compiler gives it to what it emits for '{maker}'"
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

    /// <summary>The value that something of this name is emitted for.</summary>
    private static string? Maker(string name, NetworkDeclaration network) =>
        network.Values.Select(value => value.Name).FirstOrDefault(value => Prefixes.Any(prefix => IsMade(name, prefix + value)));

    /// <summary>Whether a name is a stem with one of the suffixes; methods that would have the same name get a number.</summary>
    private static bool IsMade(string name, string stem) =>
        name.StartsWith(stem, StringComparison.Ordinal) && Suffixes.Contains(name.Substring(stem.Length).TrimEnd(Digits));

    private static Problem Taken(Site site, string name, string owner) => new(Rules.NameTaken, site, new[] { name, owner }.ToEquatable());
}
