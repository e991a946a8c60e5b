using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Generator.Text;

/// <summary>Text that is the same under every culture and on every runtime.</summary>
internal static class Invariant
{
    /// <summary>The text with its holes filled; floats without a format have all the digits that read back to the same bits.</summary>
    public static string Of(FormattableString text) => text.ToString(AllDigits.Provider);

    /// <summary>A float as a C# literal that reads back to the same bits: <c>0.0001f</c>, <c>1e-8f</c>.</summary>
    public static string Literal(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => Regex.Replace(Of($"{value}"), "E([+-])0*", "e$1").Replace("e+", "e") + "f",
    };

    /// <summary>12345 as 12,345.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A name with its first letter in upper case; nothing of nothing.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary><c>HiddenLayer</c> as <c>hiddenLayer</c>.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Formats a number as it reads back. By default .NET Framework writes 7 digits of a float, and 15 of a double.</summary>
    private sealed class AllDigits : IFormatProvider, ICustomFormatter
    {
        public static readonly AllDigits Provider = new();

        public object? GetFormat(Type formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType);

        public string Format(string? format, object? argument, IFormatProvider formatProvider) => argument switch
        {
            float or double when string.IsNullOrEmpty(format) => ((IFormattable)argument).ToString("R", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(format, CultureInfo.InvariantCulture),
            _ => argument?.ToString() ?? "",
        };
    }
}
