using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>What every emitted file of a network has around its members.</summary>
/// <param name="Namespace">The full namespace as written in C# (keywords with @), empty for the global one.</param>
/// <param name="Name">The class name, without @.</param>
/// <param name="ContainingTypes">Outermost first.</param>
/// <param name="TakenNames">The short names of <see cref="Types"/> that mean something else there, and <c>field</c> where a member is called so; in order.</param>
/// <param name="IsClsCompliant">Whether its assembly says that it is CLS-compliant.</param>
internal sealed record NetworkFrame(string Namespace, string Name, EquatableArray<ContainingType> ContainingTypes, EquatableArray<string> TakenNames, bool IsClsCompliant)
{
    public static NetworkFrame Of(NetworkDeclaration network) => new NetworkFrame(network.Namespace, network.Name, network.ContainingTypes, network.TakenNames, network.IsClsCompliant)
        // A method named after a value (LossKind, of a head Kind) hides a type as well as the user's own names do.
        .Avoiding(GeneratedNames.Made(Types.ByName.Keys, network));

    /// <summary>The same, with more names taken.</summary>
    public NetworkFrame Avoiding(IEnumerable<string> names) =>
        this with { TakenNames = TakenNames.Union(names, StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatable() };
}
