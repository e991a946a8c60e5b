using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>The types emitted code calls by their simple names, and which of those names mean something else where the network stands.</summary>
internal static class EmittedTypes
{
    /// <summary>Each is imported by an alias, so that no using of the user's project can make one ambiguous.</summary>
    public static readonly (string Name, string FullName)[] Aliased =
    [
        ("Attacks", "NetGen.CompilerServices.Attacks"),
        ("BatchSpans", "NetGen.CompilerServices.BatchSpans"),
        ("BinaryMetrics", "NetGen.BinaryMetrics"),
        ("CancellationToken", "System.Threading.CancellationToken"),
        ("Checkpoint", "NetGen.Checkpoint"),
        ("CheckpointException", "NetGen.CheckpointException"),
        ("ClassificationMetrics", "NetGen.ClassificationMetrics"),
        ("Dataset", "NetGen.Dataset"),
        ("EpochReport", "NetGen.EpochReport"),
        ("Evaluator", "NetGen.Evaluator"),
        ("FeatureColumn", "NetGen.FeatureColumn"),
        ("FitOptions", "NetGen.FitOptions"),
        ("FitResult", "NetGen.FitResult"),
        ("Floats16", "NetGen.CompilerServices.Floats16"),
        ("Floats4", "NetGen.CompilerServices.Floats4"),
        ("Floats8", "NetGen.CompilerServices.Floats8"),
        ("Head", "NetGen.Head"),
        ("HeadInfo", "NetGen.HeadInfo"),
        ("HyperparameterRange", "NetGen.CompilerServices.HyperparameterRange"),
        ("INetwork", "NetGen.INetwork"),
        ("Initializer", "NetGen.Initializer"),
        ("InputInfo", "NetGen.InputInfo"),
        ("LabelColumn", "NetGen.LabelColumn"),
        ("Layer", "NetGen.Layer"),
        ("LearningRates", "NetGen.CompilerServices.LearningRates"),
        ("LossKind", "NetGen.LossKind"),
        ("Masks", "NetGen.CompilerServices.Masks"),
        ("Math", "System.Math"),
        ("MemberNotNull", "System.Diagnostics.CodeAnalysis.MemberNotNullAttribute"),
        ("MethodImpl", "System.Runtime.CompilerServices.MethodImplAttribute"),
        ("MethodImplOptions", "System.Runtime.CompilerServices.MethodImplOptions"),
        ("Mixup", "NetGen.CompilerServices.Mixup"),
        ("Moments", "NetGen.CompilerServices.Moments"),
        ("NetworkMemory", "NetGen.NetworkMemory"),
        ("NetworkSchema", "NetGen.NetworkSchema"),
        ("Noise", "NetGen.CompilerServices.Noise"),
        ("Norms", "NetGen.CompilerServices.Norms"),
        ("Panels", "NetGen.CompilerServices.Panels"),
        ("ParameterInfo", "NetGen.ParameterInfo"),
        ("RegressionMetrics", "NetGen.RegressionMetrics"),
        ("Rows", "NetGen.CompilerServices.Rows"),
        ("SparsityReport", "NetGen.SparsityReport"),
        ("SparseTiles", "NetGen.CompilerServices.SparseTiles"),
        ("Targets", "NetGen.CompilerServices.Targets"),
        ("Team", "NetGen.CompilerServices.Team"),
        ("ThreadCounts", "NetGen.CompilerServices.ThreadCounts"),
        ("Tiles", "NetGen.CompilerServices.Tiles"),
        ("Trainer", "NetGen.Trainer"),
        ("TrainingDivergedException", "NetGen.TrainingDivergedException"),
        ("Unsafe", "System.Runtime.CompilerServices.Unsafe"),
        ("ValueInfo", "NetGen.ValueInfo"),
        ("Vectors", "NetGen.CompilerServices.Vectors"),
        ("VectorWidths", "NetGen.CompilerServices.VectorWidths"),
        ("WeightLayout", "NetGen.WeightLayout"),
        ("Worker", "NetGen.CompilerServices.Worker"),
    ];

    /// <summary>Generic types and exceptions, which have no alias: imported by their namespace.</summary>
    public static readonly (string Name, string FullName)[] Imported =
    [
        ("Action", "System.Action"),
        ("ArgumentOutOfRangeException", "System.ArgumentOutOfRangeException"),
        ("IFloats", "NetGen.CompilerServices.IFloats"),
        ("IProgress", "System.IProgress"),
        ("LaneSum", "NetGen.CompilerServices.LaneSum"),
        ("ReadOnlyMemory", "System.ReadOnlyMemory"),
        ("ReadOnlySpan", "System.ReadOnlySpan"),
        ("Span", "System.Span"),
    ];

    /// <summary>
    /// The names that a member of the class, a type around it or a type of its namespaces takes: a user may well have a <c>Rows</c>.
    /// Emitted code writes these in full.
    /// </summary>
    public static EquatableArray<string> TakenAround(INamedTypeSymbol type) => Aliased.Concat(Imported)
        .Where(name => Scopes(type).Any(scope => scope.GetMembers(name.Name).Any(m => !IsItself(m, name.FullName))))
        .Select(name => name.Name).ToEquatable();

    private static IEnumerable<INamespaceOrTypeSymbol> Scopes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? inherited = outer; inherited is not null; inherited = inherited.BaseType)
            {
                yield return inherited;
            }
        }

        for (INamespaceSymbol? space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            yield return space;
        }
    }

    private static bool IsItself(ISymbol member, string fullName) =>
        member is INamedTypeSymbol && $"{member.ContainingNamespace}.{member.Name}" == fullName;
}
