using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lasso;

/// <summary>The path as a table: for some λ each coefficient of the network, and how far it is from the reference.</summary>
internal static class PathTable
{
    public static string Of(Diabetes data, ImmutableArray<PathPoint> path)
    {
        var text = new StringBuilder();
        text.AppendLine(string.Join(" ", data.Names.Select(name => $"{name,7}").Prepend($"{"λ",8}")) + "   selected  largest difference");
        foreach (PathPoint point in path)
        {
            IEnumerable<string> coefficients = point.Network.Select(w => w == 0 ? $"{"0",7}" : string.Create(CultureInfo.InvariantCulture, $"{w * data.Deviation,7:F2}"));
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{point.L1,8:F4} {string.Join(" ", coefficients)}"));
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $" {point.Selected,10}  {point.Agreement}"));
        }

        return text.ToString();
    }
}
