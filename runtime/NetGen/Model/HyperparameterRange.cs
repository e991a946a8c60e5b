using System.ComponentModel;
using System.Globalization;

namespace NetGen.CompilerServices;

/// <summary>Checks the values given to a generated hyperparameter record, and whatever else takes a number of some range.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HyperparameterRange
{
    /// <summary>No bound on this side; the value must be finite.</summary>
    public static Bound Unbounded => default;

    /// <summary>The value itself is allowed; <see cref="float.PositiveInfinity"/>, too, if it is given here, and otherwise never.</summary>
    public static Bound Including(float value) => new(value, Exists: true, IsIncluded: true);

    /// <summary>A lower bound that is itself not allowed.</summary>
    public static Bound Above(float value) => new(value, Exists: true, IsIncluded: false);

    /// <summary>An upper bound that is itself not allowed.</summary>
    public static Bound Below(float value) => new(value, Exists: true, IsIncluded: false);

    /// <summary>Returns the value if it lies between the bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not, or it is NaN.</exception>
    public static float Check(float value, Bound lower, Bound upper, string name)
    {
        bool above = value > (lower.Exists ? lower.Value : float.NegativeInfinity) || (lower.IsIncluded && value == lower.Value);
        bool below = value < (upper.Exists ? upper.Value : float.PositiveInfinity) || (upper.IsIncluded && value == upper.Value);
        return above && below
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value.ToString(CultureInfo.InvariantCulture)}; it must be {Words(lower, upper)}.");
    }

    /// <summary>Returns the value if it is at least <paramref name="minimum"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public static int Check(int value, int minimum, string name) => value >= minimum
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value.ToString(CultureInfo.InvariantCulture)}; it must be ≥ {minimum.ToString(CultureInfo.InvariantCulture)}.");

    /// <summary>Returns the value if it is at least <paramref name="minimum"/> and at most <paramref name="maximum"/>.</summary>
    internal static int Check(int value, int minimum, int maximum, string name) => value >= minimum && value <= maximum
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be in [{minimum}, {maximum}]."));

    private static string Words(Bound lower, Bound upper) => (lower.Exists, upper.Exists) switch
    {
        (_, true) when float.IsPositiveInfinity(upper.Value) => string.Create(CultureInfo.InvariantCulture, $"{(lower.IsIncluded ? "≥" : ">")} {lower.Value}, where float.PositiveInfinity is no limit"),
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"in {(lower.IsIncluded ? '[' : '(')}{lower.Value}, {upper.Value}{(upper.IsIncluded ? ']' : ')')}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{(lower.IsIncluded ? "≥" : ">")} {lower.Value} and finite"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"{(upper.IsIncluded ? "≤" : "<")} {upper.Value} and finite"),
        _ => "finite",
    };

    /// <summary>One end of a range.</summary>
    /// <param name="Value">The end.</param>
    /// <param name="Exists">Whether there is one.</param>
    /// <param name="IsIncluded">Whether the end itself is allowed.</param>
    public readonly record struct Bound(float Value, bool Exists, bool IsIncluded);
}
