using System.Numerics.Tensors;
using Microsoft.CodeAnalysis;

namespace NetGen.Testing;

/// <summary>What a user's project refers to: the framework and NetGen's runtime, not the generator.</summary>
internal static class Reference
{
    public static readonly IReadOnlyList<MetadataReference> All = [.. Paths().Select(path => MetadataReference.CreateFromFile(path))];

    private static IEnumerable<string> Paths()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(Tensor).Assembly.Location)
            .Append(typeof(Layer).Assembly.Location)
            .Distinct();
    }
}
