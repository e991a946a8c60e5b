using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>Files that the format allows, though <see cref="Checkpoint.Save(INetwork, string)"/> does not write them so.</summary>
public class ForeignFileTests
{
    [Theory]
    [InlineData("""{"A.weight":W,"A.bias":B}""")]
    [InlineData("""{"A.bias":B,"A.weight":W}""")]
    [InlineData("""{"A.weight":W,"A.bias":B}       """)]
    [InlineData("""{ "A.weight" : W , "A.bias" : B }""")]
    [InlineData("""{"__metadata__":{},"A.weight":W,"A.bias":B}""")]
    [InlineData("""{"A.weight":W,"A.bias":B,"__metadata__":{"format":"pt","version":"99"}}""")]
    [InlineData("""{"__metadata__":{"format":"netgen","version":"1","network":"Renamed"},"A.weight":W,"A.bias":B}""")]
    [InlineData("""{"A.weight":{"data_offsets":[0,24],"shape":[2,3],"dtype":"F32"},"A.bias":B}""")]
    [InlineData("""{"\u0041.weight":W,"A.bias":B}""")]
    public void Order_spaces_metadata_and_escapes_are_free(string header)
    {
        using ScriptedNetwork network = Load(header);
        Assert.Equal([10, 11, 12], network.Memory.Parameters[..3].ToArray());
        Assert.Equal([16, 17, 18], network.Memory.Parameters.Slice(32, 3).ToArray());
    }

    [Fact]
    public void Tensors_may_lie_in_any_order()
    {
        using ScriptedNetwork network = Load("""{"A.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[12,36]},"A.bias":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""");
        Assert.Equal([13, 14, 15], network.Memory.Parameters[..3].ToArray());
        Assert.Equal([16, 17, 18], network.Memory.Parameters.Slice(16, 3).ToArray());
        Assert.Equal([10, 11, 12], network.Memory.Parameters.Slice(32, 3).ToArray());
    }

    [Fact]
    public void A_header_longer_than_one_piece_is_read_whole()
    {
        using ScriptedNetwork network = Load(Sample.Header() + new string(' ', 200_001));
        Assert.Equal(10, network.Memory.Parameters[0]);
    }

    [Fact]
    public void The_padding_between_rows_is_zero_after_loading()
    {
        using ScriptedNetwork network = Load(Sample.Header());
        Assert.All(network.Memory.Parameters.Slice(3, 13).ToArray(), p => Assert.Equal(0, p));
    }

    private static ScriptedNetwork Load(string header)
    {
        ScriptedNetwork network = Sample.Trained();
        header = header.Replace(":W", ":" + Sample.Weight, StringComparison.Ordinal).Replace(": W", ":" + Sample.Weight, StringComparison.Ordinal)
            .Replace(":B", ":" + Sample.Bias, StringComparison.Ordinal).Replace(": B", ":" + Sample.Bias, StringComparison.Ordinal);
        Checkpoint.Load(network, new MemoryStream(Sample.File(header)), WeightLayout.NetGen);
        return network;
    }
}
