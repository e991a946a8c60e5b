using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Writes the other half of every class marked <c>[Network]</c>. Each step's result compares by value, so edits elsewhere cost nothing.</summary>
[Generator]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The tracked steps: the parsed class, and the files made of it.</summary>
    public const string DeclarationStep = "Declaration", SourcesStep = "Sources";

    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(NetworkSymbols.NetworkAttribute, static (node, _) => node.IsKind(SyntaxKind.ClassDeclaration) || node.IsKind(SyntaxKind.RecordDeclaration), Parse)
            .SelectMany(static (declaration, _) => declaration)
            .WithTrackingName(DeclarationStep);

        IncrementalValuesProvider<(EquatableArray<(string HintName, string Text)> Files, Problem? Failure)> sources =
            declarations.Select(Compile).WithTrackingName(SourcesStep);

        // All networks together, because the names of their files must differ by more than case: Net and NET may both be networks.
        context.RegisterSourceOutput(sources.Collect(), static (output, networks) =>
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach ((string hintName, string text) in networks.SelectMany(network => network.Files))
            {
                string unique = hintName;
                for (int i = 2; !taken.Add(unique); i++)
                {
                    unique = Text.Of($"{i}.{hintName}");
                }

                output.AddSource(unique, SourceText.From(text, s_encoding));
            }

            foreach (Problem failure in networks.Select(network => network.Failure).OfType<Problem>())
            {
                if (Descriptors.ToDiagnostic(failure, Location.None) is { } diagnostic)
                {
                    output.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    /// <summary>The declaration; none at a part that repeats the attribute, which C# rejects and which must not be compiled twice.</summary>
    private static EquatableArray<NetworkDeclaration> Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken) =>
        NetworkSymbols.IsMarkedAt((INamedTypeSymbol)target.TargetSymbol, target.TargetNode)
            ? new[] { NetworkParser.Parse((INamedTypeSymbol)target.TargetSymbol, cancellationToken) }.ToEquatable()
            : default;

    /// <summary>The files of a network. What is wrong with the declaration is the analyzer's to report; here a failure of the compiler itself is.</summary>
    private static (EquatableArray<(string HintName, string Text)> Files, Problem? Failure) Compile(NetworkDeclaration network, CancellationToken cancellationToken)
    {
        (NetworkModel? model, EquatableArray<Problem> problems) = Binder.Bind(network, cancellationToken);
        if (model is null)
        {
            return (SurfaceEmitter.Emit(network, problems).ToEquatable(), null);
        }

        try
        {
            return (NetworkEmitter.Emit(model, cancellationToken).ToEquatable(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Problem problem = Failure.Of(network.Name, failure);
            return (SurfaceEmitter.Emit(network, [problem]).ToEquatable(), problem);
        }
    }
}
