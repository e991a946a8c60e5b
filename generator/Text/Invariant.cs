using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Generator.Text;

/// <summary>Text that is the same under every culture.</summary>
internal static class Invariant
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A float as a C# literal that reads back to the same bits: <c>0.0001f</c>, <c>1e-8f</c>.</summary>
    public static string Literal(float value) => value switch
    {
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ when float.IsNaN(value) => "float.NaN",
        _ => Regex.Replace(value.ToString("R", CultureInfo.InvariantCulture), "E([+-])0*", "e$1").Replace("e+", "e") + "f",
    };

    /// <summary>12345 as 12,345.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>HiddenLayer</c> as <c>hiddenLayer</c>.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
