using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>Each technique has a value of its hyperparameter at which it does nothing, so that one class is its own baseline.</summary>
public class SwitchedOffTests
{
    private const float Off = float.PositiveInfinity;

    private static readonly string Plain = Learned(new PlainReader(seed: 3));

    [Fact]
    public void Penalties_of_0_change_no_bit()
    {
        Assert.Equal(Plain, Learned(new PenalizedReader(new() { L1 = 0, L2 = 0, HiddenGroupLasso = 0 }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new PenalizedReader(seed: 3)));
    }

    [Fact]
    public void Dropout_that_keeps_all_and_labels_that_are_not_smoothed_change_no_bit()
    {
        Assert.Equal(Learned(new BareReader(seed: 3)), Learned(new PlainReader(new() { HiddenKeep = 1, LabelSmoothing = 0 }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new BareReader(seed: 3)));
    }

    [Fact]
    public void Mixup_with_alpha_0_changes_no_bit()
    {
        Assert.Equal(Plain, Learned(new MixingReader(new() { MixupAlpha = 0 }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new MixingReader(seed: 3)));
    }

    [Fact]
    public void Noise_with_sigma_0_changes_no_bit()
    {
        Assert.Equal(Plain, Learned(new NoisyReader(new() { ImageNoise = 0, HiddenNoise = 0 }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new NoisyReader(seed: 3)));
    }

    [Fact]
    public void A_maximal_norm_of_infinity_changes_no_bit()
    {
        Assert.Equal(Plain, Learned(new BoundedReader(new() { HiddenMaxNorm = Off }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new BoundedReader(seed: 3)));
    }

    [Fact]
    public void Clipping_by_a_norm_of_infinity_changes_no_bit()
    {
        Assert.Equal(Plain, Learned(new ClippedReader(new() { ClippingNorm = Off }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new ClippedReader(seed: 3)));
    }

    [Fact]
    public void Clipping_by_a_value_of_infinity_changes_no_bit()
    {
        Assert.Equal(Plain, Learned(new ClampedReader(new() { ClippingValue = Off }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new ClampedReader(seed: 3)));
    }

    [Fact]
    public void Averages_with_decay_0_are_the_last_weights()
    {
        Assert.Equal(Plain, Learned(new AveragedReader(new() { AverageDecay = 0 }, seed: 3)));
        Assert.NotEqual(Plain, Learned(new AveragedReader(seed: 3)));
    }

    [Fact]
    public void All_of_them_off_beside_adversarial_training_change_no_bit() => Assert.Equal(
        Learned(new HardenedReader(seed: 3)),
        Learned(new EverythingReader(new() { MixupAlpha = 0, ImageNoise = 0, HiddenMaxNorm = Off, ClippingNorm = Off, AverageDecay = 0 }, seed: 3)));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-1)]
    [InlineData(Off)]
    public void Mixup_refuses_what_is_no_alpha(float value) =>
        Refused(value, "≥ 0 and finite", nameof(MixingReader.Hyperparameters.MixupAlpha), () => new MixingReader.Hyperparameters { MixupAlpha = value });

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(float.NegativeInfinity)]
    public void Limits_refuse_what_would_leave_nothing_to_learn_with(float value)
    {
        const string Allowed = "> 0, where float.PositiveInfinity is no limit.";
        Refused(value, Allowed, nameof(BoundedReader.Hyperparameters.HiddenMaxNorm), () => new BoundedReader.Hyperparameters { HiddenMaxNorm = value });
        Refused(value, Allowed, nameof(ClippedReader.Hyperparameters.ClippingNorm), () => new ClippedReader.Hyperparameters { ClippingNorm = value });
        Refused(value, Allowed, nameof(ClampedReader.Hyperparameters.ClippingValue), () => new ClampedReader.Hyperparameters { ClippingValue = value });
    }

    private static void Refused(float value, string allowed, string name, Func<object> make)
    {
        Assert.Throws<ArgumentOutOfRangeException>(name, make);
        Refusal.Says(make, name, $"{name} is {FormattableString.Invariant($"{value}")}; it must be {allowed}");
    }

    /// <summary>The parameters after some epochs on digits, as bits: −0 differs from 0.</summary>
    private static string Learned(INetwork network)
    {
        using (network)
        {
            Trainer.Fit(network, Digits.Validation, options: new() { Epochs = 3 });
            return Bits.Of(network).Parameters;
        }
    }
}

[Network(BatchSize = 32), Adam(5e-3f)]
internal sealed partial class PlainReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f)]
internal sealed partial class BareReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), L1(1e-4f), L2(1e-4f)]
internal sealed partial class PenalizedReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, GroupLasso(1e-3f), Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), Mixup(0.4f)]
internal sealed partial class MixingReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f)]
internal sealed partial class NoisyReader
{
    [Input(64), GaussianNoise(0.1f)] public partial Layer Image { get; }
    [Dense(24), Relu, GaussianNoise(0.1f), Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f)]
internal sealed partial class BoundedReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, MaxNorm(0.5f), Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), GradientClipping(Norm = 0.1f)]
internal sealed partial class ClippedReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), GradientClipping(Value = 0.01f)]
internal sealed partial class ClampedReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), AverageWeights(0.9f)]
internal sealed partial class AveragedReader
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), AdversarialTraining(Epsilon = 0.1f)]
internal sealed partial class HardenedReader
{
    [Input(64, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 32), Adam(5e-3f), AdversarialTraining(Epsilon = 0.1f), Mixup(0.4f), GradientClipping(Norm = 0.1f), AverageWeights(0.9f)]
internal sealed partial class EverythingReader
{
    [Input(64, Min = 0, Max = 1), GaussianNoise(0.1f)] public partial Layer Image { get; }
    [Dense(24), Relu, MaxNorm(0.5f), Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}
