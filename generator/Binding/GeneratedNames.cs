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
        "_memory", "_hyperparameters", "_learningRate", "Layout", "MarkPresent", "HyperparameterValues",
    };

    /// <summary>What every class inherits: no property can take its place, though a method may override it.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>Each value has a method for each of these, <c>ForwardHidden</c>.</summary>
    private static readonly string[] Prefixes = ["Forward", "Output", "Backward", "Update", "Loss", "Predict", "Measure", "_inverseCount"];

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
            if (IsTaken(value.Name) || Inherited.Contains(value.Name) || (value.IsHead && value.Name == TotalLoss))
            {
                yield return Taken(new Site(i), value.Name);
            }

            // Emitted parameters are named after values in camel case.
            if (network.Values.Take(i).FirstOrDefault(v => Text.Camel(v.Name) == Text.Camel(value.Name)) is { } other)
            {
                yield return new Problem(Rules.NamesMeet, new Site(i), new[] { value.Name, other.Name, Text.Camel(value.Name) }.ToEquatable());
            }
        }

        foreach (string member in network.OtherMembers.Where(IsTaken))
        {
            yield return Taken(Site.Class.At(member), member);
        }

        bool IsTaken(string name) => Members.Contains(name) || Prefixes.Any(prefix =>
            name.StartsWith(prefix, StringComparison.Ordinal) && network.Values.Any(v => v.Name == name.Substring(prefix.Length)));
    }

    private static Problem Taken(Site site, string name) => new(Rules.NameTaken, site, new[] { name }.ToEquatable());
}
