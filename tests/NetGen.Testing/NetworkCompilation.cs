using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generator;
using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Kernels;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Testing;

/// <summary>Source code compiled with NetGen as a user's project would be: generator, analyzer, runtime.</summary>
public sealed class NetworkCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static int s_count;

    private readonly CSharpCompilation _user;
    private readonly bool _mustBeAnalyzed;
    private readonly ImmutableArray<Diagnostic> _reported;
    private readonly Lazy<(ImmutableArray<Diagnostic> OfNetGen, ImmutableArray<Diagnostic> OfCSharp)> _diagnostics;
    private readonly Lazy<(Assembly? Assembly, ImmutableArray<Diagnostic> Found)> _emitted;

    private NetworkCompilation(IEnumerable<string> files, CompilationSettings settings)
    {
        _user = UserCompilation(files, settings);
        GeneratorDriver driver = Driver(settings).RunGeneratorsAndUpdateCompilation(_user, out Compilation full, out _reported);
        Full = (CSharpCompilation)full;
        Generated = [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString()))];

        _diagnostics = new(Analyze);
        _emitted = new(Emit);
        _mustBeAnalyzed = settings.Analyze;
    }

    /// <summary>The user's sources with the emitted ones.</summary>
    public CSharpCompilation Full { get; }

    /// <summary>The emitted files, in the order they were added.</summary>
    public ImmutableArray<(string HintName, string Text)> Generated { get; }

    /// <summary>What the analyzer and the generator report, in source order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value.OfNetGen;

    /// <summary>The C# compiler's own errors and warnings, those in emitted code among them.</summary>
    public ImmutableArray<Diagnostic> CSharpDiagnostics => _diagnostics.Value.OfCSharp;

    /// <summary>The compiled assembly, loaded into this process.</summary>
    /// <exception cref="InvalidOperationException">There are errors; the message lists them.</exception>
    public Assembly Assembly =>
        (_mustBeAnalyzed ? Diagnostics : _reported).All(d => d.Severity < DiagnosticSeverity.Error) && _emitted.Value.Assembly is { } assembly
            ? assembly
            : throw Faulty();

    /// <summary>
    /// The C# compiler's errors and warnings as it wrote the assembly: <see cref="CSharpDiagnostics"/> without another pass over the sources.
    /// </summary>
    public ImmutableArray<Diagnostic> EmitDiagnostics => _emitted.Value.Found;

    /// <summary>Compiles one file.</summary>
    public static NetworkCompilation Compile(string source, CompilationSettings? settings = null) => new([source], settings ?? new());

    /// <summary>Compiles several files, in this order.</summary>
    public static NetworkCompilation Compile(IEnumerable<string> files, CompilationSettings? settings = null) => new(files, settings ?? new());

    /// <summary>The user's sources alone, before the generator ran.</summary>
    public static CSharpCompilation UserCompilation(IEnumerable<string> files, CompilationSettings settings) => CSharpCompilation.Create(
        string.Create(CultureInfo.InvariantCulture, $"Networks{Interlocked.Increment(ref s_count)}"),
        files.Concat(settings.ImplicitUsings ? [ImplicitUsings] : Array.Empty<string>())
            .Select((text, i) => CSharpSyntaxTree.ParseText(text, Options(settings), string.Create(CultureInfo.InvariantCulture, $"File{i}.cs"))),
        Reference.All.Concat(settings.References),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: settings.Optimize ? OptimizationLevel.Release : OptimizationLevel.Debug,
            allowUnsafe: settings.AllowUnsafe,
            warningLevel: 9999, // the SDK's: all warnings that there are
            nullableContextOptions: settings.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    /// <summary>A driver of the generator that tracks its steps.</summary>
    public static GeneratorDriver Driver(CompilationSettings settings) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator((model, trace, cancellationToken) => EmitVerified(model, trace, settings, cancellationToken)).AsSourceGenerator()],
        parseOptions: Options(settings),
        optionsProvider: new ProjectProperties(settings.Properties),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the generator does, and a check of each plan: an unsound one fails as the compiler's own mistake, NG0001.</summary>
    private static IReadOnlyList<(string HintName, string Text)> EmitVerified(
        NetworkModel model, Trace? trace, CompilationSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Failure is { } failure)
        {
            Compiler.TrainingGraph(model, trace);
            throw failure;
        }

        Plan plan = Compiler.Plan(model, trace, new ImageForm(settings.ImageBorder, settings.PadsChannels), cancellationToken);
        if (settings.LeastShared is { } least)
        {
            ShareMethods.Run(plan, least);
        }

        IReadOnlyList<string> errors = [.. VerifyPlan.Errors(plan), .. KernelMethods.Unlike(plan)];
        return errors.Count == 0 ? NetworkEmitter.Emit(plan) : throw new InvalidOperationException("The plan is unsound:\n" + string.Join("\n", errors));
    }

    /// <summary>A library of one source, as a project refers to it.</summary>
    /// <exception cref="InvalidOperationException">The source has errors; the message lists them.</exception>
    public static MetadataReference Library(string source)
    {
        CSharpCompilation library = UserCompilation([source], new());
        using var image = new MemoryStream();
        return library.Emit(image) is { Success: false } failed
            ? throw new InvalidOperationException("The library does not compile:\n" + string.Join("\n", failed.Diagnostics))
            : MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What is reported where the compiler itself fails on every model.</summary>
    /// <param name="source">One file.</param>
    /// <param name="failure">What is thrown.</param>
    /// <param name="alsoOnSurfaces">Whether it fails on the members of faulty networks as well.</param>
    public static ImmutableArray<Diagnostic> DiagnosticsOfFailure(string source, Exception failure, bool alsoOnSurfaces = false)
    {
        var settings = new CompilationSettings();
        NetworkGenerator failing = new((_, _, _) => throw failure, alsoOnSurfaces ? (_, _, _) => throw failure : null);
        CSharpGeneratorDriver.Create([failing.AsSourceGenerator()], parseOptions: Options(settings))
            .RunGeneratorsAndUpdateCompilation(UserCompilation([source], settings), out Compilation full, out ImmutableArray<Diagnostic> reported);
        return [.. reported, .. full.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];
    }

    /// <summary>
    /// What the analyzers find in the declarations alone, without the emitted files: all but calls of emitted members. It takes a fraction of the
    /// time of <see cref="Diagnostics"/>.
    /// </summary>
    public ImmutableArray<Diagnostic> DeclarationDiagnostics() =>
        [.. _reported, .. _user.WithAnalyzers(Analyzers()).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()];

    /// <summary>The type of a network, loaded.</summary>
    /// <param name="fullName">With namespace and containing types, as reflection writes it.</param>
    public Type Network(string fullName) => Assembly.GetType(fullName, throwOnError: true)!;

    /// <summary>A network's declaration as the parser reads it; the only network, if no name is given.</summary>
    internal NetworkDeclaration Declaration(string? name = null)
    {
        INamedTypeSymbol[] networks = [.. _user.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(NetworkSymbols.IsNetwork)];
        return NetworkParser.Parse(networks.Single(n => name is null || n.Name == name), _user, Catalogue.IsLoss, CancellationToken.None);
    }

    /// <summary>A network's model as the binder makes it.</summary>
    /// <exception cref="InvalidOperationException">The declaration has errors; the message lists them.</exception>
    internal NetworkModel Model(string? name = null) => Generator.Binding.Binder.Bind(Declaration(name)) is ({ } model, _) ? model : throw Faulty();

    private static CSharpParseOptions Options(CompilationSettings settings) =>
        new CSharpParseOptions(settings.LanguageVersion, settings.Documentation ? DocumentationMode.Diagnose : DocumentationMode.Parse)
            .WithFeatures(settings.AnalyzeNulls ? [] : [new("run-nullable-analysis", "never")]);

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers() => [new NetworkAnalyzer(), new FitAnalyzer(), new BuildAnalyzer()];

    /// <summary>What the analyzers and the compiler find, in one pass over the sources.</summary>
    private (ImmutableArray<Diagnostic> OfNetGen, ImmutableArray<Diagnostic> OfCSharp) Analyze()
    {
        ILookup<bool, Diagnostic> all = Full.WithAnalyzers(Analyzers()).GetAllDiagnosticsAsync().GetAwaiter().GetResult()
            .ToLookup(d => d.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler));
        return ([.. _reported.Concat(all[false]).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)], Shown(all[true]));
    }

    private (Assembly?, ImmutableArray<Diagnostic>) Emit()
    {
        using var image = new MemoryStream();
        EmitResult result = Full.Emit(image);
        return (result.Success ? Assembly.Load(image.ToArray()) : null, Shown(result.Diagnostics));
    }

    /// <summary>Errors and warnings, those left out that the source suppresses.</summary>
    private static ImmutableArray<Diagnostic> Shown(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)];

    private InvalidOperationException Faulty() =>
        new("The source does not compile:\n" + string.Join("\n", Diagnostics.Concat(CSharpDiagnostics)));
}
