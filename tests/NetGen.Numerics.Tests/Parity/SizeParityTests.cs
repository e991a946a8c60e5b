using System.Globalization;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Sizes around the width of a vector, of a tile and of a padded row: every two of them as inputs and units of one layer, at every width
/// and shared among threads.
/// </summary>
public sealed class SizeParityTests
{
    private static readonly int[] Sizes = [1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 100, 255, 256, 257];
    private static readonly int[] Capacities = [1, 2, 3, 7, 8, 9, 16, 17, 33];

    // The default's ε of 10⁻⁸ leaves Adam's first steps to the sign of gradients that are next to nothing, and so to rounding.
    private static readonly string[] Optimizers = Ingredients.Optimizers[1..];

    /// <summary>Each network has four layers; in the list of sizes, each layer's is so many places on from the one before.</summary>
    private static readonly int[][] Places = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15]];

    private static readonly NetworkText[] Networks =
        [.. from places in Enumerable.Range(0, Places.Length) from first in Enumerable.Range(0, Sizes.Length) select Network(first, places)];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Fact]
    public void Every_two_sizes_meet_as_inputs_and_units()
    {
        IEnumerable<int[]> chains = from places in Enumerable.Range(0, Places.Length)
                                    from first in Enumerable.Range(0, Sizes.Length)
                                    select SizesOf(first, places);
        Assert.Equal(Sizes.Length * Sizes.Length, chains.SelectMany(sizes => sizes.Zip(sizes.Skip(1))).Distinct().Count());
    }

    [Fact]
    public void Every_size_meets_every_optimizer_as_inputs_and_as_units()
    {
        var met = (from places in Enumerable.Range(0, Places.Length)
                   from first in Enumerable.Range(0, Sizes.Length)
                   from layer in Enumerable.Range(0, 4)
                   let sizes = SizesOf(first, places)
                   select (Optimizer: OptimizerOf(first, places), Inputs: sizes[layer], Units: sizes[layer + 1])).ToList();
        int all = Sizes.Length * Optimizers.Length;
        Assert.Equal((all, all), (met.DistinctBy(m => (m.Optimizer, m.Inputs)).Count(), met.DistinctBy(m => (m.Optimizer, m.Units)).Count()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Any_two_sizes_agree(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        int seed = @case.IndexIn(Networks);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed), seed, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(1 + network.BatchSize / 2);
        comparison.Evaluate(network.BatchSize);
        comparison.Evaluate(1);
    }

    private static int[] SizesOf(int first, int places)
    {
        int[] sizes = new int[5];
        int at = first;
        sizes[0] = Sizes[at];
        for (int layer = 0; layer < 4; layer++)
        {
            at = (at + Places[places][layer]) % Sizes.Length;
            sizes[layer + 1] = Sizes[at];
        }

        return sizes;
    }

    /// <summary>With these factors every size meets every optimizer; another number of optimizers may need others.</summary>
    private static string OptimizerOf(int first, int places) => Optimizers[(2 * first + places) % Optimizers.Length];

    private static NetworkText Network(int first, int places)
    {
        int[] sizes = SizesOf(first, places);
        var network = new NetworkText(Text($"Sizes{places}_{first}"), Capacities[(first + 4 * places) % Capacities.Length], OptimizerOf(first, places));
        network.Layer("X", Text($"Input({sizes[0]})"));
        network.Layer("A", Text($"Dense({sizes[1]})"), "Relu", "L2(0.01f)");
        network.Layer("B", Text($"Dense({sizes[2]})"), "Tanh", "Dropout(0.8f)");
        network.Layer("C", Text($"Dense({sizes[3]})"), "Sigmoid");
        network.Head("Bits", Text($"Dense({sizes[2]})"), "BinaryCrossEntropy(Weight = 0.5f)"); // an element-wise loss, whose last columns are masked
        return network.Head("Out", Text($"Dense({sizes[4]})"), sizes[4] > 1 ? "SoftmaxCrossEntropy" : "MeanSquaredError");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
