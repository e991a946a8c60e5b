namespace NetGen.Tests.EndToEnd;

public class DataArgumentTests
{
    private static readonly GaugeRows Good = new();

    [Fact]
    public void Good_rows_make_a_data_set() =>
        Assert.Equal("4 rows: Left (floats [3]), Right (floats [2]), Kind (labels), Flags (floats [2]), Size (floats [1])", Good.Data().ToString());

    [Fact]
    public void No_row_is_refused()
    {
        Refused(Good with { Left = [] }, "left has 0 numbers", "one or more rows");
        Refused(Good with { Kind = [] }, "kind has 0 numbers", "one or more rows");
    }

    [Fact]
    public void A_column_that_ends_within_a_row_is_refused() => Refused(Good with { Left = new float[11] }, "left has 11 numbers", "rows of 3");

    [Fact]
    public void Columns_of_different_numbers_of_rows_are_refused() => Refused(Good with { Size = [1] }, "Size has 1 rows and Left has 4", "the same number");

    [Theory, InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void A_feature_that_is_not_finite_is_refused(float value) =>
        Refused(Good with { Right = [0, 0, 0, value, 0, 0, 0, 0] }, $"Column Right, row 1, element 1: {value}", "finite");

    [Theory, InlineData(3), InlineData(-2)]
    public void A_label_out_of_range_is_refused(int label) =>
        Refused(Good with { Kind = [0, 0, label, 0] }, $"Column Kind, row 2: label {label}", "0 to 2, or −1");

    [Theory, InlineData(-0.5f), InlineData(2)]
    public void A_target_that_is_no_probability_is_refused(float target) =>
        Refused(Good with { Flags = [0, 0, 0, 0, 0, 0, 0, target] }, $"Column Flags, row 3, element 1: {target}", "0 to 1, or NaN");

    [Fact]
    public void A_target_that_is_infinite_is_refused() =>
        Refused(Good with { Size = [0, float.NegativeInfinity, 0, 0] }, "Column Size, row 1, element 0: -Infinity", "finite, or NaN");

    private static void Refused(GaugeRows rows, string value, string allowed)
    {
        ArgumentException e = Assert.ThrowsAny<ArgumentException>(rows.Data);
        Assert.Contains(value, e.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, e.Message, StringComparison.Ordinal);
    }
}
