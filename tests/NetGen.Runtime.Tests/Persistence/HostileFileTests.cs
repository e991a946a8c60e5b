using System.Buffers.Binary;
using System.Text;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>Files made to fill the memory or the screen: what refuses them stays within what the network needs.</summary>
public class HostileFileTests
{
    [Fact]
    public void A_header_of_100_MB_is_refused_before_it_is_read()
    {
        byte[] file = Sample.File(Sample.Header());
        BinaryPrimitives.WriteInt64LittleEndian(file, 99_000_022);
        using ScriptedNetwork network = Sample.Network();
        var own = new MemoryStream();
        Checkpoint.Save(network, own);
        Assert.Equal(
            $"stream: its header claims 99000022 bytes; for Sample 1 to {BinaryPrimitives.ReadInt64LittleEndian(own.ToArray()) + (1 << 20)} are read. Is it a safetensors file of such a network?",
            RefusedWithin(200_000, file).Message);
    }

    [Theory]
    [InlineData("shape")]
    [InlineData("data_offsets")]
    public void A_list_of_half_a_million_numbers_is_refused_at_its_first(string member)
    {
        string numbers = string.Concat(Enumerable.Repeat("0,", 500_000));
        CheckpointException e = RefusedWithin(5_000_000, Sample.File($$$"""{"A.weight":{"dtype":"F32","{{{member}}}":[{{{numbers}}}0]}}"""));
        Assert.Equal($"stream: tensor 'A.weight' has a {member} of more than 8 numbers.", e.Message);
    }

    [Theory]
    [InlineData("""{"N":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""")]
    [InlineData("""{"N":1}""")]
    [InlineData("""{"A.weight":{"N":1}}""")]
    [InlineData("""{"A.weight":{"dtype":"N","shape":[2,3],"data_offsets":[0,24]},"A.bias":{"dtype":"F32","shape":[3],"data_offsets":[24,36]}}""")]
    [InlineData("""{"__metadata__":{"N":1}}""")]
    [InlineData("""{"__metadata__":{"N":"1","N":"1"}}""")]
    [InlineData("""{"__metadata__":{"format":"netgen","version":"N"}}""")]
    [InlineData("""{"__metadata__":{"format":"netgen","version":"1","N.rescale-at-prediction":"N"},"A.weight":{},"A.bias":{}}""")]
    [InlineData("""{"A.weight":{"dtype":N}}""")]
    [InlineData("""{"A.weight":N""")]
    public void Names_and_texts_of_any_length_and_kind_make_a_short_plain_message(string header)
    {
        foreach (string name in new[] { new string('N', 500_000), @"\u001b]0;owned\u0007\n\u202e" })
        {
            string message = RefusedWithin(20_000_000, Sample.File(header.Replace("N", name, StringComparison.Ordinal))).Message;
            Assert.InRange(message.Length, 20, 500);
            Assert.DoesNotContain(message, c => char.IsControl(c) || c == '\u202E');
        }
    }

    [Fact]
    public void Many_small_tensors_take_no_more_than_the_header_allows()
    {
        var header = new StringBuilder("{");
        for (int i = 0; header.Length < 1_000_000; i++)
        {
            header.Append($$"""{{(i == 0 ? "" : ",")}}"{{i}}":{"dtype":"","shape":[],"data_offsets":[0,0]}""");
        }

        Assert.Equal("A.weight", RefusedWithin(20_000_000, Sample.File(header.Append('}').ToString())).Tensor);
    }

    private static CheckpointException RefusedWithin(long bytes, byte[] file)
    {
        using ScriptedNetwork network = Sample.Trained();
        var stream = new MemoryStream(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CheckpointException e = Assert.Throws<CheckpointException>(() => Checkpoint.Load(network, stream, WeightLayout.NetGen));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
        return e;
    }
}
