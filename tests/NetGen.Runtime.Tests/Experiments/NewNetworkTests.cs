using NetGen.Tests.Networks;

namespace NetGen.Tests.Experiments;

/// <summary>Sweeps and cross-validations train a new network each time, and say so to a function that makes none.</summary>
public sealed class NewNetworkTests
{
    private static readonly Grid<float> Points = Grid.Of(1f).With("x", [1, 2], (_, value) => value);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_network_is_cross_validated_once(int workers)
    {
        using var network = new ScriptedNetwork { Validation = [.. Enumerable.Repeat(1f, 20)] };
        var e = Assert.Throws<ArgumentException>(() => CrossValidation.Run(_ => network, ScriptedNetwork.Data(12), folds: 3, new() { Workers = workers, Fit = new() { Epochs = 1 } }));
        Assert.Equal("create", e.ParamName);
        Assert.Matches("^create returned for fold [0-2] a network that it had returned before; it must return a new one each time\\.", e.Message);
    }

    [Fact]
    public void A_network_is_one_trial_of_a_sweep()
    {
        using var network = new ScriptedNetwork { Validation = [.. Enumerable.Repeat(1f, 20)] };
        var e = Assert.Throws<ArgumentException>(() => Sweep.Run(Points, [7], (_, _) => network, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Workers = 1, Fit = new() { Epochs = 1 } }));
        Assert.StartsWith("create returned for x = 2, seed 7 a network that it had returned before; it must return a new one each time.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_no_network()
    {
        var fold = Assert.Throws<ArgumentException>(() => CrossValidation.Run(_ => null!, ScriptedNetwork.Data(12), folds: 3, new() { Workers = 1 }));
        var trial = Assert.Throws<ArgumentException>(() => Sweep.Run(Points, [7], (_, _) => null!, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Workers = 1 }));
        Assert.StartsWith("create returned null for fold 0; it must return a new network.", fold.Message, StringComparison.Ordinal);
        Assert.StartsWith("create returned null for x = 1, seed 7; it must return a new network.", trial.Message, StringComparison.Ordinal);
    }
}
