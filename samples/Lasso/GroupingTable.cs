using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Lasso;

/// <summary>
/// The grouping effect: two measurements that go together, under a weak L1 and an L2 that grows. What is left unexplained, the squared error over
/// the variance, says what their coefficients are worth.
/// </summary>
internal static class GroupingTable
{
    /// <summary>Total cholesterol and its low-density part: of all pairs the one with the highest correlation.</summary>
    public const string First = "s1", Second = "s2";

    public static string Of(Diabetes data, ImmutableArray<PathPoint> points)
    {
        (int first, int second) = (data.Names.IndexOf(First), data.Names.IndexOf(Second));
        var text = new StringBuilder();
        text.AppendLine($"{"λ₂",8} {First,7} {Second,7}   selected  unexplained  largest difference");
        foreach (PathPoint point in points)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"{point.L2,8:0.###} {point.Network[first] * data.Deviation,7:F2} {point.Network[second] * data.Deviation,7:F2} {point.Selected,10} {100 * data.Unexplained(point.Network),10:F1} %  {point.Agreement}"));
        }

        return text.ToString();
    }
}
