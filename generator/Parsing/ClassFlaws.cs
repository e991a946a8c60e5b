using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What the C# of the class itself must be for the other half to be emitted.</summary>
internal static class ClassFlaws
{
    /// <summary>Forms that the surface of a faulty class must respect; they are words of the message.</summary>
    public const string Record = "a record", Static = "static", FileLocal = "local to its file";

    public static IEnumerable<Problem> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (AttributeParser.HasErrors(type))
        {
            yield return Flaw(Rules.Compiler);
        }

        if (NetworkSymbols.Parts(type, cancellationToken).All(part => !IsPartial(part)))
        {
            yield return Flaw(Rules.ClassNotPartial);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (NetworkSymbols.Parts(outer, cancellationToken).All(part => !IsPartial(part)))
            {
                yield return Flaw(Rules.ContainerNotPartial, outer.Name);
            }
        }

        if (type.IsGenericType && type.TypeParameters.Length > 0)
        {
            yield return Flaw(Rules.ClassGeneric, $"<{string.Join(", ", type.TypeParameters.Select(p => p.Name))}>");
        }

        if (Form(type) is { } form)
        {
            yield return Flaw(Rules.ClassForm, form);
            yield break;
        }

        int index = 0;
        foreach (IMethodSymbol constructor in NetworkSymbols.Constructors(type))
        {
            if (!GoesThroughThis(constructor, cancellationToken) || HasEmittedSignature(constructor))
            {
                yield return new Problem(Rules.Constructor, Site.Class.At(WellKnownMemberNames.InstanceConstructorName, index), new[] { type.Name }.ToEquatable());
            }

            index++;
        }

        Problem Flaw(string rule, params string[] words) => new(rule, Site.Class, new[] { type.Name }.Concat(words).ToEquatable());
    }

    private static bool IsPartial(TypeDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>What it is besides a plain class, in the message's words.</summary>
    private static string? Form(INamedTypeSymbol type) =>
        type.IsRecord ? Record
        : type.IsStatic ? Static
        : type.IsAbstract ? "abstract"
        : type.IsFileLocal ? FileLocal
        : type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } ? $"derived from {type.BaseType.Name}"
        : null;

    /// <summary>Whether an emitted constructor runs first, which allocates the network's memory.</summary>
    private static bool GoesThroughThis(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is ConstructorDeclarationSyntax { Initializer: { } first }
        && first.IsKind(SyntaxKind.ThisConstructorInitializer);

    /// <summary>(int seed) or (Hyperparameters hyperparameters, int seed).</summary>
    private static bool HasEmittedSignature(IMethodSymbol constructor) => constructor.Parameters switch
    {
        [{ Type.SpecialType: SpecialType.System_Int32 }] => true,
        [{ Type.Name: "Hyperparameters" }, { Type.SpecialType: SpecialType.System_Int32 }] => true,
        _ => false,
    };
}
