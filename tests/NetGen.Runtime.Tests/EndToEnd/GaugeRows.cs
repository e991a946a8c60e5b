namespace NetGen.Tests.EndToEnd;

/// <summary>Four good rows for a <see cref="Gauge"/>; a test spoils one column by <c>with</c>.</summary>
internal sealed record GaugeRows
{
    public float[] Left { get; init; } = [1, 2, 3, -1, 0, 1, 0.5f, -0.5f, 2, 0, 0, 0];

    public float[] Right { get; init; } = [1, 0, 0, 1, -1, 2, 0.25f, 0.75f];

    public int[] Kind { get; init; } = [0, 1, 2, -1];

    public float[] Flags { get; init; } = [0, 1, 1, 1, 0.5f, 0, float.NaN, 0];

    public float[] Size { get; init; } = [1.5f, -2, float.NaN, 0];

    public float Step(Gauge network) => network.TrainStep(Left, Right, Kind, Flags, Size);

    public Dataset Data() => Gauge.Data(Left, Right, Kind, Flags, Size);

    /// <summary>The same rows again and again.</summary>
    public GaugeRows Times(int count) => new()
    {
        Left = Repeat(Left, count),
        Right = Repeat(Right, count),
        Kind = Repeat(Kind, count),
        Flags = Repeat(Flags, count),
        Size = Repeat(Size, count),
    };

    private static T[] Repeat<T>(T[] values, int count) => [.. Enumerable.Repeat(values, count).SelectMany(v => v)];
}
