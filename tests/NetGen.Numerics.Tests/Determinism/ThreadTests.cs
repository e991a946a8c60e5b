using System.Reflection;
using NetGen.Testing;

namespace NetGen.Numerics.Tests;

/// <summary>Parameters and predictions are equal to the last bit on 1, 2 and 3 threads, for every optimiser.</summary>
public sealed class ThreadTests
{
    private static readonly string[] Optimisers =
    [
        "Sgd(0.05f)", "Sgd(0.05f, Momentum = 0.9f)", "Sgd(0.05f, Momentum = 0.9f, Nesterov = true)", "RmsProp(0.001f)", "Adam(0.001f)", "AdamW(0.001f)",
    ];

    // Wide enough to be worth sharing (some 24 million operations a step); shared by columns, by rows and by inputs; every kind of kernel.
    private static readonly Lazy<Assembly> Networks = new(() => NetworkCompilation.Compile("using NetGen;\n" + string.Join("\n", Optimisers.Select((optimiser, i) => $$"""
        [Network(BatchSize = 61), {{optimiser}}, CosineSchedule(40)]
        public sealed partial class Threaded{{i}}
        {
            [Input(97), Dropout(0.9f)] public partial Layer X { get; }
            [Dense(256), Relu, L1(1e-5f), Dropout(0.6f)] public partial Layer First { get; }
            [Dense(144), Swish, L2(1e-3f, Bias = true)] public partial Layer Second { get; }
            [Dense(144, From = nameof(First)), Tanh] public partial Layer Third { get; }
            [Sum(nameof(Second), nameof(Third)), Elu, Dropout(0.8f)] public partial Layer Joined { get; }
            [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f, Weight = 0.7f)] public partial Head Class { get; }
            [Dense(3, From = nameof(Joined)), Huber] public partial Head Place { get; }
        }
        """))).Assembly);

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Optimisers.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_same_bits_on_any_number_of_threads(int index)
    {
        (float[] parameters, float[] outputs) = Trained(index, threads: 1);
        Assert.All(parameters, value => Assert.True(float.IsFinite(value)));
        foreach (int threads in new[] { 2, 3 })
        {
            (float[] again, float[] predicted) = Trained(index, threads);
            Assert.Equal(parameters, again);
            Assert.Equal(outputs, predicted);
        }
    }

    [Fact]
    public void Threads_must_be_at_least_one_and_may_change_between_steps()
    {
        using INetwork network = Create(0, threads: 2);
        var refused = Assert.Throws<TargetInvocationException>(() => SetThreads(network, 0)).InnerException;
        Assert.Equal("threads", Assert.IsType<ArgumentOutOfRangeException>(refused).ParamName);

        Train(network, steps: 3);
        SetThreads(network, 3);
        Train(network, steps: 3);
        SetThreads(network, 1);
        Train(network, steps: 3);
        using INetwork alone = Create(0, threads: 1);
        Train(alone, 3);
        Train(alone, 3);
        Train(alone, 3);
        Assert.Equal(alone.Memory.Parameters.ToArray(), network.Memory.Parameters.ToArray());
    }

    private static (float[] Parameters, float[] Outputs) Trained(int index, int threads)
    {
        using INetwork network = Create(index, threads);
        Train(network, steps: 40);
        network.Evaluate(61);
        float[] outputs = [.. Enumerable.Range(0, 61).SelectMany(row => network.Memory.PredictionRow(0, row).ToArray()), .. network.Memory.RowLosses(0).ToArray(), .. network.Memory.HeadLosses.ToArray()];
        return (network.Memory.Parameters.ToArray(), outputs);
    }

    private static INetwork Create(int index, int threads)
    {
        var network = (INetwork)Activator.CreateInstance(Networks.Value.GetType($"Threaded{index}")!, null, 5)!;
        SetThreads(network, threads);
        return network;
    }

    private static void SetThreads(INetwork network, int threads) => network.GetType().GetProperty("Threads")!.SetValue(network, threads);

    private static void Train(INetwork network, int steps)
    {
        var random = new Random(1);
        NetworkMemory memory = network.Memory;
        for (int step = 0; step < steps; step++)
        {
            int rows = 61 - step % 7;
            for (int row = 0; row < rows; row++)
            {
                foreach (ref float x in memory.InputRow(0, row))
                {
                    x = random.NextSingle() - 0.5f;
                }

                memory.Labels(0)[row] = row % 11 - 1; // some are missing
                memory.TargetRow(1, row).Fill(row % 5 == 0 ? float.NaN : memory.InputRow(0, row)[3]);
            }

            network.Step(rows);
        }
    }
}
