using NetGen.CompilerServices;
using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>The numerics contract: the same bits after 200 steps on one, two and three threads and with vectors of every width.</summary>
[Collection(nameof(Alone))]
public sealed class ContractTests
{
    private const int Steps = 200;

    // Full batches and partial ones: a row alone, a block and one row more, and none of the tiles' heights.
    private static readonly int[] Fills = [100, 100, 87, 3, 100, 83, 100, 47, 86];

    /// <summary>
    /// Every kernel of every network compiled for every width, which takes the JIT longer than the steps do, and which both cores can do
    /// before.
    /// </summary>
    private static readonly Lazy<ParallelLoopResult> Jitted = new(() => Parallel.ForEach(
        from network in ContractNetworks.All from bits in Setting.Widths select (network, bits),
        each =>
        {
            using Pair pair = ContractNetworks.Emitted.Pair(each.network, seed: 5);
            Setting.SetVectorBits(pair.Network, each.bits);
            Batch batch = Batches.Of(pair.Twin.Model, each.network.BatchSize, seed: 0);
            pair.StepNetwork(batch);
            RecordedBits.OutcomeOf(pair, batch);
            pair.EvaluateNetwork(batch.Only(0));
        }));

    public static TheoryData<NetworkCase> Networks => NetworkCase.Of(ContractNetworks.All);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Parameters_state_and_predictions_have_the_same_bits_whatever_the_width_and_the_threads(NetworkCase @case)
    {
        (NetworkText network, Batch[] batches) = Find(@case);
        (Snapshot expected, Outcome outcome) = Trained(network, batches, Setting.All[0]);
        Assert.All(expected.Values, e => Assert.True(e.Value.Values.ToArray().All(double.IsFinite), $"{e.Key} is not finite"));
        RecordedBits.Check(network.Name, expected, outcome, Setting.All[0]);
        foreach (Setting setting in Setting.All[1..])
        {
            (Snapshot actual, Outcome again) = Trained(network, batches, setting);
            SameBits.Check($"{setting}", expected, actual);
            SameBits.Check($"{setting}", outcome, again);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Width_and_threads_may_change_from_step_to_step(NetworkCase @case)
    {
        (NetworkText network, Batch[] batches) = Find(@case);
        using Pair steady = ContractNetworks.Emitted.Pair(network, seed: 6), changing = ContractNetworks.Emitted.Pair(network, seed: 6);
        foreach (Setting setting in Setting.All)
        {
            foreach (Batch batch in batches[^3..])
            {
                setting.Apply(changing.Network, alwaysParallel: true);
                SameBits.Check($"{setting}", steady.StepNetwork(batch), changing.StepNetwork(batch));
                Setting.All[^1].Apply(changing.Network, alwaysParallel: true);
                SameBits.Check($"{setting}", steady.EvaluateNetwork(batch), changing.EvaluateNetwork(batch));
            }
        }
    }

    [Fact]
    public void Every_kind_optimizer_activation_loss_penalty_and_modifier_takes_part()
    {
        string all = string.Join("\n", ContractNetworks.All).Replace(", ", "[", StringComparison.Ordinal);
        IEnumerable<Modifier> entries =
        [
            .. Catalogue.Kinds, .. Catalogue.Optimizers, .. Catalogue.Activations, .. Catalogue.Losses, .. Catalogue.Penalties,
            .. Catalogue.OnLayers, .. Catalogue.OnParameters, .. Catalogue.OnNetworks,
        ];
        Assert.All(entries, entry => Assert.Matches($@"\[{entry.Attribute}\b", all));
    }

    /// <summary>What 200 steps leave behind, and what the network then says of a full batch; each row by itself must say the same.</summary>
    private static (Snapshot Trained, Outcome Outcome) Trained(NetworkText text, Batch[] batches, Setting setting)
    {
        using Pair pair = ContractNetworks.Emitted.Pair(text, seed: 5);
        Team team = setting.Apply(pair.Network, alwaysParallel: !ContractNetworks.Large.Contains(text));
        for (int step = 0; step < Steps; step++)
        {
            Batch batch = batches[step % batches.Length];
            batch.WriteTo(pair.Network);
            pair.Network.Step(batch.Rows);
        }

        Assert.Equal(setting.Threads > 1, team.HasRunInParallel);
        Snapshot trained = Snapshot.Of(pair.Network);
        Outcome outcome = RecordedBits.OutcomeOf(pair, batches[0]);
        for (int row = 0; row < batches[0].Rows; row++)
        {
            Outcome alone = pair.EvaluateNetwork(batches[0].Only(row));
            Assert.All(outcome.Predictions, p => SameBits.Check($"{setting}: row {row} alone, {p.Key}", RowOf(p.Value, row), alone.Predictions[p.Key]));
        }

        return (trained, outcome);
    }

    private static (NetworkText Network, Batch[] Batches) Find(NetworkCase @case)
    {
        Assert.True(Jitted.Value.IsCompleted);
        NetworkText network = @case.In(ContractNetworks.All);
        return (network, [.. Fills.Select((percent, i) =>
            Batches.Of(Models.Of(network), Math.Max(1, network.BatchSize * percent / 100), seed: i, missing: 0.1))]);
    }

    private static Tensor RowOf(Tensor all, int row) => Tensor.Fill(1, all.Columns, (_, j) => all[row, j]);
}
