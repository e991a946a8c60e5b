using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Testing;
using Buffer = NetGen.Generator.Planning.Buffer;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Between two kernels one of which writes what the other touches there is a barrier, unless each thread has its own rows of one and the
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
    public void Barriers_stand_between_kernels_that_touch_the_same_memory(string name) => Assert.Empty(VerifyPlan.Errors(Compiler.Plan(Compilation.Value.Model(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_barrier_can_be_taken_away(string name)
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model(name));
        Kernel[] waiting = [.. plan.Step.Concat(plan.AttackIteration).Concat(plan.Predict).Concat(plan.PredictSingleRow).Concat(plan.StochasticPass).Concat(plan.AttackStep).Distinct().Where(kernel => kernel.Barrier is not null)];
        Assert.NotEmpty(waiting);
        foreach (Kernel kernel in waiting)
        {
            (Generator.Planning.Barrier? barrier, kernel.Barrier) = (kernel.Barrier, null);
            Assert.Contains(VerifyPlan.Errors(plan), error => error.Contains(" while ", StringComparison.Ordinal));
            kernel.Barrier = barrier;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_place_can_be_shorter_or_have_shorter_rows(string name)
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model(name));
        Node[] all = [.. plan.Step.Concat(plan.Predict).Concat(plan.StochasticPass).Concat(plan.AttackStep).SelectMany(kernel => kernel.Reads.Concat(kernel.Written)).Distinct().Where(node => plan.Buffers.BufferOf(node) is not null)];
        Assert.All(all.Where(node => node.Type.Space is Space.Batch), node =>
        {
            Assert.NotEmpty(Errors(node, place => place with { Layout = place.Layout with { Length = place.Length - 1 } }));
            Assert.NotEmpty(Errors(node, place => place with { Layout = place.Layout with { Stride = Lanes.Padded(node.Type.Columns) - 16 } }));
        });

        IReadOnlyList<string> Errors(Node moved, Func<Buffer, Buffer> change) =>
            VerifyPlan.Errors(plan, node => plan.Buffers.BufferOf(node) is { } place ? node == moved ? change(place) : place : null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_values_that_are_needed_at_once_cannot_share_a_place(string name)
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model(name));
        foreach (Kernel kernel in plan.Step)
        {
            Node[] read = [.. kernel.Reads.Where(node => node.Type.Space is Space.Batch && node.Op is not Leaf && plan.Buffers.BufferOf(node) is not null)];
            foreach ((Node first, Node second) in read.Zip(read.Skip(1)).Where(pair => pair.First.Type == pair.Second.Type))
            {
                IReadOnlyList<string> errors = VerifyPlan.Errors(plan, node => plan.Buffers.BufferOf(node == second ? first : node));
                Assert.Contains(errors, error => error.Contains("where there is", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_kernel_that_runs_too_early_reads_what_is_not_there()
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model("Mixed"));
        for (int i = 1; i < plan.Step.Count; i++)
        {
            Kernel[] swapped = [.. plan.Step];
            (swapped[i - 1], swapped[i]) = (swapped[i], swapped[i - 1]);
            if (plan.Step[i].Reads.Intersect(plan.Step[i - 1].Written).Any())
            {
                Assert.Contains(VerifyPlan.Errors(plan with { Step = swapped }), error => error.Contains("where there is", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_barrier_says_what_it_waits_for()
    {
        Plan plan = Compiler.Plan(Compilation.Value.Model("SharedSpace"));
        Assert.Equal(
            ["UpdateYWeights: s Complete", "BackwardLow: dz Free", "UpdateAWeights: w Read"],
            plan.Step.Where(k => k.Barrier is not null).Select(k => $"{k.Name}: {k.Barrier!.Value.Name} {k.Barrier.Reason}"));
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
