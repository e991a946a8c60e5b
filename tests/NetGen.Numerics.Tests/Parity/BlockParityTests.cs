using NetGen.CompilerServices;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>Batches of several blocks of 1024 rows, a ragged one and one row more than a block, beside their twins, in every setting.</summary>
public sealed class BlockParityTests
{
    private static readonly NetworkText[] Networks =
    [
        new NetworkText("Plain", 2500, Ingredients.Optimizers[1])
            .Layer("X", "Input(6)")
            .Layer("A", "Dense(33)", "Tanh")
            .Layer("B", "Scale")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy(ClassWeights = [0.5f, 1.5f, 2f])"),
        new NetworkText("Clipped", 2049, Ingredients.Optimizers[2], "GradientClipping(Norm = 0.05f)")
            .Layer("X", "Input(5)")
            .Layer("A", "Dense(18)", "Sigmoid")
            .Head("Out", "Dense(2)", "MeanSquaredError"),
        new NetworkText("Robust", 1100, Ingredients.Optimizers[1], "AdversarialTraining(Epsilon = 0.05f, Weight = 0.4f)")
            .Layer("X", "Input(3, Min = -2, Max = 2)")
            .Layer("A", "Dense(20)", "Tanh")
            .Head("Out", "Dense(2)", "MeanSquaredError"),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Fact]
    public void Emitted_code_and_the_runtime_have_the_same_blocks() => Assert.Equal(Rows.OfBlock, ReduceBatch.BlockRows);

    [Theory]
    [MemberData(nameof(All))]
    public void Batches_of_several_blocks_agree_and_have_the_same_bits_in_every_setting(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        using var comparison = new Comparison(Emitted.Value.Pair(network, seed: 4, Setting.All), seed: 4, missing: 0.1);
        foreach (int rows in new[] { network.BatchSize, 1025, 7, network.BatchSize })
        {
            comparison.Step(rows);
        }
    }
}
