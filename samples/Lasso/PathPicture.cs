using System.Collections.Immutable;
using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Lasso;

/// <summary>Coefficient paths as an SVG picture: a panel for each path, over the same λ and to the same scale.</summary>
internal static class PathPicture
{
    /// <summary>In pixels; the gap between panels as a share of all.</summary>
    private const double Width = 960, Panel = 420, Edges = 110, Gap = .04;

    /// <summary>The SVG text, the same in every culture.</summary>
    /// <param name="data">What is explained.</param>
    /// <param name="panels">The paths with their titles, from above.</param>
    public static string Svg(Diabetes data, params (string Title, ImmutableArray<PathPoint> Path)[] panels)
    {
        double height = Edges + Panel * panels.Length;
        var plot = new PlotModel
        {
            Title = "Which measurements tell the progression of diabetes",
            Subtitle = "lines: the network; dots: coordinate descent; upright: progression per standard deviation of a measurement",
            Culture = CultureInfo.InvariantCulture,
            Background = OxyColors.White,
            DefaultFont = "Helvetica, Arial, sans-serif",
        };
        plot.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        plot.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom,
            Title = "λ₁, strength of the L1 penalty (on standardized data)",
            StartPosition = 1, // the path is read from where everything is 0
            EndPosition = 0,
            MajorGridlineStyle = LineStyle.Dot,
            MajorGridlineColor = OxyColors.LightGray,
        });
        double[] all = [.. panels.SelectMany(panel => panel.Path).SelectMany(point => point.Network.Select(w => w * data.Deviation))];
        double part = (1 - Gap * (panels.Length - 1)) / panels.Length;
        for (int i = 0; i < panels.Length; i++)
        {
            double top = 1 - i * (part + Gap);
            plot.Axes.Add(new LinearAxis
            {
                Key = panels[i].Title,
                Title = panels[i].Title,
                Position = AxisPosition.Left,
                StartPosition = top - part,
                EndPosition = top,
                Minimum = Math.Floor(all.Min() / 10) * 10,
                Maximum = Math.Ceiling(all.Max() / 10) * 10,
                MajorGridlineStyle = LineStyle.Dot,
                MajorGridlineColor = OxyColors.LightGray,
            });
            Draw(plot, data, panels[i].Title, panels[i].Path, isExplained: i == 0);
        }

        return SvgExporter.ExportToString(plot, Width, height, isDocument: true, new ScreenText(Width, height));
    }

    /// <summary>The lines and dots of one panel; one panel explains the colors of all.</summary>
    private static void Draw(PlotModel plot, Diabetes data, string axis, ImmutableArray<PathPoint> path, bool isExplained)
    {
        for (int feature = 0; feature < data.Names.Length; feature++)
        {
            OxyColor color = OxyColor.FromHsv(feature / (double)data.Names.Length, 0.85, feature % 2 == 0 ? 0.85 : 0.6);
            int j = feature;
            plot.Series.Add(new LineSeries
            {
                YAxisKey = axis,
                Title = isExplained ? data.Names[feature] : null,
                Color = color,
                StrokeThickness = 2,
                ItemsSource = path.Select(p => new DataPoint(p.L1, p.Network[j] * data.Deviation)).ToArray(),
            });
            plot.Series.Add(new LineSeries
            {
                YAxisKey = axis,
                Color = OxyColors.Transparent,
                MarkerType = MarkerType.Circle,
                MarkerSize = 2.5,
                MarkerFill = color,
                ItemsSource = path.Select(p => new DataPoint(p.L1, p.Reference[j] * data.Deviation)).ToArray(),
            });
        }
    }
}
