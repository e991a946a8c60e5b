using NetGen.Generator.Collections;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language;

/// <summary>What every emitted file of a network has around its members.</summary>
/// <param name="Namespace">The full namespace as written in C# (keywords with @), empty for the global one.</param>
/// <param name="Name">The class name, without @.</param>
/// <param name="ContainingTypes">Outermost first.</param>
/// <param name="TakenNames">The short names of <see cref="Types"/> that mean something else there, and <c>field</c> where a member is called so; in order.</param>
/// <param name="IsClsCompliant">Whether its assembly says that it is CLS-compliant.</param>
internal sealed record NetworkFrame(string Namespace, string Name, EquatableArray<ContainingType> ContainingTypes, EquatableArray<string> TakenNames, bool IsClsCompliant)
{
    /// <summary>The same, with more names taken.</summary>
    public NetworkFrame Avoiding(IEnumerable<string> names) =>
        this with { TakenNames = TakenNames.Union(names, StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatable() };
}
