using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Binding;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;

namespace NetGen.Numerics.Tests;

/// <summary>The front end from source text to model, as the generator runs it.</summary>
internal static class Models
{
    // What the attributes need and nothing else: each name is looked for in every reference.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Models",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "NetGen.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static readonly ConditionalWeakTable<NetworkText, NetworkModel> Known = [];

    /// <summary>The model of a network without a mistake, bound once for each text.</summary>
    public static NetworkModel Of(NetworkText network) => Known.GetValue(network, text => Of($"using NetGen;\n{text}", text.Name));

    /// <summary>The model of the class with a metadata name in a source text without a mistake.</summary>
    public static NetworkModel Of(string source, string type)
    {
        CSharpCompilation compilation = Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source));
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName(type)!;
        (NetworkModel? model, EquatableArray<Problem> problems) = Binder.Bind(NetworkParser.Parse(symbol, compilation, Catalogue.IsLoss, CancellationToken.None));
        return model ?? throw new InvalidOperationException($"{string.Join("\n", problems)}\nin\n{source}");
    }
}
