using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>Gradient descent moves by rate · gradient, so that a step shows the rate it was taken with.</summary>
public class ScheduleTests
{
    private static readonly float[] Images = Digits.Train.Features("Image").ToArray()[..(8 * Digits.Pixels)];
    private static readonly int[] Labels = Digits.Train.Labels("Label").ToArray()[..8];

    [Fact]
    public void Warm_up_begins_with_small_steps()
    {
        using var warm = new CosineNet(seed: 1);
        using var cold = new CosineNet(new() { WarmUpSteps = 1 }, seed: 1);
        float[] start = Measure.Weights(warm.Label);
        Step(warm);
        Step(cold);
        Ratio(0.1, start, Measure.Weights(warm.Label), Measure.Weights(cold.Label));
    }

    [Fact]
    public void Cosine_brings_the_rate_down_to_nothing_and_leaves_it_there()
    {
        using var network = new CosineNet(seed: 1);
        for (int step = 1; step <= 39; step++)
        {
            string before = Bits.Of(network).Parameters;
            Step(network);
            Assert.NotEqual(before, Bits.Of(network).Parameters);
        }

        string end = Bits.Of(network).Parameters;
        for (int step = 40; step <= 45; step++)
        {
            Step(network);
            Assert.Equal(end, Bits.Of(network).Parameters);
        }
    }

    [Fact]
    public void A_step_schedule_divides_the_rate_every_so_many_updates()
    {
        using var dropping = new StepNet(seed: 1);
        using var constant = new StepNet(new() { StepFactor = 1 }, seed: 1);
        for (int step = 1; step <= 3; step++)
        {
            Step(dropping);
            Step(constant);
        }

        Assert.Equal(Bits.Of(constant), Bits.Of(dropping));
        float[] start = Measure.Weights(constant.Label);
        Step(dropping);
        Step(constant);
        Ratio(0.25, start, Measure.Weights(dropping.Label), Measure.Weights(constant.Label));
    }

    [Fact]
    public void Schedules_learn()
    {
        using var network = new CosineNet(new() { CosineSteps = 12 * 72, WarmUpSteps = 36, LearningRate = 0.5f }, seed: 1);
        network.Fit(Digits.Train, options: new() { Epochs = 12 });
        Assert.InRange(network.Evaluate(Digits.Test).Label.Accuracy, 0.9, 1);
    }

    private static void Step(CosineNet network) => network.TrainStep(Images, Labels);

    private static void Step(StepNet network) => network.TrainStep(Images, Labels);

    /// <summary>Both moved from <paramref name="start"/> along the same gradient, the first <paramref name="ratio"/> times as far.</summary>
    private static void Ratio(double ratio, float[] start, float[] first, float[] second)
    {
        for (int i = 0; i < start.Length; i++)
        {
            Assert.Equal(ratio * (second[i] - start[i]), first[i] - start[i], tolerance: 1e-7);
        }

        Assert.True(start.Zip(second).Max(w => Math.Abs(w.First - w.Second)) > 1e-4);
    }
}

[Network(BatchSize = 16), Sgd(0.1f), CosineSchedule(steps: 40), WarmUp(steps: 10)]
internal sealed partial class CosineNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 16), Sgd(0.1f), StepSchedule(every: 3, Factor = 0.25f)]
internal sealed partial class StepNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
