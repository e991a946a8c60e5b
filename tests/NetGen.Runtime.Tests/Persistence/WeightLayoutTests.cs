using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>Whose layout a file's weights have: the file says it or the caller does, and nobody guesses.</summary>
public class WeightLayoutTests
{
    private const string Own = """{"__metadata__":{"format":"netgen","version":"1"},""";

    [Theory]
    [InlineData("{")]
    [InlineData("""{"__metadata__":{"format":"pt"},""")]
    public void A_file_that_does_not_say_it_is_refused_unless_the_caller_does(string start)
    {
        byte[] file = Square(start);
        using ScriptedNetwork network = Network(2);
        Bits before = Bits.Of(network);
        var e = Assert.Throws<CheckpointException>(() => Checkpoint.Load(network, new MemoryStream(file)));
        Assert.Equal("A.weight", e.Tensor);
        Assert.Equal(
            "stream: tensor 'A.weight' is [inputs, units] or [units, inputs], and the file does not say which. Load it with WeightLayout.PyTorch if PyTorch saved "
            + "it ([units, inputs]), with WeightLayout.NetGen if it is [inputs, units], as Keras and JAX save it.", e.Message);
        Assert.Equal(before, Bits.Of(network));

        Assert.Equal([10, 11, 12, 13], Weights(file, WeightLayout.NetGen));
        Assert.Equal([10, 12, 11, 13], Weights(file, WeightLayout.PyTorch));
    }

    [Fact]
    public void NetGens_own_files_say_it()
    {
        byte[] file = Square(Own);
        Assert.Equal([10, 11, 12, 13], Weights(file, null));
        Assert.Equal([10, 11, 12, 13], Weights(file, WeightLayout.NetGen));
        using ScriptedNetwork network = Network(2);
        Assert.Equal(
            "stream: NetGen wrote it, so its weights are [inputs, units]; load it without WeightLayout.PyTorch.",
            Assert.Throws<CheckpointException>(() => Checkpoint.Load(network, new MemoryStream(file), WeightLayout.PyTorch)).Message);
    }

    [Fact]
    public void PyTorchs_layout_is_turned_and_its_biases_are_not()
    {
        using ScriptedNetwork network = Sample.Trained();
        Checkpoint.Load(network, new MemoryStream(Sample.File(Sample.Header(Sample.Weight.Replace("[2,3]", "[3,2]", StringComparison.Ordinal)))), WeightLayout.PyTorch);
        Assert.Equal([10, 12, 14], network.Memory.Parameters[..3].ToArray());
        Assert.Equal([11, 13, 15], network.Memory.Parameters.Slice(16, 3).ToArray());
        Assert.Equal([16, 17, 18], network.Memory.Parameters.Slice(32, 3).ToArray());
        Assert.All(network.Memory.Parameters.Slice(3, 13).ToArray(), padding => Assert.Equal(0, padding));
    }

    [Fact]
    public void A_shape_that_fits_the_other_layout_only_is_refused()
    {
        using ScriptedNetwork network = Sample.Trained();
        var e = Assert.Throws<CheckpointException>(() => Checkpoint.Load(network, new MemoryStream(Sample.File(Sample.Header())), WeightLayout.PyTorch));
        Assert.Equal("stream: tensor 'A.weight' has shape [2, 3]; it must be [3, 2].", e.Message);
    }

    [Fact]
    public void There_are_no_other_layouts()
    {
        using ScriptedNetwork network = Sample.Network();
        Assert.Throws<ArgumentOutOfRangeException>("layout", () => Checkpoint.Load(network, new MemoryStream(), (WeightLayout)2));
        Assert.Throws<ArgumentOutOfRangeException>("layout", () => Checkpoint.Load(network, "none", (WeightLayout)(-1)));
    }

    private static ScriptedNetwork Network(int inputs) => new(
        new Blueprint("Square", batchSize: 2).Input("X", inputs).Head("Y", LossKind.MeanSquaredError, 2).Dense("A", inputs, 2).Build());

    private static byte[] Square(string start) => Sample.File(
        start + "\"A.weight\":" + """{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"A.bias":{"dtype":"F32","shape":[2],"data_offsets":[16,24]}}""", dataBytes: 24);

    private static float[] Weights(byte[] file, WeightLayout? layout)
    {
        using ScriptedNetwork network = Network(2);
        Checkpoint.Load(network, new MemoryStream(file), layout);
        return [.. network.Memory.Parameters[..2], .. network.Memory.Parameters.Slice(16, 2)];
    }
}
