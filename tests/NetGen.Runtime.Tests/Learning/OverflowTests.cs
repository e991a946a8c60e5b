namespace NetGen.Tests.Learning;

/// <summary>Finite numbers whose squares are no floats: they are scaled, or the training says that it has diverged.</summary>
public class OverflowTests
{
    [Theory]
    [InlineData(1e10f)]
    [InlineData(3e18f)]
    public void A_gradient_that_is_clipped_by_its_norm_moves_the_weights_by_the_norm(float size)
    {
        using ClippedLine network = new(seed: 1);
        float before = network.Y.Weights[0, 0];
        network.TrainStep([size], [2 * size]);
        Assert.Equal(1, Math.Abs(network.Y.Weights[0, 0] - before), 1e-5f);
    }

    [Fact]
    public void RmsProp_gets_over_a_row_whose_gradient_has_no_square()
    {
        using RmsLine network = new(seed: 1);
        network.Y.Weights[0, 0] = 0;
        network.TrainStep([1e20f], [1e20f]);
        Assert.InRange(network.Y.Weights[0, 0], 0.03f, 0.033f); // η/√(1 − ρ), as the exact recurrence
        for (int step = 0; step < 3000; step++)
        {
            network.TrainStep([1], [5]);
        }

        Assert.Equal(5, network.Y.Weights[0, 0], 0.05f);
    }

    [Fact]
    public void Adam_gets_over_a_row_whose_gradient_has_no_square()
    {
        using AdamLine network = new(new() { Beta2 = 0.9f }, seed: 1);
        network.Y.Weights[0, 0] = 0;
        network.TrainStep([1e21f], [1e21f]);
        Assert.Equal(0.01f, network.Y.Weights[0, 0], 1e-5f); // η, as the exact recurrence
        for (int step = 0; step < 3000; step++)
        {
            network.TrainStep([1], [5]);
        }

        Assert.Equal(5, network.Y.Weights[0, 0], 0.05f);
    }

    [Fact]
    public void Max_norm_shortens_weights_whose_squares_are_no_floats()
    {
        using BoundedLine network = new(seed: 1);
        (network.Y.Weights[0, 0], network.Y.Weights[1, 0]) = (3e20f, 4e20f);
        network.TrainStep([0, 0], [0]);
        Assert.Equal(1.2f, network.Y.Weights[0, 0], 1e-5f);
        Assert.Equal(1.6f, network.Y.Weights[1, 0], 1e-5f);
    }

    [Theory]
    [InlineData(1e20f)]
    [InlineData(1e-20f)]
    public void Group_lasso_pulls_at_weights_whose_squares_are_no_floats(float size)
    {
        using GroupedLine network = new(seed: 1);
        (network.Y.Weights[0, 0], network.Y.Weights[0, 1]) = (size, 0);
        network.TrainStep([0, 0], [float.NaN, float.NaN]); // nothing but the penalty, whose gradient is w/‖w‖
        Assert.Equal(size < 1 ? -0.1f : size, network.Y.Weights[0, 0], 1e-6f * Math.Max(1, size));
    }

    [Fact]
    public void A_step_with_an_infinite_loss_says_so_and_has_been_taken()
    {
        using AdamLine network = new(seed: 1);
        network.Y.Weights[0, 0] = 1;
        var e = Assert.Throws<TrainingDivergedException>(() => network.TrainStep([3e38f], [-3e38f]));
        Assert.Equal("Y", e.Head);
        Assert.Contains("the loss of Y became", e.Message, StringComparison.Ordinal);
        Assert.Contains("The step has been taken: the network holds what it left.", e.Message, StringComparison.Ordinal);
        Assert.Equal(e.Step, ((INetwork)network).Memory.Steps);
    }

    [Fact]
    public void A_fit_looks_at_the_optimizers_state_too()
    {
        using AdamLine network = new(seed: 1);
        float[] good = [];
        var progress = new Networks.Reports(report =>
        {
            good = report.Epoch == 1 ? ((INetwork)network).Memory.Parameters.ToArray() : good;
            Span<float> state = ((INetwork)network).Memory.State;
            state[state.Length / 2] = float.PositiveInfinity; // the weight's second moment: every step is 0 then
        });
        Dataset data = AdamLine.Data(new float[8], new float[8]);
        var e = Assert.Throws<TrainingDivergedException>(() => network.Fit(data, options: new() { Epochs = 3 }, progress: progress));
        Assert.Equal((null, "Y.weight"), (e.Head, e.Parameter));
        Assert.Contains("the optimizer's state of Y.weight held NaN or infinity. The network holds the parameters of the last report, after 1 update, again.", e.Message, StringComparison.Ordinal);
        Assert.Equal(good, ((INetwork)network).Memory.Parameters.ToArray());
    }

    [Fact]
    public void A_network_that_came_with_NaN_is_not_said_to_be_restored()
    {
        using AdamLine network = new(seed: 1);
        network.Y.Weights[0, 0] = float.NaN;
        var e = Assert.Throws<TrainingDivergedException>(() => network.Fit(AdamLine.Data(new float[8], new float[8])));
        Assert.Equal(
            "Training cannot begin: the network came with NaN or infinity in Y.weight. Nothing has been changed. Load or initialize its parameters anew.", e.Message);
        Assert.Equal(("Y.weight", 0L), (e.Parameter, ((INetwork)network).Memory.Steps));
    }

    [Fact]
    public void A_fit_that_never_saw_a_finite_evaluation_says_so()
    {
        using AdamLine network = new(seed: 1);
        Dataset good = AdamLine.Data(new float[8], new float[8]), far = AdamLine.Data(new float[8], Enumerable.Repeat(3e38f, 8).ToArray());
        using ClippedLine squared = new(seed: 1);
        FitResult result = squared.Fit(ClippedLine.Data(new float[8], new float[8]), ClippedLine.Data(new float[8], Enumerable.Repeat(3e38f, 8).ToArray()), new() { EarlyStopping = new(patience: 2) });
        Assert.Equal((StopReason.EarlyStopped, null), (result.StopReason, result.Best));
        Assert.EndsWith("; no evaluation had a finite value; the parameters from before the fit are kept", result.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no evaluation", network.Fit(good, far, new() { Epochs = 1 }).ToString(), StringComparison.Ordinal); // |3·10³⁸| is finite
    }
}

[Network(BatchSize = 8), Sgd(1f), GradientClipping(Norm = 1)]
internal sealed partial class ClippedLine
{
    [Input(1)] public partial Layer X { get; }
    [Dense(1, Bias = false), MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 8), RmsProp(0.01f)]
internal sealed partial class RmsLine
{
    [Input(1)] public partial Layer X { get; }
    [Dense(1, Bias = false), MeanAbsoluteError] public partial Head Y { get; }
}

[Network(BatchSize = 8), Adam(0.01f)]
internal sealed partial class AdamLine
{
    [Input(1)] public partial Layer X { get; }
    [Dense(1, Bias = false), MeanAbsoluteError] public partial Head Y { get; }
}

[Network(BatchSize = 8), Sgd(0.1f), MaxNorm(2)]
internal sealed partial class BoundedLine
{
    [Input(2)] public partial Layer X { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
}

[Network(BatchSize = 8), Sgd(1f)]
internal sealed partial class GroupedLine
{
    [Input(2)] public partial Layer X { get; }
    [Dense(2), GroupLasso(0.1f), MeanSquaredError] public partial Head Y { get; }
}
