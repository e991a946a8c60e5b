using NetGen;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace RegularizationLab;

/// <summary>A chart in the style of the report: lines with bands, bars, marks. Its title says what is measured upwards.</summary>
internal sealed class Chart
{
    private const byte BandOpacity = 46;
    private readonly double _floor;
    private readonly List<KeyEntry> _key = [];

    public Chart(Axis across, Axis upright)
    {
        Model = new PlotModel
        {
            TextColor = Ink.Text,
            PlotAreaBorderColor = Ink.Line,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            Padding = new OxyThickness(4, 8, 14, 4),
        };
        _floor = upright is LogarithmicAxis ? upright.Minimum : 0;
        Add(across, AxisPosition.Bottom);
        Add(upright, AxisPosition.Left);
    }

    public PlotModel Model { get; }

    public int Width { get; init; } = 420;

    public int Height { get; init; } = 250;

    /// <summary>What each color stands for, in the order in which it was drawn.</summary>
    public IReadOnlyList<KeyEntry> Key => _key;

    public Chart Line(string title, OxyColor color, IEnumerable<(double X, double Y)> points, bool marked = false, bool dashed = false)
    {
        var line = new LineSeries
        {
            Color = color,
            StrokeThickness = 2,
            LineStyle = dashed ? LineStyle.Dash : LineStyle.Solid,
            MarkerType = marked ? MarkerType.Circle : MarkerType.None,
            MarkerFill = color,
            MarkerSize = 3.5,
        };
        line.Points.AddRange(points.Select(p => new DataPoint(p.X, p.Y)));
        Model.Series.Add(line);
        return Explain(title, color, dashed ? Stroke.Dashes : Stroke.Line);
    }

    /// <summary>A line through the means, in a band of one deviation to either side.</summary>
    public Chart Band(string title, OxyColor color, IReadOnlyList<(double X, Statistic Y)> points, bool dashed = false)
    {
        var band = new AreaSeries { Color = OxyColors.Transparent, Color2 = OxyColors.Transparent, Fill = OxyColor.FromAColor(BandOpacity, color) };
        band.Points.AddRange(points.Select(p => new DataPoint(p.X, p.Y.Mean - p.Y.Deviation)));
        band.Points2.AddRange(points.Select(p => new DataPoint(p.X, p.Y.Mean + p.Y.Deviation)));
        Model.Series.Add(band);
        return Line(title, color, points.Select(p => (p.X, p.Y.Mean)), marked: true, dashed);
    }

    /// <summary>Bars that stand on the horizontal axis, or on one another.</summary>
    public Chart Bars(string title, OxyColor color, IEnumerable<(double From, double To, double Bottom, double Top)> bars)
    {
        var series = new RectangleBarSeries { FillColor = color, StrokeColor = color, StrokeThickness = 0 };
        foreach ((double from, double to, double bottom, double top) in bars.Where(bar => bar.Top > Math.Max(bar.Bottom, _floor)))
        {
            series.Items.Add(new RectangleBarItem(from, Math.Max(bottom, _floor), to, top));
        }

        Model.Series.Add(series);
        return Explain(title, color, Stroke.Block);
    }

    /// <summary>An upright line.</summary>
    public Chart Mark(string title, OxyColor color, double x)
    {
        Model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = x, Color = color, LineStyle = LineStyle.Dash, StrokeThickness = 1.5 });
        return Explain(title, color, Stroke.Upright);
    }

    /// <summary>A dot with a bar of one deviation up and down, and its name beside it or above the bar.</summary>
    /// <param name="name">What the dot is.</param>
    /// <param name="title">What its color stands for; said once for each color.</param>
    /// <param name="color">Its color.</param>
    /// <param name="x">Where it stands.</param>
    /// <param name="y">Mean and deviation.</param>
    /// <param name="side">On which side of the dot the name stands; in the center, above the bar.</param>
    public Chart Dot(string name, string title, OxyColor color, double x, Statistic y, HorizontalAlignment side)
    {
        var bar = new LineSeries { Color = color, StrokeThickness = 2 };
        bar.Points.AddRange([new DataPoint(x, y.Mean - y.Deviation), new DataPoint(x, y.Mean + y.Deviation)]);
        Model.Series.Add(bar);
        Model.Annotations.Add(new TextAnnotation
        {
            Text = name,
            TextPosition = new DataPoint(x, side == HorizontalAlignment.Center ? y.Mean + y.Deviation : y.Mean),
            TextHorizontalAlignment = (HorizontalAlignment)(-(int)side),
            TextVerticalAlignment = side == HorizontalAlignment.Center ? VerticalAlignment.Bottom : VerticalAlignment.Middle,
            Offset = new ScreenVector(7 * (int)side, side == HorizontalAlignment.Center ? -2 : 0),
            TextColor = Ink.Text,
            Stroke = OxyColors.Transparent,
            FontSize = 13,
        });
        var dot = new LineSeries { Color = color, MarkerType = MarkerType.Circle, MarkerFill = color, MarkerSize = 4.5 };
        dot.Points.Add(new DataPoint(x, y.Mean));
        Model.Series.Add(dot);
        return _key.Exists(entry => entry.Title == title) ? this : Explain(title, color, Stroke.Block);
    }

    private Chart Explain(string title, OxyColor color, Stroke stroke)
    {
        _key.Add(new KeyEntry(title, color, stroke));
        return this;
    }

    private void Add(Axis axis, AxisPosition position)
    {
        axis.Position = position;
        axis.FontSize = 13;
        axis.IntervalLength = position == AxisPosition.Left ? 30 : 60;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = Ink.Grid;
        axis.TickStyle = TickStyle.None;
        axis.AxisTitleDistance = 8;
        Model.Axes.Add(axis);
    }
}
