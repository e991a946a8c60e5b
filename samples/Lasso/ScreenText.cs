using OxyPlot;

namespace Lasso;

/// <summary>Measures text as a browser shows it: OxyPlot's own measure is in points, of which a pixel is three quarters, and text would overlap.</summary>
internal sealed class ScreenText(double width, double height) : PdfRenderContext(width, height, OxyColors.White)
{
    private const double PixelsPerPoint = 4.0 / 3;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(points.Width * PixelsPerPoint, points.Height * PixelsPerPoint);
    }
}
