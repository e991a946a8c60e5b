namespace NetGen.Tests.Training;

public class FitOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Fewer_than_one_epoch_is_refused_by_name_and_value(int epochs)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new FitOptions { Epochs = epochs });
        Assert.Equal(epochs, e.ActualValue);
        Assert.StartsWith($"Epochs is {epochs}; it must be ≥ 1.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Fewer_than_one_update_is_refused_by_name_and_value(long steps)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>("Steps", () => new FitOptions { Steps = steps });
        Assert.Equal(steps, e.ActualValue);
        Assert.StartsWith($"Steps is {steps}; it must be ≥ 1, or null for as many as the epochs take.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_is_checked_as_well()
    {
        var options = new FitOptions { Epochs = 3 };
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => options with { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new EarlyStopping(patience: 2) with { Patience = 0 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Patience_below_one_is_refused(int patience)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(nameof(patience), () => new EarlyStopping(patience));
        Assert.Equal(patience, e.ActualValue);
        Assert.StartsWith($"patience is {patience}; it must be ≥ 1.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_minimum_delta_that_is_not_a_finite_number_from_0_is_refused(double delta)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(1) { MinimumDelta = delta });
        Assert.Equal("MinimumDelta", e.ParamName);
    }

    [Fact]
    public void Defaults_are_ten_epochs_without_early_stopping_in_the_networks_own_order() =>
        Assert.Equal(new FitOptions { Epochs = 10, EarlyStopping = null, Seed = null }, new FitOptions());
}
