using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Says in one sentence that a project with networks is built without optimization, and what that costs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BuildAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => BuildRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.Options.OptimizationLevel == OptimizationLevel.Release)
            {
                return;
            }

            int networks = 0;
            start.RegisterSymbolAction(symbol => Interlocked.Add(ref networks, NetworkSymbols.IsNetwork((INamedTypeSymbol)symbol.Symbol) ? 1 : 0), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                if (networks > 0)
                {
                    end.ReportDiagnostic(Diagnostic.Create(BuildRules.NotOptimized, Location.None, end.Compilation.AssemblyName));
                }
            });
        });
    }
}
