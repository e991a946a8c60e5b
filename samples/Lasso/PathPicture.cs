using System.Collections.Immutable;
using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Lasso;

/// <summary>The coefficient path as an SVG picture.</summary>
internal static class PathPicture
{
    private const double Width = 960, Height = 560;

    /// <summary>The SVG text, the same in every culture.</summary>
    public static string Svg(Diabetes data, ImmutableArray<PathPoint> path)
    {
        var plot = new PlotModel
        {
            Title = "LASSO: which measurements tell the progression of diabetes",
            Subtitle = "lines: the network; dots: coordinate descent",
            Culture = CultureInfo.InvariantCulture,
            Background = OxyColors.White,
            DefaultFont = "Helvetica, Arial, sans-serif",
        };
        plot.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom,
            Title = "λ, strength of the L1 penalty (on standardised data)",
            StartPosition = 1, // the path is read from where everything is 0
            EndPosition = 0,
            MajorGridlineStyle = LineStyle.Dot,
            MajorGridlineColor = OxyColors.LightGray,
        });
        plot.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            Title = "coefficient: progression per standard deviation",
            MajorGridlineStyle = LineStyle.Dot,
            MajorGridlineColor = OxyColors.LightGray,
        });
        plot.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        for (int feature = 0; feature < data.Names.Length; feature++)
        {
            OxyColor colour = OxyColor.FromHsv(feature / (double)data.Names.Length, 0.85, feature % 2 == 0 ? 0.85 : 0.6);
            int j = feature;
            plot.Series.Add(new LineSeries
            {
                Title = data.Names[feature],
                Color = colour,
                StrokeThickness = 2,
                ItemsSource = path.Select(p => new DataPoint(p.Lambda, p.Network[j] * data.Deviation)).ToArray(),
            });
            plot.Series.Add(new LineSeries
            {
                Color = OxyColors.Transparent,
                MarkerType = MarkerType.Circle,
                MarkerSize = 2.5,
                MarkerFill = colour,
                ItemsSource = path.Select(p => new DataPoint(p.Lambda, p.Reference[j] * data.Deviation)).ToArray(),
            });
        }

        return SvgExporter.ExportToString(plot, Width, Height, isDocument: true, new ScreenText(Width, Height));
    }
}
