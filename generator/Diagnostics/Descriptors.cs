using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>Every diagnostic, by its id.</summary>
internal static class Descriptors
{
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [.. CSharpRules.All, .. ArgumentRules.All, .. GraphRules.All, .. ModifierRules.All, .. TrainingRules.All, .. FitRules.All, .. BuildRules.All];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = All.ToDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>Whether no code can be made of a network with this problem.</summary>
    public static bool IsError(Problem problem) => problem.Id == Rules.Compiler || ById[problem.Id].DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The problem as the C# compiler reports it, or null where it reports it already.</summary>
    public static Diagnostic? ToDiagnostic(Problem problem, Location? location) =>
        problem.Id == Rules.Compiler ? null : Diagnostic.Create(ById[problem.Id], location, [.. problem.Arguments]);
}
