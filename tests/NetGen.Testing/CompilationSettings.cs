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

    /// <summary>How many kernels share an emitted method at least; the generator's own number if not given.</summary>
    public int? LeastShared { get; init; }

    /// <summary>What the project refers to besides the framework and NetGen.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp14;
}
