using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator;

/// <summary>What an expression is where it names a local that is assigned only once.</summary>
internal static class AssignedValues
{
    /// <summary>The expression itself without conversions, or, of such a local, what is assigned to it.</summary>
    public static IOperation Of(IOperation value)
    {
        while (true)
        {
            IOperation inner = value switch
            {
                IConversionOperation conversion => conversion.Operand,
                IParenthesizedOperation parentheses => parentheses.Operand,
                ILocalReferenceOperation reference => OnlyValue(reference) ?? value,
                _ => value,
            };
            if (inner == value)
            {
                return value;
            }

            value = inner;
        }
    }

    /// <summary>
    /// The value of the one assignment to a local, its declaration's or a later one; null if there are more, or some that only the run shows. The
    /// assignment ends before the local is read: so values are followed backward in the source, and never in a circle, as <c>o = o with { … }</c> would be.
    /// </summary>
    private static IOperation? OnlyValue(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation[] writes = [.. root.Descendants().Where(operation => operation switch
        {
            IVariableDeclaratorOperation { Initializer: { } first } declared => IsIt(declared.Symbol) || (declared.Symbol.RefKind == RefKind.Ref && IsTarget(first.Value)),
            IPatternOperation pattern => DeclaredIn(pattern) is { } found && IsIt(found),
            IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().Any(IsTarget),
            IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => IsTarget(argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value),
            IAddressOfOperation address => IsTarget(address.Reference),
            _ => false,
        })];
        return writes switch
        {
            [IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None } declared] when declared.Syntax.Span.End <= reference.Syntax.SpanStart => declared.Initializer!.Value,
            [ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation } assigned] when assigned.Syntax.Span.End <= reference.Syntax.SpanStart => assigned.Value,
            _ => null,
        };

        bool IsTarget(IOperation operation) => operation is ILocalReferenceOperation { Local: var local } && IsIt(local);

        static ILocalSymbol? DeclaredIn(IPatternOperation pattern) => pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
            IListPatternOperation list => list.DeclaredSymbol as ILocalSymbol,
            _ => null,
        };

        bool IsIt(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }
}
