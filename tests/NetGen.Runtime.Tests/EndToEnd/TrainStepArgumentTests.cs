using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

public sealed class TrainStepArgumentTests : IDisposable
{
    private static readonly GaugeRows Good = new();

    private readonly Gauge _network = new(seed: 1);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Good_rows_make_a_step()
    {
        Bits before = Bits.Of(_network);
        Assert.InRange(Good.Step(_network), 0.1f, 100);
        Assert.NotEqual(before, Bits.Of(_network));
    }

    [Fact]
    public void No_row_is_refused() => Refused(Good with { Left = [] }, "left", "0 numbers", "one or more rows of 3");

    [Fact]
    public void An_input_that_ends_within_a_row_is_refused() => Refused(Good with { Left = new float[11] }, "left", "11 numbers", "rows of 3");

    [Fact]
    public void More_rows_than_a_batch_are_refused() => Refused(Good.Times(2), "left", "8 rows", "at most 4");

    [Fact]
    public void Inputs_of_different_numbers_of_rows_are_refused() => Refused(Good with { Right = new float[6] }, "right", "6 numbers", "4 rows of 2 make 8");

    [Fact]
    public void Targets_of_another_number_of_rows_are_refused()
    {
        Refused(Good with { Kind = [0, 1, 2] }, "kind", "3 numbers", "4 rows of 1 make 4");
        Refused(Good with { Flags = new float[4] }, "flags", "4 numbers", "4 rows of 2 make 8");
        Refused(Good with { Size = [] }, "size", "0 numbers", "4 rows of 1 make 4");
    }

    [Theory, InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void A_feature_that_is_not_finite_is_refused(float value)
    {
        Refused(Good with { Left = [.. Good.Left.SkipLast(1), value] }, "left", $"{value} at row 3, position 2", "finite");
        Refused(Good with { Right = [.. Good.Right.SkipLast(2), value, 0] }, "right", $"{value} at row 3, position 0", "finite");
    }

    [Theory, InlineData(3), InlineData(-2), InlineData(int.MinValue), InlineData(int.MaxValue)]
    public void A_label_out_of_range_is_refused(int label) =>
        Refused(Good with { Kind = [0, label, 1, 1] }, "kind", $"{label} at row 1", "0..2, or −1");

    [Theory, InlineData(-0.5f), InlineData(1.5f), InlineData(float.PositiveInfinity)]
    public void A_target_that_is_no_probability_is_refused(float target) =>
        Refused(Good with { Flags = [0, 1, 1, target, 0, 0, 0, 0] }, "flags", $"{target} at row 1, position 1", "in [0, 1], or NaN");

    [Theory, InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void A_target_that_is_infinite_is_refused(float target) =>
        Refused(Good with { Size = [0, 0, target, 0] }, "size", $"{target} at row 2", "finite, or NaN");

    [Fact]
    public void A_step_after_a_refused_one_is_as_if_it_had_not_been_tried()
    {
        using var other = new Gauge(seed: 1);
        Assert.Throws<ArgumentException>("size", () => (Good with { Left = new float[12], Size = [0, 0, float.PositiveInfinity, 0] }).Step(_network));
        Assert.Equal(Good.Step(other), Good.Step(_network));
        Assert.Equal(Bits.Of(other), Bits.Of(_network));
    }

    private void Refused(GaugeRows rows, string argument, string value, string allowed)
    {
        Bits before = Bits.Of(_network);
        Refusal.Says(() => rows.Step(_network), argument, value);
        Refusal.Says(() => rows.Step(_network), argument, allowed);
        Assert.Equal(before, Bits.Of(_network));
    }
}
