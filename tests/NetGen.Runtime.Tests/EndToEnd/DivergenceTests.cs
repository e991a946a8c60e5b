using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

public sealed class DivergenceTests
{
    private static readonly GaugeRows Rows = new GaugeRows().Times(5);

    [Fact]
    public void A_learning_rate_far_too_high_is_told_by_step_and_head_and_leaves_the_network_as_it_was()
    {
        using var network = new Gauge(new() { LearningRate = 1e25f }, seed: 1);
        Bits before = Bits.Of(network);
        var e = Assert.Throws<TrainingDivergedException>(() => network.Fit(Rows.Data()));

        Assert.Equal(before, Bits.Of(network));
        Assert.InRange(e.Step, 2, 5);
        Assert.Contains(e.Head, new[] { "Kind", "Flags", "Size" });
        Assert.Contains($"at step {e.Step} the loss of {e.Head} became", e.Message, StringComparison.Ordinal);
        Assert.Contains("lower learning rate", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_named_is_the_one_whose_loss_is_infinite()
    {
        using var network = new Gauge(seed: 1);
        Bits before = Bits.Of(network);
        Dataset data = (Rows with { Size = [.. Rows.Size.Select(_ => 1e30f)] }).Data();
        var e = Assert.Throws<TrainingDivergedException>(() => network.Fit(data));
        Assert.Equal((1, "Size"), (e.Step, e.Head));
        Assert.Equal(before, Bits.Of(network));
    }

    [Fact]
    public void The_best_epoch_is_restored_if_there_was_one()
    {
        using var network = new Gauge(seed: 1);
        Bits? best = null;
        var progress = new Reports(report =>
        {
            best = report.IsBest ? Bits.Of(network) : best;
            if (report.Epoch == 3)
            {
                network.Kind.Bias[0] = float.NaN;
            }
        });

        var e = Assert.Throws<TrainingDivergedException>(
            () => network.Fit(Rows.Data(), Rows.Data(), new() { EarlyStopping = new(patience: 5) }, progress));
        Assert.Equal((16, "Kind"), (e.Step, e.Head));
        Assert.NotNull(best);
        Assert.Equal(best, Bits.Of(network));
    }

    [Fact]
    public void The_network_can_be_trained_on_afterwards()
    {
        using Gauge network = new(seed: 1), other = new(seed: 1);
        Assert.Throws<TrainingDivergedException>(() => network.Fit((Rows with { Size = [.. Rows.Size.Select(_ => 1e30f)] }).Data()));
        network.Fit(Rows.Data());
        other.Fit(Rows.Data());
        Assert.Equal(Bits.Of(other), Bits.Of(network));
    }
}
