using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    /// <summary>The tracked steps: the parsed class, what it means, and the files made of that.</summary>
    public const string DeclarationStep = "Declaration", ModelStep = "Model", SourcesStep = "Sources";

    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly Func<NetworkModel, CancellationToken, IReadOnlyList<(string HintName, string Text)>> _emit;

    /// <summary>The generator.</summary>
    public NetworkGenerator()
        : this(NetworkEmitter.Emit)
    {
    }

    /// <param name="emit">Compiles a model to files.</param>
    internal NetworkGenerator(Func<NetworkModel, CancellationToken, IReadOnlyList<(string HintName, string Text)>> emit) => _emit = emit;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<BoundNetwork> networks = Marked(context, Parse)
            .SelectMany(static (declaration, _) => declaration)
            .WithTrackingName(DeclarationStep)
            .Select(BoundNetwork.Of)
            .WithTrackingName(ModelStep);

        IncrementalValueProvider<EquatableArray<string>> projectNames = context.CompilationProvider.Select(ProjectNames.Of);
        IncrementalValuesProvider<CompiledNetwork> sources = networks.Combine(projectNames).Select(Compile).WithTrackingName(SourcesStep);

        // All networks together, because the names of their files must differ by more than case: Net and NET may both be networks.
        context.RegisterSourceOutput(sources.Collect(), static (output, compiled) =>
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach ((string hintName, string text) in compiled.SelectMany(network => network.Files))
            {
                string unique = hintName;
                for (int i = 2; !taken.Add(unique); i++)
                {
                    unique = Text.Of($"{i}.{hintName}");
                }

                output.AddSource(unique, SourceText.From(text, s_encoding));
            }
        });

        // Where a class stands changes with every line above it, so places are looked at apart from all else, and come in only with a failure.
        IncrementalValueProvider<ImmutableArray<(string Network, SourcePlace Place)>> places = Marked(context, PlaceOf).Collect();
        IncrementalValueProvider<EquatableArray<(Problem Problem, SourcePlace Place)>> failures = sources.Collect().Combine(places)
            .Select(static (all, _) => all.Left.Where(network => network.Failure is not null)
                .Select(network => (network.Failure!, all.Right.FirstOrDefault(place => place.Network == network.Name).Place)).ToEquatable());
        context.RegisterSourceOutput(failures, static (output, failures) =>
        {
            foreach ((Problem problem, SourcePlace place) in failures)
            {
                if (Descriptors.ToDiagnostic(problem, place.ToLocation()) is { } diagnostic)
                {
                    output.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    /// <summary>Something of each class marked <c>[Network]</c>.</summary>
    private static IncrementalValuesProvider<T> Marked<T>(IncrementalGeneratorInitializationContext context, Func<GeneratorAttributeSyntaxContext, CancellationToken, T> read) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            NetworkSymbols.NetworkAttribute, static (node, _) => node.IsKind(SyntaxKind.ClassDeclaration) || node.IsKind(SyntaxKind.RecordDeclaration), read);

    /// <summary>The declaration; none at a part that repeats the attribute, which C# rejects and which must not be compiled twice.</summary>
    private static EquatableArray<NetworkDeclaration> Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken) =>
        NetworkSymbols.IsMarkedAt((INamedTypeSymbol)target.TargetSymbol, target.TargetNode)
            ? new[] { NetworkParser.Parse((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellationToken) }.ToEquatable()
            : default;

    private static (string Network, SourcePlace Place) PlaceOf(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken) =>
        (SourceFile.HintName(NetworkFrame.Of(NetworkParser.Outline((INamedTypeSymbol)target.TargetSymbol))), SourcePlace.Of(((TypeDeclarationSyntax)target.TargetNode).Identifier));

    /// <summary>The files of a network. What is wrong with the declaration is the analyzer's to report; here a failure of the compiler itself is.</summary>
    private CompiledNetwork Compile((BoundNetwork Network, EquatableArray<string> ProjectNames) input, CancellationToken cancellationToken)
    {
        (NetworkDeclaration declaration, NetworkModel? model, EquatableArray<Problem> problems) = input.Network;
        NetworkFrame frame = (model?.Frame ?? NetworkFrame.Of(declaration)).Avoiding(input.ProjectNames);
        string name = SourceFile.HintName(frame);
        if (model is null)
        {
            return new(name, SurfaceEmitter.Emit(declaration, frame, problems).ToEquatable());
        }

        try
        {
            return new(name, _emit(model with { Frame = frame }, cancellationToken).ToEquatable());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Problem problem = Failure.Of(frame.Name, failure);
            return new(name, SurfaceEmitter.Emit(declaration, frame, [problem]).ToEquatable(), problem);
        }
    }

    /// <summary>The files of a network.</summary>
    /// <param name="Name">The first part of their names.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Failure">Why they are not what they should be, if the compiler itself failed.</param>
    private sealed record CompiledNetwork(string Name, EquatableArray<(string HintName, string Text)> Files, Problem? Failure = null);
}
