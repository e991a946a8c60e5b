using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Binding;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator;

/// <summary>Writes the other half of every class marked <c>[Network]</c>. Each step's result compares by value, so edits elsewhere cost nothing.</summary>
[Generator]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>
    /// The tracked steps: the parsed class, what it means, the names that the project's <c>global using</c> lines take, and the files made of
    /// these.
    /// </summary>
    public const string DeclarationStep = "Declaration", ModelStep = "Model", ProjectNamesStep = "ProjectNames", SourcesStep = "Sources";

    /// <summary>The MSBuild property <c>NetGenTrace</c>: if it is true, a file beside the generated code lists what every stage made.</summary>
    private const string TraceProperty = "build_property.NetGenTrace";

    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly Func<NetworkModel, Trace?, CancellationToken, IReadOnlyList<(string HintName, string Text)>> _emit;
    private readonly Func<NetworkDeclaration, NetworkFrame, IEnumerable<Problem>, IReadOnlyList<(string HintName, string Text)>> _emitSurface;

    /// <summary>The generator.</summary>
    public NetworkGenerator()
        : this(Compiler.Compile)
    {
    }

    /// <param name="emit">Compiles a model to files; adds what it does to the trace, if there is one.</param>
    /// <param name="emitSurface">Writes the members of a network that cannot be compiled; null for the emitter's own.</param>
    internal NetworkGenerator(
        Func<NetworkModel, Trace?, CancellationToken, IReadOnlyList<(string HintName, string Text)>> emit,
        Func<NetworkDeclaration, NetworkFrame, IEnumerable<Problem>, IReadOnlyList<(string HintName, string Text)>>? emitSurface = null) =>
        (_emit, _emitSurface) = (emit, emitSurface ?? SurfaceEmitter.Emit);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<BoundNetwork> networks = Marked(context, Parse)
            .SelectMany(static (declaration, _) => declaration)
            .WithTrackingName(DeclarationStep)
            .Select(BoundNetwork.Of)
            .WithTrackingName(ModelStep);

        IncrementalValueProvider<EquatableArray<string>> projectNames =
            context.SyntaxProvider.CreateSyntaxProvider(ProjectNames.IsGlobalUsing, ProjectNames.OfLine)
            .Collect()
            .Select(ProjectNames.Of)
            .WithTrackingName(ProjectNamesStep);
        IncrementalValueProvider<bool> isTraced = context.AnalyzerConfigOptionsProvider.Select(static (provider, _) =>
            provider.GlobalOptions.TryGetValue(TraceProperty, out string? value) && bool.TryParse(value, out bool on) && on);
        IncrementalValuesProvider<CompiledNetwork> sources = networks.Combine(projectNames).Combine(isTraced).Select(Compile).WithTrackingName(SourcesStep);

        // All networks together, because the names of their files must differ by more than case: Net and NET may both be networks.
        context.RegisterSourceOutput(sources.Collect(), static (output, compiled) =>
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach ((string hintName, string text) in compiled.SelectMany(network => network.Files))
            {
                string unique = hintName;
                for (int i = 2; !taken.Add(unique); i++)
                {
                    unique = Invariant.Of($"{i}.{hintName}");
                }

                output.AddSource(unique, SourceText.From(text, s_encoding));
            }
        });

        // Where a class stands changes with every line above it, so positions are looked at apart from all else, and come in only with a failure.
        IncrementalValueProvider<ImmutableArray<(string Network, SourcePosition Position)>> positions = Marked(context, PositionOf).Collect();
        IncrementalValueProvider<EquatableArray<(Problem Problem, SourcePosition Position)>> failures = sources.Collect().Combine(positions)
            .Select(static (all, _) => all.Left.Where(network => network.Failure is not null)
                .Select(network => (network.Failure!, all.Right.FirstOrDefault(place => place.Network == network.Name).Position)).ToEquatable());
        context.RegisterSourceOutput(failures, static (output, failures) =>
        {
            foreach ((Problem problem, SourcePosition place) in failures)
            {
                if (Descriptors.ToDiagnostic(problem, place.ToLocation()) is { } diagnostic)
                {
                    output.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    /// <summary>Something of each class marked <c>[Network]</c>.</summary>
    private static IncrementalValuesProvider<T> Marked<T>(
        IncrementalGeneratorInitializationContext context, Func<GeneratorAttributeSyntaxContext, CancellationToken, T> read) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            NetworkSymbols.NetworkAttribute, static (node, _) => node.IsKind(SyntaxKind.ClassDeclaration) || node.IsKind(SyntaxKind.RecordDeclaration), read);

    /// <summary>The declaration; none at a part that repeats the attribute, which C# rejects and which must not be compiled twice.</summary>
    private static EquatableArray<NetworkDeclaration> Parse(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)target.TargetSymbol;
        return NetworkSymbols.IsMarkedAt(type, target.TargetNode)
            ? new[] { NetworkParser.Parse(type, target.SemanticModel.Compilation, Catalogue.IsLoss, cancellationToken) }.ToEquatable()
            : default;
    }

    private static (string Network, SourcePosition Position) PositionOf(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken) =>
        (NetworkParser.Outline((INamedTypeSymbol)target.TargetSymbol).FullName, SourcePosition.Of(((TypeDeclarationSyntax)target.TargetNode).Identifier));

    /// <summary>The files of a network. What is wrong with the declaration is the analyzer's to report; here a failure of the compiler itself is.</summary>
    private CompiledNetwork Compile(
        ((BoundNetwork Network, EquatableArray<string> ProjectNames) Model, bool IsTraced) input, CancellationToken cancellationToken)
    {
        (NetworkDeclaration declaration, NetworkModel? model, EquatableArray<Problem> problems) = input.Model.Network;
        Trace? trace = input.IsTraced ? new Trace() : null;
        var frame = new NetworkFrame(declaration.Namespace, declaration.Name, declaration.ContainingTypes, default, declaration.IsClsCompliant);
        try
        {
            if (model is null)
            {
                trace?.Add("model", nameof(Binding), ProblemListing.Of(problems));
                return With(Surface(input.Model.Network, input.Model.ProjectNames, problems), $"{declaration.Name} · its declaration has errors");
            }

            return With(_emit(model with { Frame = model.Frame.Avoiding(input.Model.ProjectNames) }, trace, cancellationToken), HeaderText.Of(model));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Problem problem = Failure.Of(declaration.Name, failure);
            trace?.Add("failure", failure.GetType().Name, failure.Message.Replace("\r", ""));
            return With(SurfaceAfter(problem), $"{declaration.Name} · the compiler failed") with { Failure = problem };
        }

        CompiledNetwork With(IReadOnlyList<(string HintName, string Text)> files, string title) => new(
            declaration.FullName,
            (trace is null ? files : [.. files, TraceFile.Of(frame, title, trace)]).ToEquatable());

        IReadOnlyList<(string HintName, string Text)> SurfaceAfter(Problem problem)
        {
            try
            {
                return Surface(input.Model.Network, input.Model.ProjectNames, [.. problems, problem]);
            }
            catch (Exception again) when (again is not OperationCanceledException)
            {
                return []; // The first failure is the one that is reported.
            }
        }
    }

    /// <summary>The members of a network that cannot be compiled.</summary>
    private IReadOnlyList<(string HintName, string Text)> Surface(BoundNetwork network, EquatableArray<string> projectNames, IEnumerable<Problem> problems) =>
        _emitSurface(network.Declaration, (network.Model?.Frame ?? GeneratedNames.FrameOf(network.Declaration)).Avoiding(projectNames), problems);

    /// <summary>The files of a network.</summary>
    /// <param name="Name">Its full name.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Failure">Why they are not what they should be, if the compiler itself failed.</param>
    private sealed record CompiledNetwork(string Name, EquatableArray<(string HintName, string Text)> Files, Problem? Failure = null);
}
