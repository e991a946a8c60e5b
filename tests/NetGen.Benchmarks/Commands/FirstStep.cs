using System.Diagnostics;
using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// One training step of W2, as the first thing a process does. The first line is written when it is done, so that whoever started the
/// process can say how long that took from outside; the second is the most memory that was resident.
/// </summary>
internal static class FirstStep
{
    public const string Name = "first-step";

    public static void Run(Options options)
    {
        using W2Sgd network = new(seed: 1);
        int rows = ((INetwork)network).Schema.BatchSize;
        TrainingSet data = new(rows, network.Image.Shape[0]);
        Report(network.TrainStep(data.Features(0, rows), data.Labels(0, rows)));
    }

    /// <summary>Writes the two lines, for any library's step.</summary>
    public static void Report(float loss)
    {
        Console.WriteLine($"loss={loss:F3}");
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine($"resident_mb={self.PeakWorkingSet64 / 1e6:F1}");
    }
}
