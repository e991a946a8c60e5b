namespace NetGen.Tests.Data;

/// <summary>A hand-made network: input Image [2, 2], heads Label (3 classes), Flag (one probability) and Price (two numbers).</summary>
internal static class Toy
{
    public const int BatchSize = 4;

    public static NetworkSchema Schema { get; } = new(
        "Toy", BatchSize,
        [new InputInfo("Image", [2, 2], 4, Offset: 0, Stride: 16)],
        [
            new HeadInfo("Label", LossKind.SoftmaxCrossEntropy, 3, 64, 16, -1, 0, LabelOffset: 0, 128, 144),
            new HeadInfo("Flag", LossKind.BinaryCrossEntropy, 1, 160, 16, TargetOffset: 224, TargetStride: 16, -1, 288, 304),
            new HeadInfo("Price", LossKind.Huber, 2, 320, 16, TargetOffset: 384, TargetStride: 16, -1, 448, 464),
        ],
        [], ParameterFloats: 0, StateSlots: 0, BatchFloats: 480, WorkFloats: 480, TrainingFloats: 0);

    public static FeatureColumn Image(int rows) => new("Image", [2, 2], Numbers(rows * 4));

    public static LabelColumn Label(int rows) => new("Label", Enumerable.Range(0, rows).Select(r => r % 4 - 1).ToArray());

    public static FeatureColumn Flag(int rows) => new("Flag", [1], Enumerable.Range(0, rows).Select(r => r % 2 == 0 ? 1f : 0f).ToArray());

    public static FeatureColumn Price(int rows) => new("Price", [2], Numbers(rows * 2));

    /// <summary>Image row r is 4r … 4r + 3, Label r mod 4 − 1 (every fourth missing), Flag 1, 0, 1 …, Price row r is 2r, 2r + 1.</summary>
    public static Dataset Data(int rows) => new(Image(rows), Label(rows), Flag(rows), Price(rows));

    public static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (float)i)];

    /// <summary>Which rows of <see cref="Data"/> a selection of it holds.</summary>
    public static int[] RowsOf(Dataset data) => [.. Enumerable.Range(0, data.Count).Select(r => (int)((FeatureColumn)data["Image"]).Row(r)[0] / 4)];
}
