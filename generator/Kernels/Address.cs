using System.Globalization;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>C# of places in memory, without idle terms and factors: what is always 0 is the place <c>0</c>.</summary>
internal static class Address
{
    /// <summary>A place times a number.</summary>
    public static string Times(string place, int factor) =>
        Number(place) is { } number ? Invariant.Of($"{number * factor}")
        : factor == 0 ? "0"
        : factor == 1 ? place
        : Invariant.Of($"{(IsSum(place) ? $"({place})" : place)} * {factor}");

    /// <summary>A sum of places; numbers are added where the first of them stands.</summary>
    public static string Sum(params string[] terms)
    {
        int number = terms.Sum(term => Number(term) ?? 0);
        var sum = new List<string>();
        foreach (string term in terms.Where(term => term.Length > 0 && term != "0"))
        {
            if (Number(term) is null)
            {
                sum.Add(term);
            }
            else if (number != 0)
            {
                sum.Add(Invariant.Of($"{number}"));
                number = 0;
            }
        }

        return sum.Count == 0 ? "0" : string.Join(" + ", sum);
    }

    /// <summary>Where a channel at a position of an image lies.</summary>
    public static string Of(Layout layout, string row, string line, string position, string channel = "c") =>
        At(layout, row, Times(line, layout.LineStride), Times(position, layout.PositionStride), channel);

    /// <summary>Where a channel at the first position of a window in an image lies.</summary>
    public static string OfWindow(Layout layout, Window window, string row, string line, string position, string channel = "c") =>
        At(layout, row, Times(line, window.StrideY * layout.LineStride), Times(position, window.StrideX * layout.PositionStride), channel);

    /// <summary>How far a position of an image, counted line by line, is from the first.</summary>
    public static string OfPosition(Layout layout, string number)
    {
        if (layout.LineStride == layout.Width * layout.PositionStride)
        {
            return Times(number, layout.PositionStride);
        }

        (string line, string position) = Split(number, layout.Height, layout.Width);
        return Sum(Times(line, layout.LineStride), Times(position, layout.PositionStride));
    }

    /// <summary>The line and the position in it of one of height × width places, by its number.</summary>
    public static (string Line, string Position) Split(string number, int height, int width) =>
        number == "0" ? ("0", "0")
        : height == 1 ? ("0", number)
        : width == 1 ? (number, "0")
        : (Invariant.Of($"{number} / {width}"), Invariant.Of($"{number} % {width}"));

    /// <summary>The number of one of the places that lie in lines of so many.</summary>
    public static string Join(string line, string position, int width) => Sum(Times(line, width), position);

    /// <summary>A reference to an element.</summary>
    public static string Reference(string reference, string index) =>
        index == "0" ? $"ref {reference}" : $"ref {Types.Unsafe}.Add(ref {reference}, {index})";

    private static string At(Layout layout, string row, string down, string across, string channel) =>
        Sum(Times(row, layout.Stride), Invariant.Of($"{layout.Start}"), down, across, channel);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Whether the outermost operator is + or −.</summary>
    private static bool IsSum(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0 && i > 0 && text[i] is '+' or '-')
            {
                return true;
            }
        }

        return false;
    }
}
