using OxyPlot.Axes;

namespace RegularizationLab;

/// <summary>The axes of charts. An upright one needs no title: the chart's own says what it measures.</summary>
internal static class Axes
{
    public static Axis Linear(double least = double.NaN, double most = double.NaN, string? title = null) =>
        new LinearAxis { Title = title, Minimum = least, Maximum = most };

    public static Axis Logarithmic(double least, double most, string? title = null) =>
        new LogarithmicAxis { Title = title, Minimum = least, Maximum = most, LabelFormatter = value => Words.Strength((float)value) };
}
