using NetGen.Tests.Data;

namespace NetGen.Tests.EndToEnd;

/// <summary>
/// Spans of one memory, for more rows than a batch takes: results may stand in the place of what is read, row for row. Otherwise they would
/// overwrite rows of later batches, or each other.
/// </summary>
public sealed class SharedSpanTests : IDisposable
{
    private const int Width = 3, Count = 5 * Width;

    private readonly Mirror _network = new(seed: 1);
    private readonly float[] _x = Ramp(0.1f), _y = Ramp(-0.2f);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Results_in_the_place_of_the_rows_are_those_apart()
    {
        SameInPlace((x, result) => _network.Predict(x, result));
        SameInPlace((x, result) => _network.PredictUncertain(x, 3, result, new float[Count]));
        SameInPlace((x, result) => _network.PredictUncertain(x, 3, new float[Count], result));
        SameInPlace((x, result) => _network.InputGradient(x, _y, result));
        SameInPlace((x, result) => _network.Fgsm(x, _y, 0.1f, result));
        SameInPlace((x, result) => _network.Pgd(x, _y, 0.1f, 0.07f, 4, result, randomStart: 5));
    }

    [Fact]
    public void So_are_results_in_the_place_of_the_targets()
    {
        float[] apart = new float[Count], y = [.. _y];
        _network.Pgd(_x, y, 0.1f, 0.07f, 4, apart);
        _network.Pgd(_x, y, 0.1f, 0.07f, 4, y);
        Assert.Equal(apart, y);
    }

    [Theory, InlineData(-Width), InlineData(-1), InlineData(1), InlineData(Width), InlineData(Count - 1)]
    public void Results_that_overlap_the_rows_in_part_are_refused(int offset)
    {
        const string Message = " shares a part of its memory with x; it must be the same span, or share nothing.";
        Refused(offset, (x, result) => _network.Predict(x, result), "y", Message);
        Refused(offset, (x, result) => _network.PredictUncertain(x, 3, result, new float[Count]), "mean", Message);
        Refused(offset, (x, result) => _network.PredictUncertain(x, 3, new float[Count], result), "deviation", Message);
        Refused(offset, (x, result) => _network.InputGradient(x, _y, result), "gradient", Message);
        Refused(offset, (x, result) => _network.Fgsm(x, _y, 0.1f, result), "adversarial", Message);
        Refused(offset, (x, result) => _network.Pgd(x, _y, 0.1f, 0.07f, 4, result), "adversarial", Message);
    }

    [Fact]
    public void So_are_results_that_overlap_the_targets_in_part()
    {
        const string Message = " shares a part of its memory with y; it must be the same span, or share nothing.";
        Refused(Width, (y, result) => _network.InputGradient(_x, y, result), "gradient", Message);
        Refused(-1, (y, result) => _network.Fgsm(_x, y, 0.1f, result), "adversarial", Message);
    }

    [Fact]
    public void Spans_that_touch_are_apart()
    {
        float[] apart = new float[Count], memory = [.. _x, .. _x];
        _network.Predict(_x, apart);
        _network.Predict(memory.AsSpan(Count), memory.AsSpan(0, Count));
        Assert.Equal(apart, memory[..Count]);
    }

    [Fact]
    public void Results_that_share_memory_are_refused()
    {
        using var gauge = new Gauge(seed: 1);
        using var ranged = new Ranged(seed: 1);
        float[] left = new float[15], right = new float[10], room = new float[18], moved = new float[38];
        var rows = new RangedRows(5);
        Says(() => gauge.Predict(left, right, room.AsSpan(0, 15), room.AsSpan(8), new float[5]), "flags", "kind");
        Says(() => gauge.PredictUncertain(left, right, 2, room.AsSpan(0, 15), new float[10], new float[5], new float[15], new float[10], room.AsSpan(4, 5)), "sizeDeviation", "kindMean");
        Says(() => gauge.PredictUncertain(left, right, 2, new float[15], new float[10], room.AsSpan(0, 5), new float[15], new float[10], room.AsSpan(0, 5)), "sizeDeviation", "sizeMean");
        Says(() => ranged.InputGradient(rows.Image, rows.Place, rows.Kind, rows.Size, moved.AsSpan(0, 30), moved.AsSpan(28)), "placeGradient", "imageGradient");
        Says(() => ranged.Fgsm(rows.Image, rows.Place, rows.Kind, rows.Size, 0.1f, moved.AsSpan(0, 30), moved.AsSpan(0, 10)), "placeAdversarial", "imageAdversarial");
        Assert.All(room.Concat(moved), value => Assert.Equal(0, value));

        static void Says(Action act, string argument, string other) =>
            Refusal.Says(act, argument, $"{argument} shares memory with {other}; each needs room of its own.");
    }

    private static float[] Ramp(float step) => [.. Enumerable.Range(0, Count).Select(i => MathF.Sin(step * i))];

    private void SameInPlace(Action<float[], float[]> act)
    {
        float[] apart = new float[Count], memory = [.. _x];
        act(_x, apart);
        act(memory, memory);
        Assert.Equal(apart, memory);
    }

    private delegate void Act(Span<float> given, Span<float> result);

    /// <summary>Results that begin so many numbers after the rows.</summary>
    private static void Refused(int offset, Act act, string argument, string message)
    {
        float[] memory = Enumerable.Repeat(0.5f, 3 * Count).ToArray(), before = [.. memory];
        Refusal.Says(() => act(memory.AsSpan(Count, Count), memory.AsSpan(Count + offset, Count)), argument, argument + message);
        Assert.Equal(before, memory);
    }
}

/// <summary>As many predictions as features, in batches of two rows.</summary>
[Network(BatchSize = 2), Sgd(0.05f)]
internal sealed partial class Mirror
{
    [Input(3)] public partial Layer X { get; }
    [Dense(8), Tanh, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(3), MeanSquaredError] public partial Head Y { get; }
}
