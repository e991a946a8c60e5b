using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Testing;
using Buffer = NetGen.Generator.Planning.Buffer;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Between two kernels one of which writes what the other touches the threads meet, unless each thread has its own rows of one and the
/// same buffer. Checked on plans, without running anything, so that no lucky timing hides a missing barrier.
/// </summary>
public sealed class BarrierTests
{
    // The first two were races once: gradients of two widths in one place, and a barrier that vanished with a kernel of the measurement.
    private const string Races = """
        using NetGen;

        [Network(BatchSize = 512), Sgd(0.05f)]
        public sealed partial class SharedSpace
        {
            [Input(40)] public partial Layer X { get; }
            [Input(112)] public partial Layer Side { get; }
            [Dense(16, From = nameof(X)), Tanh] public partial Layer Low { get; }
            [Dense(112), Tanh] public partial Layer A { get; }
            [Sum(nameof(A), nameof(Side)), Tanh] public partial Layer S { get; }
            [Dense(10), SoftmaxCrossEntropy] public partial Head Y { get; }
        }

        [Network(BatchSize = 512)]
        public sealed partial class WideHeads
        {
            [Input(256)] public partial Layer X { get; }
            [Dense(256), MeanSquaredError] public partial Head A { get; }
            [Dense(144, From = nameof(X)), SoftmaxCrossEntropy] public partial Head B { get; }
        }

        [Network(BatchSize = 64), Adam]
        public sealed partial class Mixed
        {
            [Input(97), Dropout(0.9f)] public partial Layer X { get; }
            [Dense(256), Relu, Dropout(0.6f)] public partial Layer First { get; }
            [Dense(144), Swish] public partial Layer Second { get; }
            [Dense(144, From = nameof(First)), Gelu] public partial Layer Third { get; }
            [Dense(40, From = nameof(First)), Softplus] public partial Layer Narrow { get; }
            [Sum(nameof(Second), nameof(Third)), Elu, Dropout(0.8f)] public partial Layer Joined { get; }
            [Dense(150), SoftmaxCrossEntropy] public partial Head Class { get; }
            [Dense(3, From = nameof(Joined)), Huber] public partial Head Place { get; }
            [Dense(2, From = nameof(Narrow)), BinaryCrossEntropy] public partial Head Tags { get; }
        }

        [Network(BatchSize = 64), Adam, GradientClipping(Norm = 1), GroupLasso(0.001f), MaxNorm(1)]
        public sealed partial class Limited
        {
            [Input(97)] public partial Layer X { get; }
            [Dense(256), Relu, Dropout(0.6f)] public partial Layer First { get; }
            [Dense(40), Swish, L1(0.001f, Proximal = true)] public partial Layer Second { get; }
            [Dense(10), SoftmaxCrossEntropy] public partial Head Class { get; }
        }

        [Network(BatchSize = 64), MaxNorm(1)]
        public sealed partial class Constrained
        {
            [Input(97)] public partial Layer X { get; }
            [Dense(256), Relu, GroupLasso(0.001f)] public partial Layer First { get; }
            [Dense(40), Swish] public partial Layer Second { get; }
            [Dense(10), SoftmaxCrossEntropy] public partial Head Class { get; }
        }

        [Network(BatchSize = 64), GradientClipping(Norm = 1), AdversarialTraining(Steps = 3)]
        public sealed partial class Robust
        {
            [Input(97), Dropout(0.9f)] public partial Layer X { get; }
            [Input(97)] public partial Layer Side { get; }
            [Sum(nameof(X), nameof(Side)), Tanh] public partial Layer Both { get; }
            [Dense(256), Relu, Dropout(0.6f)] public partial Layer First { get; }
            [Dense(40), Swish] public partial Layer Second { get; }
            [Dense(10), SoftmaxCrossEntropy] public partial Head Class { get; }
            [Dense(3, From = nameof(Side)), Huber] public partial Head Place { get; }
        }
        """;

    private static readonly Lazy<NetworkCompilation> Compilation = new(() => NetworkCompilation.Compile(Races));

    public static TheoryData<string> Names => ["SharedSpace", "WideHeads", "Mixed", "Limited", "Constrained", "Robust"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_meet_between_kernels_that_touch_the_same_memory(string name)
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model(name));
        foreach (IReadOnlyList<Kernel> kernels in new[] { Climbing.InOrder(plan.Step, plan.Climb), plan.Predict, plan.PredictRow, plan.Measure, plan.Sample })
        {
            for (int later = 1; later < kernels.Count; later++)
            {
                for (int earlier = later - 1; earlier >= 0 && !kernels.Skip(earlier + 1).Take(later - earlier).Any(k => k.NeedsBarrier); earlier--)
                {
                    Assert.False(Race(plan, kernels[earlier], kernels[later]), $"{name}: {kernels[earlier].Name} and {kernels[later].Name} run at once");
                }
            }
        }
    }

    [Fact]
    public void A_barrier_says_what_it_waits_for()
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model("SharedSpace"));
        Assert.Equal(
            ["UpdateYWeights: s Complete", "BackwardLow: dz Free", "UpdateAWeights: w Read"],
            plan.Step.Where(k => k.Meeting is not null).Select(k => $"{k.Name}: {k.Meeting!.Value.Name} {k.Meeting.Reason}"));
    }

    [Theory]
    [InlineData("SharedSpace")]
    [InlineData("WideHeads")]
    public void Networks_that_raced_give_the_same_bits_on_two_threads(string name)
    {
        (float[] alone, float[] predictedAlone) = Run(name, threads: 1);
        (float[] together, float[] predictedTogether) = Run(name, threads: 2);
        Assert.Equal(alone, together);
        Assert.Equal(predictedAlone, predictedTogether);
    }

    private static bool Race(Plan plan, Kernel a, Kernel b)
    {
        // A parameter is everybody's; rows of x′ are looked at below, as other rows are.
        if (a.Assigned.Any(n => n.Op is not Perturbed && b.Reads.Contains(n)) || b.Assigned.Any(n => n.Op is not Perturbed && a.Reads.Contains(n)))
        {
            return true;
        }

        (Buffer[] readA, Buffer[] readB) = (Work(plan, a.Reads), Work(plan, b.Reads));
        (Buffer[] writtenA, Buffer[] writtenB) = (Work(plan, a.Written), Work(plan, b.Written));
        bool ownRows = a.SharedBy == Sharing.Rows && b.SharedBy == Sharing.Rows;
        return Clash(writtenA, readB) || Clash(writtenA, writtenB) || Clash(readA, writtenB);

        bool Clash(Buffer[] first, Buffer[] second) => first.Any(x => second.Any(y =>
            x.Arena == y.Arena && x.Offset < y.Offset + y.Length && y.Offset < x.Offset + x.Length && !(ownRows && x.Offset == y.Offset && x.Stride == y.Stride)));
    }

    private static Buffer[] Work(Plan plan, IEnumerable<Node> nodes) =>
        [.. nodes.Where(n => n.Op is Kept or InverseRowNorms or GlobalNorm).Select(plan.Buffers.Of),
            .. nodes.Where(n => n.Type.Space is Space.Batch or Space.Samples && n.Op is not (Labels or IRandomOp or OneHot)).Where(n => n.Op is not Leaf || n.Op is Input or Perturbed or Target or Present).Select(plan.Buffers.Of)];

    private static (float[] Parameters, float[] Predicted) Run(string name, int threads)
    {
        using var network = (INetwork)Activator.CreateInstance(Compilation.Value.Assembly.GetType(name)!, null, 3)!;
        network.GetType().GetProperty("Threads")!.SetValue(network, threads);
        NetworkMemory memory = network.Memory;
        var random = new Random(1);
        var predicted = new List<float>();
        for (int step = 0; step < 12; step++)
        {
            for (int row = 0; row < 512; row++)
            {
                for (int input = 0; input < network.Schema.Inputs.Length; input++)
                {
                    foreach (ref float x in memory.InputRow(input, row))
                    {
                        x = random.NextSingle() - 0.5f;
                    }
                }

                for (int head = 0; head < network.Schema.Heads.Length; head++)
                {
                    if (network.Schema.Heads[head].HasLabels)
                    {
                        memory.Labels(head)[row] = random.Next(10);
                    }
                    else
                    {
                        memory.TargetRow(head, row).Fill(random.NextSingle());
                    }
                }
            }

            network.Step(512);
            network.Predict(512);
            for (int head = 0; head < network.Schema.Heads.Length; head++)
            {
                for (int row = 0; row < 512; row++)
                {
                    predicted.AddRange(memory.PredictionRow(head, row));
                }
            }
        }

        return (memory.Parameters.ToArray(), [.. predicted]);
    }
}
