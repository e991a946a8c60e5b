namespace NetGen.Tests.EndToEnd;

/// <summary>Optimizer state and gradients are there from the first training step on, and never for a network that only predicts.</summary>
public sealed class TrainingMemoryTests
{
    // Objects and alignment beside the arenas: small against them.
    private const int Slack = 20_000;

    // A panel of 64 rows of W, transposed, and a tile of 24 rows of its gradient; W's rows of 300 are padded to 304.
    private const int Scratch = sizeof(float) * (304 * 64 + 24 * 304);

    private static readonly float[] X = [.. Enumerable.Range(0, 200).Select(i => i / 200f)], Y = new float[10];

    [Fact]
    public void A_network_that_only_predicts_has_memory_for_parameters_batch_and_activations()
    {
        using (var warm = new Wide())
        {
            warm.Predict(X, Y);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        using var network = new Wide(seed: 1);
        network.Predict(X, Y);
        network.Evaluate(Wide.Data(X, new int[1]));
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        NetworkSchema schema = ((INetwork)network).Schema;
        long needed = sizeof(float) * (schema.ParameterFloats + schema.BatchFloats + schema.WorkFloats);
        Assert.InRange(bytes, needed, needed + Slack);
        Assert.True(TrainingBytes(schema) > 4 * Slack);
    }

    [Fact]
    public void The_first_step_allocates_what_training_needs_and_later_ones_nothing()
    {
        using var network = new Wide(seed: 1);
        NetworkSchema schema = ((INetwork)network).Schema;
        long needed = TrainingBytes(schema) + Scratch;
        Assert.InRange(BytesOfStep(network), needed, needed + Slack);
        Assert.Equal(0, BytesOfStep(network));
    }

    [Fact]
    public void Loading_a_file_into_a_network_leaves_it_without_training_memory()
    {
        using var saved = new Wide(seed: 1);
        using var network = new Wide(seed: 2);
        using var stream = new MemoryStream();
        Checkpoint.Save(saved, stream);
        stream.Position = 0;
        Checkpoint.Load(network, stream);
        Assert.InRange(BytesOfStep(network), TrainingBytes(((INetwork)network).Schema), long.MaxValue);
    }

    [Fact]
    public void A_network_that_has_predicted_trains_like_one_that_has_not()
    {
        using var fresh = new Wide(seed: 1);
        using var used = new Wide(seed: 1);
        used.Predict(X, Y);
        for (int step = 0; step < 5; step++)
        {
            Assert.Equal(fresh.TrainStep(X, [3]), used.TrainStep(X, [3]));
        }

        Assert.Equal(Networks.Bits.Of(fresh), Networks.Bits.Of(used));
    }

    [Fact]
    public void The_optimizers_state_before_the_first_step_is_zero()
    {
        using var network = new Wide(seed: 1);
        NetworkMemory memory = ((INetwork)network).Memory;
        Assert.Equal(2 * memory.Schema.ParameterFloats, memory.State.Length);
        Assert.All(memory.State.ToArray(), s => Assert.Equal(0, s));
    }

    private static long TrainingBytes(NetworkSchema schema) => sizeof(float) * (schema.StateSlots * schema.ParameterFloats + schema.TrainingFloats);

    private static long BytesOfStep(Wide network)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        network.TrainStep(X, [3]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
