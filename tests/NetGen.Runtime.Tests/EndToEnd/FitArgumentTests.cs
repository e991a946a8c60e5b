using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

public sealed class FitArgumentTests : IDisposable
{
    private static readonly Dataset Good = new GaugeRows().Times(3).Data();

    private readonly Gauge _network = new(seed: 1);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void One_row_is_refused() => Refused(() => _network.Fit(Good.Select([0])), "training", "has 1 row; at least 2");

    [Fact]
    public void A_batch_larger_than_the_data_set_is_refused() =>
        Refused(() => _network.Fit(Good.Select([0, 1, 2])), "training", "3 rows, fewer than one batch of 4");

    [Fact]
    public void A_data_set_of_another_network_is_refused() =>
        Refused(() => _network.Fit(Lonely.Data(new float[8], new float[8])), "training", "Input Left needs a column Left of 3 floats a row");

    [Fact]
    public void A_validation_set_of_another_shape_is_refused()
    {
        Dataset wide = Good.With(new FeatureColumn("Left", [4], new float[48]));
        Refused(() => _network.Fit(Good, wide), "validation", "Input Left takes 3 floats a row; column Left (floats [4]) has 4");
        Refused(() => _network.Evaluate(wide), "data", "Input Left takes 3 floats a row; column Left (floats [4]) has 4");
    }

    [Fact]
    public void A_value_that_the_network_cannot_take_is_refused_even_in_a_data_set_made_without_it()
    {
        Dataset bad = Good.With(new LabelColumn("Kind", new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3 }));
        Refused(() => _network.Fit(bad), "training", "Column Kind, row 11: label 3; labels must be 0 to 2");
        Refused(() => _network.Fit(Good, bad), "validation", "Column Kind, row 11: label 3; labels must be 0 to 2");
    }

    [Fact]
    public void Zero_epochs_are_refused() => Refused(() => _network.Fit(Good, options: new() { Epochs = 0 }), "Epochs", "Epochs is 0; it must be ≥ 1.");

    [Fact]
    public void No_patience_is_refused() => Refused(() => _network.Fit(Good, Good, new() { EarlyStopping = new(patience: 0) }), "patience", "patience is 0; it must be ≥ 1.");

    [Fact]
    public void A_set_without_a_single_target_is_refused()
    {
        using Lonely network = new(seed: 1);
        Dataset some = Lonely.Data(new float[8], new float[8]);
        Dataset none = Lonely.Data(new float[8], Enumerable.Repeat(float.NaN, 8).ToArray());
        Assert.Equal("training", Assert.Throws<ArgumentException>(() => network.Fit(none)).ParamName);
        Assert.Equal("validation", Assert.Throws<ArgumentException>(() => network.Fit(some, none)).ParamName);
    }

    [Fact]
    public void Early_stopping_without_a_validation_set_is_refused()
    {
        Refused(() => _network.Fit(Good, options: Patient()), "validation", "Early stopping needs a validation set");

        static FitOptions Patient() => new() { EarlyStopping = new(patience: 1) }; // apart, where NG0501 does not see it
    }

    [Fact]
    public void Null_is_refused()
    {
        Refused(() => _network.Fit(null!), "training", "null");
        Refused(() => _network.Evaluate(null!), "data", "null");
        Refused(() => _network.Save(null!), "path", "null");
        Refused(() => _network.Load(""), "path", "empty");
    }

    private void Refused(Action act, string argument, string message)
    {
        Bits before = Bits.Of(_network);
        Refusal.Says(act, argument, message);
        Assert.Equal(before, Bits.Of(_network));
    }
}
