using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Binding;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Silences C#'s warning that a value called <c>ToString</c> hides the inherited method: NG0010 says so already, as an error.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenMemberSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Said = new("NGS0001", "CS0108", "NG0010 says that the name is taken");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Said];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is { } node
                && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is IPropertySymbol property
                && NetworkSymbols.IsNetwork(property.ContainingType)
                && GeneratedNames.IsInherited(property.Name))
            {
                context.ReportSuppression(Suppression.Create(Said, diagnostic));
            }
        }
    }
}
