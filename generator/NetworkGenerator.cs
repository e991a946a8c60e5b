using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Writes the other half of every class marked <c>[Network]</c>.</summary>
[Generator]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
