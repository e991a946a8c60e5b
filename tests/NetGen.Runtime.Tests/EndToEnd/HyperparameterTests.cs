using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

public class HyperparameterTests
{
    private static readonly Gauge.Hyperparameters Defaults = new();

    [Fact]
    public void Defaults_are_the_attributes_values()
    {
        Assert.Equal(
            new Gauge.Hyperparameters
            {
                LearningRate = 0.05f,
                Momentum = 0.5f,
                CosineSteps = 1000,
                CosineFinal = 0.1f,
                WarmUpSteps = 2,
                L2 = 1e-3f,
                LeftKeep = 0.9f,
                AL1 = 1e-4f,
                BDecay = 1e-2f,
                BKeep = 0.75f,
                KindSmoothing = 0.1f,
                KindWeight = 0.5f,
                SizeWeight = 2,
            },
            Defaults);
        using var network = new Gauge();
        Assert.Equal(Defaults, network.HyperparameterValues);
    }

    [Fact]
    public void A_value_out_of_its_range_is_refused_by_name()
    {
        Refused(0, "> 0", value => Defaults with { LearningRate = value }, nameof(Defaults.LearningRate));
        Refused(-0.1f, "in [0, 1)", value => Defaults with { Momentum = value }, nameof(Defaults.Momentum));
        Refused(1, "in [0, 1)", value => Defaults with { Momentum = value }, nameof(Defaults.Momentum));
        Refused(-1e-9f, "≥ 0", value => Defaults with { L2 = value }, nameof(Defaults.L2));
        Refused(-1, "≥ 0", value => Defaults with { AL1 = value }, nameof(Defaults.AL1));
        Refused(-1, "≥ 0", value => Defaults with { BDecay = value }, nameof(Defaults.BDecay));
        Refused(0, "in (0, 1]", value => Defaults with { LeftKeep = value }, nameof(Defaults.LeftKeep));
        Refused(1.01f, "in (0, 1]", value => Defaults with { BKeep = value }, nameof(Defaults.BKeep));
        Refused(0.7f, "in [0, 0.6666667)", value => Defaults with { KindSmoothing = value }, nameof(Defaults.KindSmoothing));
        Refused(-1, "≥ 0", value => Defaults with { KindWeight = value }, nameof(Defaults.KindWeight));
        Refused(1.5f, "in [0, 1]", value => Defaults with { CosineFinal = value }, nameof(Defaults.CosineFinal));
        Refused(0, "≥ 1", value => Defaults with { CosineSteps = (int)value }, nameof(Defaults.CosineSteps));
        Refused(-3, "≥ 1", value => Defaults with { WarmUpSteps = (int)value }, nameof(Defaults.WarmUpSteps));
    }

    [Theory, InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_refused(float value)
    {
        Refused(value, "finite", v => Defaults with { LearningRate = v }, nameof(Defaults.LearningRate));
        Refused(value, "≥ 0", v => Defaults with { L2 = v }, nameof(Defaults.L2));
        Refused(value, "in (0, 1]", v => Defaults with { LeftKeep = v }, nameof(Defaults.LeftKeep));
    }

    [Theory, InlineData(0), InlineData(-0.1f), InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void The_scale_of_a_prior_is_positive_and_finite(float value)
    {
        string message = FormattableString.Invariant($"Sigma is {value}; it must be > 0 and finite.");
        Refusal.Says(() => new Believing.Hyperparameters { HiddenGaussianSigma = value }, "HiddenGaussianSigma", message);
        Refusal.Says(() => new Believing.Hyperparameters { YLaplaceSigma = value }, "YLaplaceSigma", message);
        Refusal.Says(() => new Faithful.Hyperparameters { GaussianSigma = value }, "GaussianSigma", message);
        Refusal.Says(() => new Faithful.Hyperparameters { LaplaceSigma = value }, "LaplaceSigma", message);
    }

    [Theory, InlineData(-0.1f), InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void The_deviation_of_noise_is_finite_and_not_negative(float value)
    {
        string message = FormattableString.Invariant($"Noise is {value}; it must be ≥ 0 and finite.");
        Refusal.Says(() => new Thinned.Hyperparameters { ImageNoise = value }, "ImageNoise", message);
        Refusal.Says(() => new Thinned.Hyperparameters { SecondNoise = value }, "SecondNoise", message);
    }

    [Fact]
    public void The_least_scale_of_a_prior_is_above_0_and_the_least_deviation_of_noise_is_0()
    {
        Assert.Equal(float.Epsilon, new Faithful.Hyperparameters { GaussianSigma = float.Epsilon, LaplaceSigma = float.Epsilon }.GaussianSigma);
        Assert.Equal(0, new Thinned.Hyperparameters { ImageNoise = 0, SecondNoise = 0 }.ImageNoise);
    }

    [Fact]
    public void Each_changes_what_a_step_does()
    {
        Bits before = Trained(Defaults);
        Gauge.Hyperparameters[] others =
        [
            Defaults with { LearningRate = 0.1f },
            Defaults with { Momentum = 0 },
            Defaults with { CosineSteps = 10 },
            Defaults with { CosineFinal = 0.5f },
            Defaults with { WarmUpSteps = 1 },
            Defaults with { L2 = 0 },
            Defaults with { LeftKeep = 0.5f },
            Defaults with { AL1 = 0 },
            Defaults with { BDecay = 0 },
            Defaults with { BKeep = 1 },
            Defaults with { KindSmoothing = 0 },
            Defaults with { KindWeight = 1 },
            Defaults with { SizeWeight = 1 },
        ];
        Assert.All(others, hyperparameters => Assert.NotEqual(before, Trained(hyperparameters)));
        Assert.Equal(before, Trained(Defaults with { L2 = 1e-3f }));
    }

    [Fact]
    public void The_weights_of_the_heads_make_the_loss_that_a_step_and_an_evaluation_report()
    {
        using var network = new Gauge(Defaults with { KindWeight = 3, SizeWeight = 0.25f, LeftKeep = 1, BKeep = 1, KindSmoothing = 0 }, seed: 1);
        GaugeRows rows = new();
        Gauge.Evaluation measured = network.Evaluate(rows.Data());
        Assert.Equal(3 * measured.Kind.Loss + measured.Flags.Loss + 0.25 * measured.Size.Loss, measured.Loss, precision: 12);
        Assert.Equal(measured.Loss, rows.Step(network), tolerance: 1e-5);
    }

    private static Bits Trained(Gauge.Hyperparameters hyperparameters)
    {
        using var network = new Gauge(hyperparameters, seed: 1);
        network.Fit(new GaugeRows().Times(2).Data(), options: new() { Epochs = 4 });
        return Bits.Of(network);
    }

    private static void Refused(float value, string allowed, Func<float, Gauge.Hyperparameters> make, string name)
    {
        Assert.Throws<ArgumentOutOfRangeException>(name, () => make(value));
        Refusal.Says(() => make(value), name, $"{name} is {value}; it must be ");
        Refusal.Says(() => make(value), name, allowed);
    }
}

/// <summary>Priors on every layer.</summary>
[Network(BatchSize = 4), Sgd(0.05f), GaussianPrior(sigma: 1), LaplacePrior(sigma: 1)]
internal sealed partial class Faithful
{
    [Input(2)] public partial Layer X { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}
