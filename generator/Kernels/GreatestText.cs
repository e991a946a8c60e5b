using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The greatest of the vectors of a window and, where a kernel keeps it, the first place of that: statements that take the numbers in their
/// order. The place moves where a number is greater than all before it.
/// </summary>
/// <param name="text">The kernel's text.</param>
internal sealed class GreatestText(KernelText text)
{
    private readonly string _next = text.Take("next");

    /// <summary>The variable of the greatest.</summary>
    public string Value { get; } = text.Take("pooled");

    /// <summary>The variable of its place; empty where that is not asked for.</summary>
    public string Place { get; } = text.Kernel.Body.Any(node => node.Op is PlaceOfMax) ? text.Take("place") : "";

    /// <summary>The statements before the first number, where all numbers are taken in a loop.</summary>
    public string Nothing => Begin("V.Splat(float.NegativeInfinity)");

    /// <summary>The statements for numbers that are written out.</summary>
    public string Of(IReadOnlyList<string> numbers) => CSharpWriter.Lines(
    [
        Begin(numbers[0]),
        .. numbers.Skip(1).Select((number, i) => Take(number, Invariant.Of($"{i + 1}f"), isDeclared: i > 0)),
    ]);

    /// <summary>The statements for one more number.</summary>
    /// <param name="number">Its vector.</param>
    /// <param name="place">Its place in the window.</param>
    /// <param name="isDeclared">Whether the variable that holds it is declared.</param>
    public string Take(string number, string place, bool isDeclared = false) => Place.Length == 0
        ? $"{Value} = {Types.Vectors}.Greater({number}, {Value});"
        : $"""
        {(isDeclared ? "" : "var ")}{_next} = {number};
        {Place} = V.Select(V.LessThan({Value}, {_next}), V.Splat({place}), {Place});
        {Value} = {Types.Vectors}.Greater({_next}, {Value});
        """;

    private string Begin(string value) => $"var {Value} = {value};{(Place.Length == 0 ? "" : $"\nvar {Place} = V.Zero;")}";
}
