using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>The same numbers to the last bit, whatever happened before and however the rows are dealt out.</summary>
public sealed class DeterminismTests
{
    private static readonly NetworkText[] Networks =
    [
        .. Topologies.All.Select(topology => topology(
            new NetworkText($"Same{topology.Method.Name}", 19, "Adam(0.01f)"),
            new Filling { Activation = "Gelu", Loss = "SoftmaxCrossEntropy(Smoothing = 0.1f)", Dropout = "Dropout(0.6f)", Penalty = "L1(0.001f)" })),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        float[] first = Trained(network, seed: 3), second = Trained(network, seed: 3), other = Trained(network, seed: 4);
        Assert.All(first, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Many_rows_are_predicted_as_each_by_itself(NetworkCase @case)
    {
        using Pair pair = Emitted.Value.Pair(@case.In(Networks), seed: 8);
        Batch batch = Batches.Of(pair.Twin.Model, 19, seed: 8);
        Tensor[] together = [.. pair.PredictNetwork(batch)];
        for (int row = 0; row < batch.Rows; row++)
        {
            Tensor[] alone = [.. pair.PredictNetwork(batch.Only(row))];
            for (int head = 0; head < together.Length; head++)
            {
                Assert.Equal(alone[head].Values.ToArray(), Enumerable.Range(0, together[head].Columns).Select(j => together[head][row, j]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_partial_batch_does_not_depend_on_what_earlier_batches_left_behind(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        using Pair fresh = Emitted.Value.Pair(network, seed: 9), used = Emitted.Value.Pair(network, seed: 9);
        used.EvaluateNetwork(Batches.Of(used.Twin.Model, 19, seed: 1));
        used.PredictNetwork(Batches.Of(used.Twin.Model, 17, seed: 2));
        Batch batch = Batches.Of(fresh.Twin.Model, 5, seed: 3, missing: 0.3);
        Snapshot expected = fresh.StepNetwork(batch), actual = used.StepNetwork(batch);
        Assert.All(expected.Values, e => Assert.Equal(e.Value.Values.ToArray(), actual.Values[e.Key].Values.ToArray()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Padding_stays_zero(NetworkCase @case)
    {
        using Pair pair = Emitted.Value.Pair(@case.In(Networks), seed: 10);
        NetworkMemory memory = pair.Network.Memory;
        for (int step = 0; step < 5; step++)
        {
            pair.StepNetwork(Batches.Of(pair.Twin.Model, 3 + 4 * step, step));
        }

        bool[] isUsed = new bool[memory.Parameters.Length];
        foreach (ParameterInfo p in memory.Schema.Parameters)
        {
            for (int row = 0; row < p.Rows; row++)
            {
                isUsed.AsSpan(p.Offset + row * p.Stride, p.Columns).Fill(true);
            }
        }

        foreach (float[] arena in memory.State.ToArray().Chunk(isUsed.Length).Prepend(memory.Parameters.ToArray()))
        {
            Assert.All(arena.Zip(isUsed), element => Assert.True(element.Second || element.First == 0));
        }
    }

    /// <summary>The parameters after 50 steps on batches that do not depend on the network's seed.</summary>
    private static float[] Trained(NetworkText text, int seed)
    {
        NetworkModel model = Models.Of(text);
        using INetwork network = Emitted.Value.Create(text, seed);
        for (int step = 0; step < 50; step++)
        {
            Batch batch = Batches.Of(model, 1 + step * 7 % 19, step, missing: 0.1);
            batch.WriteTo(network);
            network.Step(batch.Rows);
        }

        return network.Memory.Parameters.ToArray();
    }
}
