using NetGen.Generator.Collections;

namespace NetGen.Generator.Diagnostics;

/// <summary>A mistake in a declaration: which rule, where, and the words its message needs.</summary>
/// <param name="Id">The diagnostic's id, <c>NG0012</c>; <see cref="Diagnostics.Rules.Compiler"/> for a mistake that the C# compiler reports.</param>
/// <param name="Site">Where, in terms of the declaration; the analyzer turns it into a position in the source.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record Problem(string Id, Site Site, EquatableArray<string> Arguments);

/// <summary>A place in a declaration, without its position: class, property, attribute, or argument.</summary>
/// <param name="Value">Index of the property, −1 for the class.</param>
/// <param name="Attribute">Index of the attribute on it, −1 for the name itself.</param>
/// <param name="Argument">
/// The argument's property name, null for the whole attribute. At the class itself, where there is no attribute: the name of one of its
/// members that is no value.
/// </param>
/// <param name="Item">Index within a params argument, or among the members of that name.</param>
internal readonly record struct Site(int Value, int Attribute = -1, string? Argument = null, int Item = 0)
{
    /// <summary>The name of the class.</summary>
    public static Site Class => new(-1);

    /// <summary>The argument <paramref name="name"/> of the attribute at this site.</summary>
    public Site At(string name, int item = 0) => this with { Argument = name, Item = item };
}
