using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator;
using NetGen.Generator.Emission;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Planning;

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
    private readonly Lazy<Assembly> _assembly;

    private NetworkCompilation(IEnumerable<string> files, CompilationSettings settings)
    {
        _user = UserCompilation(files, settings);
        GeneratorDriver driver = Driver(settings).RunGeneratorsAndUpdateCompilation(_user, out Compilation full, out ImmutableArray<Diagnostic> reported);
        Full = (CSharpCompilation)full;
        Generated = [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(s => (s.HintName, s.SourceText.ToString()))];

        ImmutableArray<Diagnostic> analyzed = Full.WithAnalyzers([new NetworkAnalyzer(), new FitAnalyzer(), new BuildAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Diagnostics = [.. reported.Concat(analyzed).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
        CSharpDiagnostics = [.. Full.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)];
        _assembly = new(Load);
    }

    /// <summary>The user's sources with the emitted ones.</summary>
    public CSharpCompilation Full { get; }

    /// <summary>The emitted files, in the order they were added.</summary>
    public ImmutableArray<(string HintName, string Text)> Generated { get; }

    /// <summary>What the analyzer and the generator report, in source order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The C# compiler's own errors and warnings, those in emitted code among them.</summary>
    public ImmutableArray<Diagnostic> CSharpDiagnostics { get; }

    /// <summary>The compiled assembly, loaded into this process.</summary>
    /// <exception cref="InvalidOperationException">There are errors; the message lists them.</exception>
    public Assembly Assembly => _assembly.Value;

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
        [new NetworkGenerator((model, cancellationToken) => EmitVerified(model, settings.LeastShared, cancellationToken)).AsSourceGenerator()],
        parseOptions: Options(settings),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What the generator does, and a check of each plan: an unsound one fails as the compiler's own mistake, NG0001.</summary>
    private static IReadOnlyList<(string HintName, string Text)> EmitVerified(NetworkModel model, int? leastShared, CancellationToken cancellationToken)
    {
        Plan plan = Compiler.Plan(model, cancellationToken);
        if (leastShared is { } least)
        {
            ShareMethods.Run(plan, least);
        }

        IReadOnlyList<string> errors = VerifyPlan.Errors(plan);
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
        NetworkGenerator failing = new((_, _) => throw failure, alsoOnSurfaces ? (_, _, _) => throw failure : null);
        CSharpGeneratorDriver.Create([failing.AsSourceGenerator()], parseOptions: Options(settings))
            .RunGeneratorsAndUpdateCompilation(UserCompilation([source], settings), out Compilation full, out ImmutableArray<Diagnostic> reported);
        return [.. reported, .. full.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];
    }

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

    private static CSharpParseOptions Options(CompilationSettings settings) => new(settings.LanguageVersion, settings.Documentation ? DocumentationMode.Diagnose : DocumentationMode.Parse);

    private Assembly Load()
    {
        using var image = new MemoryStream();
        return Full.Emit(image).Success && Diagnostics.All(d => d.Severity < DiagnosticSeverity.Error) ? Assembly.Load(image.ToArray()) : throw Faulty();
    }

    private InvalidOperationException Faulty() =>
        new("The source does not compile:\n" + string.Join("\n", Diagnostics.Concat(CSharpDiagnostics)));
}
