using System.Globalization;
using NetGen.Generator;
using NetGen.Generator.Kernels;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Networks of which zeros are left out, behind ReLU and dropout, beside their twins, at every width and shared among threads: blocks that
/// do not divide the sizes, batches of several words of marks, and every optimizer.
/// </summary>
public sealed class SparseParityTests
{
    private static readonly string[] Optimizers = Ingredients.Optimizers[1..];
    private static readonly (int Batch, int Inputs, int First, int Second)[] Sizes =
        [(33, 128, 144, 129), (45, 130, 130, 144), (64, 145, 200, 129), (65, 130, 128, 130), (80, 257, 150, 130), (130, 140, 128, 128)];

    private static readonly string[] Extras =
    [
        "", "AdversarialTraining(Epsilon = 0.05f, Weight = 0.4f)", "GradientClipping(Norm = 0.05f)", "Mixup(0.5f)", "AverageWeights(0.9f)",
        "AdversarialTraining(Epsilon = 0.05f, Steps = 2)",
    ];

    private static readonly NetworkText[] Networks =
    [
        .. from i in Enumerable.Range(0, Math.Max(Optimizers.Length, Sizes.Length))
           let size = Sizes[i % Sizes.Length]
           select new NetworkText(Text($"Sparse{i}"), size.Batch, Optimizers[i % Optimizers.Length], Extras[i % Extras.Length])
               .Layer("X", Text($"Input({size.Inputs}, Min = -2, Max = 2)"))
               .Layer("A", Text($"Dense({size.First})"), "Relu", "L2(0.001f)", "Dropout(0.5f)", i % 2 == 0 ? "" : "MaxNorm(1.2f)")
               .Layer("B", Text($"Dense({size.Second})"), "Relu", "L2(0.002f)", i % 3 == 0 ? "Dropout(0.6f, Rescale = Rescale.AtPrediction)" : "Dropout(0.6f)")
               .Layer("C", "Dense(128)") // a layer without dropout, which a prediction computes in another way than a step
               .Head("Out", "Dense(5)", "SoftmaxCrossEntropy"),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Theory]
    [MemberData(nameof(All))]
    public void Networks_whose_zeros_are_left_out_agree(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        bool needsTargets = network.OnClass.Any(a => a.StartsWith("Mixup", StringComparison.Ordinal));
        Assert.InRange(Compiler.Plan(Models.Of(network)).Step.Count(kernel => kernel.Template is SparseWeightKernel or SparseTileKernel), 3, int.MaxValue);
        int seed = @case.IndexIn(Networks);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed), seed, missing: needsTargets ? 0 : 0.1);
        foreach (int rows in new[] { network.BatchSize, 1, 1 + network.BatchSize / 2, network.BatchSize })
        {
            comparison.Step(rows);
        }

        comparison.Evaluate(network.BatchSize);
        comparison.Evaluate(1);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
