using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Text;

namespace NetGen.Generator.Parsing;

/// <summary>
/// An annotated class as text and numbers: all that the later stages know of the user's source. Equal declarations yield equal
/// output, so an edit that leaves this record equal costs nothing. It holds no symbol, no syntax and no position.
/// </summary>
/// <param name="Namespace">The full namespace as written in C# (keywords with @), empty for the global one.</param>
/// <param name="Name">The class name, without @.</param>
/// <param name="ContainingTypes">Outermost first.</param>
/// <param name="Attributes">The NetGen attributes on the class, <c>Network</c> among them.</param>
/// <param name="Values">
/// The properties that carry a NetGen attribute and the partial ones of type Layer or Head, in source order within each part, parts in
/// syntax-tree order.
/// </param>
/// <param name="OtherMembers">The class's other members.</param>
/// <param name="Flaws">What the C# of the class and its properties breaks (not partial, generic, ...), found while symbols were at hand.</param>
/// <param name="TakenNames">The short names of <see cref="Types"/> that mean something else where the class stands, and <c>field</c> where a member is called so.</param>
/// <param name="IsContinuable">
/// Whether an emitted file can continue the class: not if it or a type around it is local to its file, nor below the C# that emitted files are
/// written in.
/// </param>
/// <param name="IsClsCompliant">Whether its assembly says that it is CLS-compliant.</param>
/// <param name="FirstCall">
/// What a constructor that is added to a faulty class must call first: empty where nothing, <c>base(default(int)!)</c>; null where none can be added.
/// </param>
internal sealed record NetworkDeclaration(
    string Namespace,
    string Name,
    EquatableArray<ContainingType> ContainingTypes,
    EquatableArray<AttributeDeclaration> Attributes,
    EquatableArray<ValueDeclaration> Values,
    EquatableArray<MemberDeclaration> OtherMembers,
    EquatableArray<Problem> Flaws,
    EquatableArray<string> TakenNames = default,
    bool IsContinuable = true,
    bool IsClsCompliant = false,
    string? FirstCall = "")
{
    /// <summary>Its name in the project, as no other class has it.</summary>
    public string FullName => string.Join(".", [Namespace, .. ContainingTypes.Select(outer => outer.Name), Name]);
}

/// <summary>A member of the class that is no value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Signature">Of a method, what tells it from others of its name; null for any other member.</param>
internal sealed record MemberDeclaration(string Name, string? Signature);

/// <summary>A type around the network class, as its partial declaration must be repeated.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">With its type parameters, if any: <c>Outer&lt;T&gt;</c>; keywords with @.</param>
internal sealed record ContainingType(string Keyword, string Name);

/// <summary>One property: a named value of the network.</summary>
/// <param name="Name">The property's name, without @.</param>
/// <param name="Modifiers">What its implementing half must repeat before <c>partial</c>: <c>public</c>, <c>internal</c>, ...</param>
/// <param name="IsHead">Whether its type is <c>Head</c> and not <c>Layer</c>.</param>
/// <param name="IsPartial">Whether its other half is there to be emitted: a partial property that the user has not implemented.</param>
/// <param name="Half">How that half is declared where it is not a value's; null where it is.</param>
/// <param name="Part">Which partial declaration of the class it stands in, from 0.</param>
/// <param name="Attributes">Its NetGen attributes.</param>
internal sealed record ValueDeclaration(
    string Name,
    string Modifiers,
    bool IsHead,
    bool IsPartial,
    PropertyHalf? Half,
    int Part,
    EquatableArray<AttributeDeclaration> Attributes);

/// <summary>An attribute of NetGen's with its arguments by property name: <c>Dense(Units: 256, From: "Image")</c>.</summary>
/// <param name="Name">The attribute's class name without "Attribute".</param>
/// <param name="Arguments">Those written in the source, constructor parameters under the name of the property they set (<c>Units</c>).</param>
internal sealed record AttributeDeclaration(string Name, EquatableArray<ArgumentDeclaration> Arguments);

/// <summary>One argument. Arrays (<c>params</c>) have several items, everything else one.</summary>
/// <param name="Name">The attribute property's name.</param>
/// <param name="Items">Its constants.</param>
internal sealed record ArgumentDeclaration(string Name, EquatableArray<ArgumentValue> Items);

/// <summary>A constant: a number or truth value in <see cref="Number"/>, or a text.</summary>
internal readonly record struct ArgumentValue(double Number, string? Text);
