using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>A kernel template with its C#.</summary>
internal abstract class CodeTemplate : KernelTemplate
{
    /// <summary>The body of the method, with the declarations it begins with.</summary>
    public abstract string Body(KernelText text);

    /// <summary>The body of a kernel's method; with slots, of a method that it shares.</summary>
    public static string BodyOf(Plan plan, Kernel kernel, MethodSlots? slots = null) => ((CodeTemplate)kernel.Template).Body(new KernelText(plan, kernel, slots));

    /// <summary>The whole method.</summary>
    public static string Method(string comment, Kernel kernel, string name, string parameters, string body) => CSharpWriter.Code($$"""
        {{CSharpWriter.Comment(comment)}}
        [{{Types.MethodImpl}}({{Types.MethodImplOptions}}.AggressiveOptimization | {{Types.MethodImplOptions}}.NoInlining)]
        private void {{name}}<V>({{(kernel.Template.TakesRows ? "int rows, " : "")}}{{Types.Worker}} worker{{parameters}})
            where V : struct, {{Types.IFloats}}<V>
        {
            {{body}}
        }
        """);

    /// <summary>The element-wise work of a kernel: all but its root.</summary>
    protected static IReadOnlyList<Node> Epilogue(Kernel kernel) => [.. kernel.Body.Where(n => n != kernel.Root)];

    /// <summary>A loop over the parts of 0..total that fall to a thread: <c>first</c> to <c>last</c>.</summary>
    protected static string StealableRanges(int total, int unit, string body) => StealableRanges(Invariant.Of($"{total}"), Invariant.Of($"{unit}"), body);

    /// <summary>The same; both may be an expression.</summary>
    protected static string StealableRanges(string total, string unit, string body) => CSharpWriter.Code($$"""
        foreach ((int first, int last) in worker.StealableRanges({{total}}, {{unit}}))
        {
            {{body}}
        }
        """);

    /// <summary>A loop over the columns of a row, a vector at a time.</summary>
    internal static string Columns(string from, string to, string body) => CSharpWriter.Code($$"""
        for (int c = {{from}}; c < {{to}}; c += V.Count)
        {
            {{body}}
        }
        """);

    /// <summary>C# for a variable times a number, without an idle factor.</summary>
    protected static string Times(string variable, int factor) => Address.Times(variable, factor);

    /// <summary>C# for index·stride + column, without idle factors.</summary>
    protected static string Index(string row, int stride, string column) => Address.Sum(Address.Times(row, stride), column);

    /// <summary>A product's shape as an argument, its numbers named unless they are locals of those names.</summary>
    protected static string Shape(string height, string width, string depth) =>
        $"new({Named(nameof(height), height)}, {Named(nameof(width), width)}, {Named(nameof(depth), depth)})";

    /// <summary>A matrix as an argument: a reference to its first element, and from one row to the next.</summary>
    internal static string RowsAt(string start, int stride) => Invariant.Of($"new({start}, stride: {stride})");

    private static string Named(string name, string value) => name == value ? value : $"{name}: {value}";

    /// <summary>
    /// How wide the block at <c>column</c> is, as a name or a literal, and the statement that says so, or none: the last one before
    /// <paramref name="end"/> may be narrower, which is known beforehand where the blocks of a whole row of <paramref name="padded"/> divide it.
    /// </summary>
    internal static (string Width, string Measure) Across(int padded, string end, bool wholeRow, int block = BlockColumns) => padded <= block
        ? (Invariant.Of($"{padded}"), "")
        : wholeRow && padded % block == 0
            ? (Invariant.Of($"{block}"), "")
            : ("width", Invariant.Of($"int width = {Types.Math}.Min({block}, {end} - column);"));
}
