using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>How the project is built.</summary>
internal static class BuildRules
{
    // Reported at the end of a compilation, so that a build says it once and the editor never does.
    public static readonly DiagnosticDescriptor NotOptimized = new(
        Rules.NotOptimized, "A build without optimization trains slowly",
        "{0} is compiled without optimization (Debug), and a training step takes 5 to 7 times as long as in Release: build with -c Release, or set <Optimize>true</Optimize> in the project; <NoWarn>NG0601</NoWarn> hides this",
        "NetGen.Build", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Emitted code is part of the project and compiled like it. Without optimization every operation on a vector becomes a call. The property Optimize changes how the whole project is compiled: values of locals may then be missing in the debugger.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly ImmutableArray<DiagnosticDescriptor> All = [NotOptimized];
}
