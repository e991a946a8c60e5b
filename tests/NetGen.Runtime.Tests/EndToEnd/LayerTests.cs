namespace NetGen.Tests.EndToEnd;

/// <summary>The properties of a generated network: names, shapes, and the live parameters.</summary>
public class LayerTests
{
    [Fact]
    public void Layers_know_their_names_and_shapes()
    {
        using var network = new Gauge();
        Layer[] layers = [network.Left, network.Right, network.A, network.B, network.Both, network.Kind, network.Flags, network.Size];
        Assert.Equal(["Left [3]", "Right [2]", "A [5]", "B [5]", "Both [5]", "Kind [3]", "Flags [2]", "Size [1]"], layers.Select(l => l.ToString()));
        Assert.Equal([LossKind.SoftmaxCrossEntropy, LossKind.BinaryCrossEntropy, LossKind.MeanSquaredError], layers.OfType<Head>().Select(h => h.Loss));
    }

    [Fact]
    public void Weights_are_inputs_by_units_whatever_their_number()
    {
        using var network = new Gauge();
        Assert.Equal([3, 5], network.A.Weights.Lengths);
        Assert.Equal([5, 3], network.Kind.Weights.Lengths);
        Assert.Equal([5, 1], network.Size.Weights.Lengths);
        Assert.Equal(1, network.Size.Bias.Length);

        using var lonely = new Lonely();
        Assert.Equal([1, 1], lonely.Y.Weights.Lengths);
    }

    [Fact]
    public void Writing_to_weights_and_bias_changes_what_is_predicted()
    {
        using var network = new Lonely();
        network.Y.Weights[0, 0] = 3;
        network.Y.Bias[0] = -1;
        float[] y = new float[3];
        network.Predict([0, 1, 2], y);
        Assert.Equal([-1, 2, 5], y);

        using var gauge = new Gauge();
        gauge.Size.Weights.Fill(0);
        gauge.Size.Bias[0] = 4;
        gauge.Predict(new float[3], new float[2], new float[3], new float[2], y.AsSpan(0, 1));
        Assert.Equal(4, y[0]);
    }

    [Fact]
    public void An_input_and_a_sum_have_no_weights()
    {
        using var network = new Gauge();
        Assert.False(network.Left.HasWeights || network.Left.HasBias || network.Both.HasWeights || network.Both.HasBias);
        Assert.Contains("Left has no weights", Assert.Throws<InvalidOperationException>(() => network.Left.Weights.Rank).Message, StringComparison.Ordinal);
        Assert.Contains("Both has no bias", Assert.Throws<InvalidOperationException>(() => network.Both.Bias.Length).Message, StringComparison.Ordinal);
    }
}
