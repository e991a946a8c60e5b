using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>The project settings a source is compiled under.</summary>
public sealed record CompilationSettings
{
    public bool Nullable { get; init; } = true;

    /// <summary>The SDK's implicit usings (System, System.Collections.Generic, System.Linq, ...).</summary>
    public bool ImplicitUsings { get; init; }

    public bool AllowUnsafe { get; init; }

    /// <summary>Whether the project writes a documentation file, and so must document its public members.</summary>
    public bool Documentation { get; init; }

    /// <summary>Whether the C# compiler optimizes, as in Release.</summary>
    public bool Optimize { get; init; } = true;

    /// <summary>Whether an assembly is loaded only if the analyzers find no error, which takes a pass over the sources besides the one that emits.</summary>
    public bool Analyze { get; init; } = true;

    /// <summary>Whether C# warns of nulls, for which it has to follow them. What is compiled only to be run is compiled faster without.</summary>
    public bool AnalyzeNulls { get; init; } = true;

    /// <summary>How many kernels share an emitted method at least; the generator's own number if not given.</summary>
    public int? LeastShared { get; init; }

    /// <summary>What the compiler throws when it has made the training graph; null where it does not fail.</summary>
    public Exception? Failure { get; init; }

    /// <summary>What the project refers to besides the framework and NetGen.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    /// <summary>MSBuild properties that the compiler sees: <c>NetGenTrace</c>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;
}
