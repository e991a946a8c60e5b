namespace NetGen.Numerics.Tests;

/// <summary>
/// Every number of rows from one to the capacity, so every way to cut a batch into blocks and tiles, at every width and shared among threads.
/// </summary>
public sealed class RowParityTests
{
    // Two blocks of 24 rows and a rest; layers of one, of two and of several blocks of columns. No kinks, so that no batch is drawn twice.
    private static readonly NetworkText[] Networks =
    [
        new NetworkText("Columns", 50, "Sgd(0.05f, Momentum = 0.9f)")
            .Layer("X", "Input(17)", "Dropout(0.9f)")
            .Layer("A", "Dense(80)", "Tanh", "Dropout(0.8f)")
            .Layer("B", "Dense(33)", "Gelu", "L2(0.02f)")
            .Head("Out", "Dense(10)", "SoftmaxCrossEntropy(Smoothing = 0.1f)"),
        new NetworkText("Branches", 50, "Adam(0.01f, Epsilon = 0.01f)")
            .Layer("X", "Input(5)")
            .Layer("A", "Dense(12)", "Swish")
            .Layer("B", "Dense(12)", "Softplus", "Dropout(0.7f)")
            .Layer("S", "Sum(nameof(A), nameof(B))")
            .Head("Near", "Dense(2, From = nameof(A))", "MeanSquaredError")
            .Head("Far", "Dense(3, From = nameof(S))", "BinaryCrossEntropy"),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_number_of_rows_agrees(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 5), seed: 5, missing: 0.1);
        for (int rows = network.BatchSize; rows > 0; rows--)
        {
            comparison.Step(rows);
            comparison.Evaluate(rows);
        }
    }
}
