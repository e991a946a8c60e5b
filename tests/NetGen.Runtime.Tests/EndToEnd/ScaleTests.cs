namespace NetGen.Tests.EndToEnd;

/// <summary>A kind whose parameter is neither a weight nor a bias.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void A_scale_starts_at_one_and_changes_nothing()
    {
        using var network = new Geared();
        Assert.Equal([3], network.Gain.Parameter("scale").Lengths);
        Assert.False(network.Gain.HasWeights || network.Gain.HasBias);
        float[] plain = new float[2], scaled = new float[2];
        network.Predict([1, 2, 3], plain);
        network.Gain.Parameter("scale").Fill(2);
        network.Predict([.5f, 1, 1.5f], scaled);
        Assert.Equal(plain, scaled);
    }

    [Fact]
    public void A_step_follows_the_gradient_of_its_factors()
    {
        using var network = new Geared();
        network.Mixed.Weights.Fill(0);
        network.Mixed.Bias[0] = 3;
        network.Mixed.Bias[1] = -1;
        network.TrainStep([0, 0, 0], [1, 1]);

        // z = γ ⊙ x with x = (3, −1) and E = ½·Σ(z − t)²·(2/2): dγ = (z − t) ⊙ x = (2·3, −2·−1).
        Assert.Equal([1 - .1f * 6, 1 - .1f * 2], Factors(network.Y), Close);
    }

    [Fact]
    public void Its_factors_have_a_row_in_the_report_and_a_tensor_in_the_file()
    {
        using var network = new Geared(seed: 3);
        Assert.Equal(["Gain.scale [3]", "Mixed.weight [3, 2]", "Mixed.bias [2]", "Y.scale [2]"], ((INetwork)network).Schema.Parameters.Select(p => $"{p.Name} [{string.Join(", ", p.Shape)}]"));
        Assert.Equal([("Gain", 3), ("Mixed", 6), ("Y", 2)], network.Sparsity().Layers.Select(l => (l.Layer, l.Weights)));
        Assert.Equal(.5 * .5 * 3, network.Penalty(), 1e-6);

        network.Gain.Parameter("scale").Fill(7);
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "geared.safetensors");
        network.Save(path);
        using var other = new Geared(seed: 4);
        other.Load(path);
        Assert.Equal([7f, 7f, 7f], Factors(other.Gain));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_parameter_that_is_not_there_is_refused_by_name()
    {
        using var network = new Geared();
        Assert.Equal("Gain has no weight; it has scale. (Parameter 'role')", Assert.Throws<ArgumentException>(() => network.Gain.Parameter("weight").Rank).Message);
        Assert.StartsWith("X has no parameters.", Assert.Throws<ArgumentException>(() => network.X.Parameter("scale").Rank).Message, StringComparison.Ordinal);
    }

    private static float[] Factors(Layer layer)
    {
        float[] factors = new float[layer.Parameter("scale").FlattenedLength];
        layer.Parameter("scale").FlattenTo(factors);
        return factors;
    }

    private static bool Close(float a, float b) => Math.Abs(a - b) < 1e-5f;
}
