namespace NetGen.Tests.Learning;

/// <summary>
/// What loses its gradient dwindles from step to step: a moment by β, a weight under L2. It has to end at 0, not as a subnormal number, with
/// which some processors compute a hundred times as slowly.
/// </summary>
public sealed class SubnormalTests
{
    private const int Inputs = 6, Classes = 3, Rows = 8;

    [Fact]
    public void Momentum_of_a_pixel_gone_dark_ends_at_zero() => Assert.True(EndsAtZero(new DwindlingMomentum(seed: 1), slot: 0));

    [Fact]
    public void First_moments_of_a_pixel_gone_dark_end_at_zero() => Assert.True(EndsAtZero(new DwindlingAdam(seed: 1), slot: 0));

    [Fact]
    public void Mean_squares_of_a_pixel_gone_dark_end_at_zero() => Assert.True(EndsAtZero(new DwindlingRmsProp(seed: 1), slot: 0));

    [Fact]
    public void Weights_under_L2_and_their_averages_are_never_subnormal()
    {
        Train(new PulledAdam(seed: 1), out _);
        Train(new PulledMomentum(seed: 1), out _);
    }

    // Whether what a slot holds for the weights of the dark pixel is 0 at the end.
    private static bool EndsAtZero(INetwork network, int slot)
    {
        Train(network, out float[][] states);
        return states[slot].AsSpan(ParametersOfDarkPixel(network)).ToArray().All(value => value == 0)
            && states[slot].Any(value => value != 0);
    }

    private static Range ParametersOfDarkPixel(INetwork network)
    {
        ParameterInfo w = network.Schema.Parameters[0];
        return (w.Offset + (Inputs - 1) * w.Stride)..(w.Offset + Inputs * w.Stride);
    }

    // 20 steps in which the last pixel is lit in some rows, then 2500 without it. Nothing is subnormal after any hundred of them.
    private static void Train(INetwork network, out float[][] states)
    {
        using (network)
        {
            network.Threads = 1;
            var random = new Random(2);
            for (int step = 0; step < 2520; step++)
            {
                for (int row = 0; row < Rows; row++)
                {
                    Span<float> pixels = network.Memory.InputRow(0, row);
                    for (int i = 0; i < Inputs; i++)
                    {
                        pixels[i] = i == Inputs - 1 && step >= 20 ? 0 : random.NextSingle();
                    }

                    network.Memory.Labels(0)[row] = pixels[0] > pixels[1] ? 0 : pixels[2] > pixels[3] ? 1 : 2;
                }

                network.Step(Rows);
                if (step % 100 == 99)
                {
                    Assert.DoesNotContain(All(network, slot: -1), float.IsSubnormal);
                    Assert.All(Enumerable.Range(0, network.Schema.StateSlots), slot => Assert.DoesNotContain(All(network, slot), float.IsSubnormal));
                }
            }

            states = [.. Enumerable.Range(0, network.Schema.StateSlots).Select(slot => All(network, slot))];
        }
    }

    private static float[] All(INetwork network, int slot) => [.. Enumerable.Range(0, network.Schema.ParameterFloats)
        .Select(i => slot < 0 ? network.Memory.Parameter(i) : network.Memory.StateOf(slot, i))];
}

[Network(BatchSize = 8), Sgd(0.05f, Momentum = 0.9f)]
public sealed partial class DwindlingMomentum
{
    [Input(6)] public partial Layer Pixels { get; }
    [Dense(16), Relu] public partial Layer Hidden { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
}

[Network(BatchSize = 8), Adam(1e-2f)]
public sealed partial class DwindlingAdam
{
    [Input(6)] public partial Layer Pixels { get; }
    [Dense(16), Relu] public partial Layer Hidden { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
}

[Network(BatchSize = 8), RmsProp(1e-3f)]
public sealed partial class DwindlingRmsProp
{
    [Input(6)] public partial Layer Pixels { get; }
    [Dense(16), Relu] public partial Layer Hidden { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
}

[Network(BatchSize = 8), Adam(1e-2f), L2(1e-2f), AverageWeights(0.9f)]
public sealed partial class PulledAdam
{
    [Input(6)] public partial Layer Pixels { get; }
    [Dense(16), Relu] public partial Layer Hidden { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
}

[Network(BatchSize = 8), Sgd(0.2f, Momentum = 0.5f), L2(0.3f), AverageWeights(0.9f)]
public sealed partial class PulledMomentum
{
    [Input(6)] public partial Layer Pixels { get; }
    [Dense(16), Relu] public partial Layer Hidden { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
}
