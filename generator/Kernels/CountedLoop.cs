using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Loops that run a number of times that is known: one that would run once is its body alone, for the place 0.</summary>
internal static class CountedLoop
{
    /// <summary>A loop over the numbers from one to another.</summary>
    /// <param name="variable">The variable that counts.</param>
    /// <param name="end">One more than the last number.</param>
    /// <param name="body">The statements, given the variable, or the number.</param>
    /// <param name="first">The first number.</param>
    public static string Of(string variable, int end, Func<string, string> body, int first = 0) =>
        end == first + 1 ? body(Invariant.Of($"{first}")) : Written(variable, Invariant.Of($"{first}"), Invariant.Of($"{end}"), body);

    /// <summary>A loop from 0 to a number that may be known as the code runs, such as <c>height</c>.</summary>
    /// <param name="variable">The variable that counts.</param>
    /// <param name="end">One more than the last number.</param>
    /// <param name="body">The statements, given the variable, or <c>0</c>.</param>
    public static string Of(string variable, string end, Func<string, string> body) =>
        end == "1" ? body("0") : Written(variable, "0", end, body);

    /// <summary>Loops over the positions of an image, line by line.</summary>
    /// <param name="height">Lines.</param>
    /// <param name="width">Positions of a line.</param>
    /// <param name="body">The statements, given the line and the position.</param>
    public static string OverPositions(int height, int width, Func<string, string, string> body) =>
        Of("line", height, line => Of("position", width, position => body(line, position)));

    private static string Written(string variable, string first, string end, Func<string, string> body) => CSharpWriter.Code($$"""
        for (int {{variable}} = {{first}}; {{variable}} < {{end}}; {{variable}}++)
        {
            {{body(variable)}}
        }
        """);
}
