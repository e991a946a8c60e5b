using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>The names that emitted code takes for itself, and the user's names that meet them.</summary>
internal static class GeneratedNames
{
    /// <summary>What every network has or will have.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Data", "Fit", "Evaluate", "TrainStep", "Predict", "Save", "Load", "Dispose",
        "Hyperparameters", "Evaluation", "Schema", "Memory",
        "Fgsm", "InputGradient", "PredictUncertain",
        "HyperparameterValues", "Threads", "VectorBits", "Layout", "MarkPresent", "ReportLosses", "TrainPart", "PredictPart", "PredictRowPart", "MeasurePart", "Parts",
        "_memory", "_hyperparameters", "_learningRate", "_team", "_rows", "_step", "_predict", "_predictRow", "_measure", "_beta1Correction", "_beta2Correction",
    };

    /// <summary>What every class inherits: no property can take its place, though a method may override it.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>Each value has methods named after it, <c>ForwardHidden</c> or <c>UpdateHiddenWeights</c>, and each head a field.</summary>
    private static readonly string[] Prefixes = ["Forward", "Output", "Backward", "Update", "Loss", "Predict", "OneRow", "Measure", "_inverseCount"];

    private static readonly string[] Suffixes = ["", "Weights", "Bias"];

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>The record of an evaluation has this property beside one for each head.</summary>
    private const string TotalLoss = "Loss";

    public static IEnumerable<Problem> Clashes(NetworkDeclaration network)
    {
        if (Members.Contains(network.Name))
        {
            yield return Taken(Site.Class, network.Name);
        }

        for (int i = 0; i < network.Values.Count; i++)
        {
            ValueDeclaration value = network.Values[i];
            if (IsTaken(value.Name) || Inherited.Contains(value.Name) || (value.IsHead && value.Name == TotalLoss) || Prefixes.Any(prefix => Members.Contains(prefix + value.Name)))
            {
                yield return Taken(new Site(i), value.Name);
            }
        }

        foreach (string member in network.OtherMembers.Where(IsTaken))
        {
            yield return Taken(Site.Class.At(member), member);
        }

        bool IsTaken(string name) => GeneratedNames.IsTaken(name, network);
    }

    /// <summary>Whether emitted code has a member of this name, or will have.</summary>
    public static bool IsTaken(string name, NetworkDeclaration network) => Members.Contains(name) || IsMade(name, network);

    /// <summary>Whether emitted code has a member of this name because of the name of a value.</summary>
    public static bool IsMade(string name, NetworkDeclaration network) =>
        Prefixes.Any(prefix => network.Values.Any(value => IsMade(name, prefix + value.Name)));

    /// <summary>Whether a name is a stem with one of the suffixes; methods that would have the same name get a number.</summary>
    private static bool IsMade(string name, string stem) =>
        name.StartsWith(stem, StringComparison.Ordinal) && Suffixes.Contains(name.Substring(stem.Length).TrimEnd(Digits));

    private static Problem Taken(Site site, string name) => new(Rules.NameTaken, site, new[] { name }.ToEquatable());
}
