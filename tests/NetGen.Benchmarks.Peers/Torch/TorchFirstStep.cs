using NetGen.Benchmarks.Commands;
using TorchSharp;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>What <see cref="FirstStep"/> does, in TorchSharp and without loading anything of ours but its last lines.</summary>
internal static class TorchFirstStep
{
    /// <summary>The hidden command that makes a process do it.</summary>
    public const string Command = "first-step-torchsharp";

    private const int Rows = 64;

    public static void Run()
    {
        TorchLibrary.Load();
        using DisposeScope scope = NewDisposeScope();
        using TorchModel model = new([Layer(784, 256), Layer(256, 128), Layer(128, 10, isRectified: false)], dropout: 0.5);
        using optim.Optimizer optimizer = optim.SGD(model.parameters(), 0.05, weight_decay: 1e-4);
        Tensor loss = nn.functional.cross_entropy(model.forward(rand(Rows, 784)), randint(10, Rows));
        loss.backward();
        optimizer.step();
        FirstStep.Report(loss.item<float>());
    }

    private static DenseLayer Layer(int inputs, int units, bool isRectified = true)
    {
        Random random = new(1);
        float[] weight = new float[inputs * units];
        foreach (ref float w in weight.AsSpan())
        {
            w = (random.NextSingle() - 0.5f) / MathF.Sqrt(inputs);
        }

        return new DenseLayer(inputs, units, weight, new float[units], isRectified);
    }
}
