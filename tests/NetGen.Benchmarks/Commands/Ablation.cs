using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Commands;

/// <summary>What each technique costs, and four together: the step of a network with it over the step of the same network without any, taken in turn.</summary>
internal static class Ablation
{
    private static readonly Workload Bare = new("bare", () => new W2Bare(seed: 1));

    private static readonly Workload[] Regularized =
    [
        new("dropout", () => new W2Dropout(seed: 1)),
        new("L2", () => new W2L2(seed: 1)),
        new("L1", () => new W2L1(seed: 1)),
        new("smoothing", () => new W2Smoothing(seed: 1)),
        new("noise", () => new W2Noise(seed: 1)),
        new("input-noise", () => new W2InputNoise(seed: 1)),
        new("class-weights", () => new W2ClassWeights(seed: 1)),
        new("mixup", () => new W2Mixup(seed: 1)),
        new("average", () => new W2Average(seed: 1)),
        new("group-lasso", () => new W2GroupLasso(seed: 1)),
        new("max-norm", () => new W2MaxNorm(seed: 1)),
        new("clip-value", () => new W2ClipValue(seed: 1)),
        new("clip-norm", () => new W2ClipNorm(seed: 1)),
        new("adversarial", () => new W2Adversarial(seed: 1)),
        new("dropout+L2+L1+smoothing", () => new W2Four(seed: 1)),
    ];

    public static void Run(Options options)
    {
        Workload[] workloads = [Bare, .. options.Select(Regularized, workload => workload.Name)];
        foreach (Setting setting in options.Settings)
        {
            Subject[] subjects = [.. workloads.Select(workload => new Subject(workload, setting))];
            Sample[][] samples = Measure.InTurn([.. subjects.Select<Subject, Action>(subject => subject.Train)], options.Seconds);
            for (int i = 0; i < subjects.Length; i++)
            {
                double ratio = Measure.Median(samples[i].Select((sample, round) => sample.Seconds / samples[0][round].Seconds));
                Console.WriteLine($"W2 {workloads[i].Name} {Lines.Setting(setting, options)} " +
                    $"step_us={Lines.Microseconds(Measure.Median(samples[i].Select(sample => sample.Seconds)))} ratio={ratio:F3}");
                subjects[i].RequireSound();
                subjects[i].Dispose();
            }
        }
    }
}
