using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public sealed class FitArgumentTests : IDisposable
{
    private readonly ScriptedNetwork _network = new(batchSize: 4);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void One_training_row_is_refused()
    {
        var single = new ScriptedNetwork(batchSize: 1);
        var e = Assert.Throws<ArgumentException>("training", () => Trainer.Fit(single, ScriptedNetwork.Data(1)));
        Assert.Contains("1 row", e.Message, StringComparison.Ordinal);
        Assert.Contains("at least 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_larger_than_the_training_set_is_refused() => Refused("training", "fewer than one batch of 4", ScriptedNetwork.Data(3));

    [Fact]
    public void A_training_set_without_a_column_of_the_network_is_refused() =>
        Refused("training", "Z", new Dataset([.. ScriptedNetwork.Data(8).Columns.Where(c => c.Name != "Z")]));

    [Fact]
    public void A_feature_that_is_not_finite_is_refused() =>
        Refused("training", "NaN", ScriptedNetwork.Data(4).With(new FeatureColumn("X", [1], new[] { 0, 1, float.NaN, 3 })));

    [Fact]
    public void A_validation_set_of_another_shape_is_refused() =>
        Refused("validation", "X", ScriptedNetwork.Data(8), ScriptedNetwork.Data(2).With(new FeatureColumn("X", [2], new float[4])));

    [Fact]
    public void A_label_outside_the_classes_is_refused()
    {
        using var network = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 1, units: 3, batchSize: 2);
        var data = new Dataset(new FeatureColumn("X", [1], new float[2]), new LabelColumn("Y", new[] { 0, 3 }));
        Bits before = Bits.Of(network);
        Assert.Throws<ArgumentException>("training", () => Trainer.Fit(network, data));
        Assert.Equal(before, Bits.Of(network));
    }

    [Fact]
    public void Early_stopping_without_a_validation_set_is_refused() =>
        Refused("validation", "Early stopping", ScriptedNetwork.Data(8), options: new() { EarlyStopping = new(patience: 1) });

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>("network", () => Trainer.Fit(null!, ScriptedNetwork.Data(8)));
        Assert.Throws<ArgumentNullException>("training", () => Trainer.Fit(_network, null!));
        Assert.Throws<ArgumentNullException>("network", () => Evaluator.Evaluate(null!, ScriptedNetwork.Data(8)));
        Assert.Throws<ArgumentNullException>("data", () => Evaluator.Evaluate(_network, null!));
    }

    [Fact]
    public void Evaluation_refuses_data_of_another_shape()
    {
        Dataset data = ScriptedNetwork.Data(2).With(new FeatureColumn("X", [2], new float[4]));
        Assert.Throws<ArgumentException>("data", () => Evaluator.Evaluate(_network, data));
    }

    private void Refused(string argument, string part, Dataset training, Dataset? validation = null, FitOptions? options = null)
    {
        Bits before = Bits.Of(_network);
        var e = Assert.Throws<ArgumentException>(argument, () => Trainer.Fit(_network, training, validation, options));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(_network));
        Assert.Empty(_network.Batches);
    }
}
