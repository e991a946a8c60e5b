using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Reports what is wrong with a network, by the same parser and binder as the generator, at the place in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !NetworkSymbols.IsNetwork(type))
        {
            return;
        }

        NetworkDeclaration network = NetworkParser.Parse(type, context.Compilation, Catalogue.IsLoss, context.CancellationToken);
        foreach (Problem problem in Binder.Bind(network, context.CancellationToken).Problems)
        {
            Location? location = SiteLocator.Locate(type, problem.Site, context.CancellationToken);
            if (Descriptors.ToDiagnostic(problem, location) is { } diagnostic && !IsMistypedName(problem, location, context))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    /// <summary>Whether a value that does not exist is named by <c>nameof</c>: then the compiler does not find it either, and says so.</summary>
    private static bool IsMistypedName(Problem problem, Location? location, SymbolAnalysisContext context)
    {
        if (problem.Id != Rules.UnknownValue || location?.SourceTree is not { } tree
            || tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan) is not { } found
            || found.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is not { ArgumentList.Arguments: [var named] })
        {
            return false;
        }

#pragma warning disable RS1030 // A semantic model is costly, but this is asked only where a mistake has been found.
        SymbolInfo name = context.Compilation.GetSemanticModel(tree).GetSymbolInfo(named.Expression, context.CancellationToken);
#pragma warning restore RS1030
        return name.Symbol is null && name.CandidateSymbols.IsEmpty;
    }
}
