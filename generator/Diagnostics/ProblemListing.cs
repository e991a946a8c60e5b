using System.Globalization;

namespace NetGen.Generator.Diagnostics;

/// <summary>What is wrong with a declaration as text, for the trace: a line for each problem.</summary>
internal static class ProblemListing
{
    public static string Of(IEnumerable<Problem> problems) => string.Join("\n", problems.Select(Line));

    private static string Line(Problem problem) => Descriptors.ToDiagnostic(problem, null) is { } diagnostic
        ? $"{diagnostic.Id} {diagnostic.Severity}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
        : "an error that the C# compiler reports";
}
