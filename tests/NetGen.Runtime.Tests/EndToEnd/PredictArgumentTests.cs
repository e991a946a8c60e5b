using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

public sealed class PredictArgumentTests : IDisposable
{
    private const float Untouched = 7;

    private readonly Gauge _network = new(seed: 1);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void More_rows_than_a_batch_are_predicted()
    {
        float[] size = new float[9];
        _network.Predict(new float[27], new float[18], new float[27], new float[18], size);
        Assert.Single(size.Distinct());
    }

    [Fact]
    public void No_row_is_refused() => Refused(0, 0, 0, 0, 0, "left", "0 numbers; it needs one or more rows of 3");

    [Fact]
    public void An_input_that_ends_within_a_row_is_refused() => Refused(7, 4, 6, 4, 2, "left", "7 numbers; it needs one or more rows of 3");

    [Fact]
    public void Inputs_of_different_numbers_of_rows_are_refused() => Refused(6, 2, 6, 4, 2, "right", "2 numbers; 2 rows of 2 make 4");

    [Theory, InlineData(5), InlineData(7), InlineData(0)]
    public void Room_for_another_number_of_predictions_is_refused(int length) =>
        Refused(6, 4, length, 4, 2, "kind", $"{length} numbers; 2 rows of 3 make 6");

    [Fact]
    public void Every_head_needs_its_room()
    {
        Refused(6, 4, 6, 2, 2, "flags", "2 numbers; 2 rows of 2 make 4");
        Refused(6, 4, 6, 4, 3, "size", "3 numbers; 2 rows of 1 make 2");
    }

    [Theory, InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void A_feature_that_is_not_finite_is_refused_even_in_a_late_row(float value)
    {
        float[] left = new float[60], size = [.. Enumerable.Repeat(Untouched, 20)];
        left[58] = value;
        Refusal.Says(() => _network.Predict(left, new float[40], new float[60], new float[40], size), "left", $"{value} at row 19, position 1");
        Assert.All(size, s => Assert.Equal(Untouched, s));
    }

    private void Refused(int left, int right, int kind, int flags, int size, string argument, string message)
    {
        Bits before = Bits.Of(_network);
        float[][] outputs = [.. new[] { kind, flags, size }.Select(n => Enumerable.Repeat(Untouched, n).ToArray())];
        Refusal.Says(() => _network.Predict(new float[left], new float[right], outputs[0], outputs[1], outputs[2]), argument, message);
        Assert.All(outputs.SelectMany(o => o), value => Assert.Equal(Untouched, value));
        Assert.Equal(before, Bits.Of(_network));
    }
}
