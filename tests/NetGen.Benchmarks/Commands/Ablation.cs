using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// What each technique costs: the step of a network with it over the step of the same network without any, taken in turn. Regularizers are
/// on W2, augmentations on W4, batch normalization on W7.
/// </summary>
internal static class Ablation
{
    private static readonly Family[] Families =
    [
        new("W2", new("bare", () => new W2Bare(seed: 1)),
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
        ]),
        new("W4", new("bare", () => new W4(seed: 1)),
        [
            new("flip", () => new W4Flip(seed: 1)),
            new("shift", () => new W4Shift(seed: 1)),
            new("stretch", () => new W4Stretch(seed: 1)),
            new("rotate", () => new W4Rotate(seed: 1)),
            new("zoom", () => new W4Zoom(seed: 1)),
            new("crop", () => new W4Crop(seed: 1)),
            new("elastic", () => new W4Elastic(seed: 1)),
            new("color", () => new W4Color(seed: 1)),
            new("blur", () => new W4Blur(seed: 1)),
            new("erase", () => new W4Erase(seed: 1)),
            new("geometry", () => new W4Geometry(seed: 1)),
            new("flip+affine+elastic", () => new W4Augmented(seed: 1)),
        ]),
        new("W7", new("bare", () => new W7Plain(seed: 1)), [new("batch-norm", () => new W7(seed: 1))]),
    ];

    public static void Run(Options options)
    {
        Workload[] chosen = options.Select([.. Families.SelectMany(family => family.Regularized)], workload => workload.Name);
        foreach (Family family in Families)
        {
            Workload[] workloads = [.. family.Regularized.Intersect(chosen)];
            foreach (Setting setting in workloads.Length > 0 ? options.Settings : [])
            {
                Compare(family, workloads, setting, options);
            }
        }
    }

    private static void Compare(Family family, Workload[] regularized, Setting setting, Options options)
    {
        Workload[] workloads = [family.Bare, .. regularized];
        Subject[] subjects = [.. workloads.Select(workload => new Subject(workload, setting))];
        Sample[][] samples = Measure.InTurn([.. subjects.Select<Subject, Action>(subject => subject.Train)], options.Seconds);
        for (int i = 0; i < subjects.Length; i++)
        {
            double ratio = Measure.Median(samples[i].Select((sample, round) => sample.Seconds / samples[0][round].Seconds));
            Console.WriteLine($"{family.Network} {workloads[i].Name} {Lines.Setting(setting, options)} " +
                $"step_us={Lines.Microseconds(Measure.Median(samples[i].Select(sample => sample.Seconds)))} ratio={ratio:F3}");
            subjects[i].RequireSound();
            subjects[i].Dispose();
        }
    }

    /// <param name="Network">The network.</param>
    /// <param name="Bare">It without any of the techniques.</param>
    /// <param name="Regularized">It with each of them.</param>
    private sealed record Family(string Network, Workload Bare, Workload[] Regularized);
}
