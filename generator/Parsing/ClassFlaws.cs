using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What the C# of the class itself must be for the other half to be emitted.</summary>
internal static class ClassFlaws
{
    /// <summary>Forms that the surface of a faulty class must respect; they are words of the message.</summary>
    public const string Record = "a record", Static = "static";

    public static IEnumerable<Problem> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (AttributeParser.HasErrors(type, cancellationToken) || NetworkSymbols.HasUnknownProperties(type))
        {
            yield return Flaw(Rules.Compiler);
        }

        if (LanguageOf(type) < LanguageVersion.CSharp14)
        {
            yield return Flaw(Rules.LanguageVersion, LanguageOf(type).ToDisplayString().Replace(".0", ""));
        }

        if (NetworkSymbols.Parts(type, cancellationToken).All(part => !IsPartial(part)))
        {
            yield return Flaw(Rules.ClassNotPartial, Mend(type, cancellationToken));
        }

        foreach (INamedTypeSymbol outer in Around(type))
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
            yield return Flaw(Rules.ClassForm, form, Mend(type, cancellationToken));
            yield break;
        }

        int index = 0;
        foreach (IMethodSymbol constructor in NetworkSymbols.Constructors(type))
        {
            if (!Constructors.GoThroughThis(constructor, cancellationToken) || Constructors.HaveEmittedSignature(constructor))
            {
                yield return new Problem(Rules.Constructor, Site.Class.At(WellKnownMemberNames.InstanceConstructorName, index), new[] { type.Name }.ToEquatable());
            }

            index++;
        }

        Problem Flaw(string rule, params string[] words) => new(rule, Site.Class, new[] { type.Name }.Concat(words).ToEquatable());
    }

    /// <summary>Whether an emitted file can continue the class: not where it is local to a file, and not below C# 10, whose namespaces end without a brace.</summary>
    public static bool IsContinuable(INamedTypeSymbol type) =>
        !type.IsFileLocal && !Around(type).Any(outer => outer.IsFileLocal) && LanguageOf(type) >= LanguageVersion.CSharp10;

    private static LanguageVersion LanguageOf(INamedTypeSymbol type) => ((CSharpParseOptions)type.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion;

    /// <summary>The types around it, inside out.</summary>
    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    /// <summary>The class as it should be declared, with the user's own modifiers as far as they may stay.</summary>
    private static string Mend(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        SyntaxKind[] wrong = [SyntaxKind.PartialKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.FileKeyword];
        TypeDeclarationSyntax part = NetworkSymbols.Parts(type, cancellationToken).First();
        return $"{string.Concat(part.Modifiers.Where(m => !wrong.Contains(m.Kind())).Select(m => m.ValueText + " "))}partial class {part.Identifier.Text}";
    }

    private static bool IsPartial(TypeDeclarationSyntax part) => part.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>What it is besides a plain class, in the message's words.</summary>
    private static string? Form(INamedTypeSymbol type) =>
        type.IsRecord ? Record
        : type.IsStatic ? Static
        : type.IsAbstract ? "abstract"
        : type.IsFileLocal ? "local to its file"
        : Around(type).FirstOrDefault(outer => outer.IsFileLocal) is { } local ? $"inside '{local.Name}', which is local to its file"
        : type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } ? $"derived from '{type.BaseType.Name}'"
        : null;
}
