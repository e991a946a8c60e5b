using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>The same numbers to the last bit, whatever happened before and however the rows are dealt out.</summary>
public sealed class DeterminismTests
{
    private static readonly NetworkText[] Networks =
    [
        .. Topologies.All.Select((topology, i) => topology(
            new NetworkText($"Same{(char)('A' + i)}", 19, "Adam(0.01f)"),
            new Filling { Activation = "Gelu", Loss = "SoftmaxCrossEntropy(Smoothing = 0.1f)", Dropout = "Dropout(0.6f)", Penalty = "L1(0.001f)" })),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Networks.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others(int index)
    {
        float[] first = Trained(index, seed: 3), second = Trained(index, seed: 3), other = Trained(index, seed: 4);
        Assert.All(first, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Many_rows_are_predicted_as_each_by_itself(int index)
    {
        using Pair pair = Emitted.Value.Pair(Networks[index], seed: 8);
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
    [MemberData(nameof(Indices))]
    public void A_partial_batch_does_not_depend_on_what_earlier_batches_left_behind(int index)
    {
        using Pair fresh = Emitted.Value.Pair(Networks[index], seed: 9), used = Emitted.Value.Pair(Networks[index], seed: 9);
        used.EvaluateNetwork(Batches.Of(used.Twin.Model, 19, seed: 1));
        used.PredictNetwork(Batches.Of(used.Twin.Model, 17, seed: 2));
        Batch batch = Batches.Of(fresh.Twin.Model, 5, seed: 3, missing: 0.3);
        Snapshot expected = fresh.StepNetwork(batch), actual = used.StepNetwork(batch);
        Assert.All(expected.Values, e => Assert.Equal(e.Value.Values.ToArray(), actual.Values[e.Key].Values.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Padding_stays_zero(int index)
    {
        using Pair pair = Emitted.Value.Pair(Networks[index], seed: 10);
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
    private static float[] Trained(int index, int seed)
    {
        NetworkModel model = Models.Of(Networks[index]);
        using INetwork network = Emitted.Value.Create(Networks[index], seed);
        for (int step = 0; step < 50; step++)
        {
            Batch batch = Batches.Of(model, 1 + step * 7 % 19, step, missing: 0.1);
            batch.Gather(network);
            network.Step(batch.Rows);
        }

        return network.Memory.Parameters.ToArray();
    }
}
