using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>A number that the attributes give a default and the generated record makes settable.</summary>
/// <param name="Layer">The layer that has it; empty for the network.</param>
/// <param name="Word">What it is called there: <c>Keep</c>.</param>
/// <param name="Default">The attribute's value.</param>
/// <param name="Range">What it may be.</param>
/// <param name="Summary">One sentence for its documentation, with the formula it appears in.</param>
/// <param name="IsInteger">Whether it is an <c>int</c> and not a <c>float</c>.</param>
internal sealed record Hyperparameter(string Layer, string Word, double Default, Range Range, string Summary, bool IsInteger = false)
{
    /// <summary>A hyperparameter of the network.</summary>
    public Hyperparameter(string word, double value, Range range, string summary, bool isInteger = false)
        : this("", word, value, range, summary, isInteger)
    {
    }

    /// <summary>The record's property: <c>HiddenKeep</c>.</summary>
    public string Name => Layer + Word;
}

/// <summary>The values a hyperparameter may take.</summary>
/// <param name="Minimum">Lower end.</param>
/// <param name="Maximum">Upper end; +∞ for none.</param>
/// <param name="MinimumIncluded">Whether the lower end itself is allowed.</param>
/// <param name="MaximumIncluded">Whether the upper end itself is allowed.</param>
internal readonly record struct Range(double Minimum, double Maximum, bool MinimumIncluded, bool MaximumIncluded)
{
    public static Range NotNegative => new(0, double.PositiveInfinity, true, false);

    public static Range Positive => new(0, double.PositiveInfinity, false, false);

    /// <summary>What cuts off beyond it, so that ∞ cuts off nothing.</summary>
    public static Range Limit => new(0, double.PositiveInfinity, false, true);

    /// <summary>[0, 1).</summary>
    public static Range BelowOne => new(0, 1, true, false);

    /// <summary>(0, 1].</summary>
    public static Range Probability => new(0, 1, false, true);

    /// <summary>[0, 1].</summary>
    public static Range UnitInterval => new(0, 1, true, true);

    /// <summary>0, 1, 2, ...</summary>
    public static Range Whole => new(0, int.MaxValue, true, true);

    /// <summary>1, 2, 3, ...</summary>
    public static Range Count => new(1, int.MaxValue, true, true);

    public bool Contains(double value) =>
        (value > Minimum || (MinimumIncluded && value == Minimum)) && (value < Maximum || (MaximumIncluded && value == Maximum));

    /// <summary>In words: <c>≥ 0 and finite</c>, <c>&gt; 0, ∞ for no limit</c>, <c>≥ 1</c>, <c>in (0, 1]</c>.</summary>
    public override string ToString() => double.IsPositiveInfinity(Maximum) || Maximum == int.MaxValue
        ? Invariant.Of($"{(MinimumIncluded ? "≥" : ">")} {(float)Minimum}")
            + (Maximum == int.MaxValue ? "" : MaximumIncluded ? ", ∞ for no limit" : " and finite")
        : Invariant.Of($"in {(MinimumIncluded ? '[' : '(')}{(float)Minimum}, {(float)Maximum}{(MaximumIncluded ? ']' : ')')}");
}
