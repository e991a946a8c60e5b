using NetGen.Generator.Parsing;

namespace NetGen.Generator.Surface;

/// <summary>
/// The surface of a declaration, judged by the attributes' names alone: what a sound network has, and what a faulty one would have. So it also
/// tells which methods of the user's own are in its way.
/// </summary>
internal static class DeclaredSurface
{
    /// <summary>What the declaration may mean, the likeliest first; a sound one means one thing.</summary>
    /// <param name="network">The declaration.</param>
    /// <param name="hyperparameters">The name of the record of hyperparameters.</param>
    /// <param name="evaluation">The name of the record of an evaluation.</param>
    public static IReadOnlyList<NetworkSurface> Readings(NetworkDeclaration network, string hyperparameters, string evaluation) =>
        [.. NetworkOutline.Readings(network).Select(outline => outline with { Hyperparameters = hyperparameters, Evaluation = evaluation })
            .Select(outline => new NetworkSurface(outline))];

    /// <summary>Every method of some readings, none twice.</summary>
    public static IEnumerable<SurfaceMethod> Methods(IEnumerable<NetworkSurface> readings) =>
        readings.SelectMany(surface => surface.Methods).GroupBy(method => (method.Name, method.Signature)).Select(same => same.First());

    /// <summary>Name and signature of the methods that the network has whatever an undecided declaration means.</summary>
    public static HashSet<(string Name, string Signature)> Certain(NetworkDeclaration network) => NetworkOutline.Readings(network)
        .Select(outline => new NetworkSurface(outline).Methods.Select(method => (method.Name, method.Signature)))
        .Aggregate((HashSet<(string, string)>?)null, (certain, methods) => certain is null ? [.. methods] : [.. certain.Intersect(methods)])!;
}
