using System.Buffers.Binary;
using System.Text;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>
/// Files that are refused: every rule of the safetensors format, then every way to miss the network. Each refusal leaves the network as it
/// was (<see cref="Sample.Refused"/>) and names the tensor where there is one.
/// </summary>
public class MalformedFileTests
{
    [Fact]
    public void A_file_cut_off_after_any_byte_is_refused()
    {
        byte[] file = Sample.File(Sample.Header());
        for (int length = 0; length < file.Length; length++)
        {
            CheckpointException e = Sample.Refused(file[..length]);
            int data = length - (file.Length - Sample.DataBytes);
            Assert.Equal(data < 0 ? null : data < 24 ? "A.weight" : "A.bias", e.Tensor);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) + 2 * 1024 + 1)]
    [InlineData(100_000_001)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public void A_header_length_outside_what_the_network_can_need_is_refused(long length)
    {
        byte[] file = Sample.File(Sample.Header());
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        Assert.Contains("header claims", Sample.Refused(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_length_beyond_the_file_is_refused_without_taking_the_memory_it_claims()
    {
        byte[] file = Sample.File(Sample.Header());
        BinaryPrimitives.WriteInt64LittleEndian(file, 1 << 20);
        Sample.Refused(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Sample.Refused(file);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Theory]
    [InlineData(+1)]
    [InlineData(-1)]
    public void A_header_length_off_by_one_is_refused(int by)
    {
        byte[] file = Sample.File(Sample.Header());
        BinaryPrimitives.WriteInt64LittleEndian(file, BinaryPrimitives.ReadInt64LittleEndian(file) + by);
        Sample.Refused(file);
    }

    [Fact]
    public void Bytes_after_the_last_tensor_are_refused() =>
        Assert.Contains("after the last tensor", Sample.Refused(Sample.File(Sample.Header(), Sample.DataBytes + 1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\uFEFF{}")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{}\0")]
    [InlineData("{} x")]
    [InlineData("{/* */}")]
    [InlineData("{'A.weight':1}")]
    [InlineData("""{"A.weight"}""")]
    [InlineData("""{"A.weight":}""")]
    [InlineData("""{"\uD800":{}}""")]
    [InlineData("""{"\q":{}}""")]
    public void A_header_that_is_not_one_JSON_object_is_refused(string header) => Assert.Null(Sample.Refused(Sample.File(header)).Tensor);

    [Fact]
    public void A_trailing_comma_is_refused() => Sample.Refused(Sample.File(Sample.Header()[..^1] + ",}"));

    [Fact]
    public void A_header_that_is_not_UTF_8_is_refused()
    {
        byte[] header = Encoding.Latin1.GetBytes(Sample.Header().Replace("A.bias", "A.bi\u00E4s", StringComparison.Ordinal));
        Assert.Contains("UTF-8", Sample.Refused(Sample.File(header)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"F32\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"shape":[2,3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3]}""")]
    [InlineData("""{"dtype":"F32","dtype":"F32","shape":[2,3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"shape":[2,3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24],"strides":[3,1]}""")]
    [InlineData("""{"dtype":32,"shape":[2,3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":null,"shape":[2,3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":6,"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":"[2,3]","data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":{},"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[[2,3]],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[[[[2,3]]]],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2.5,3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[-2,-3],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":["2","3"],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,99999999999999999999],"data_offsets":[0,24]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24,36]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[-24,0]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,2.4e1]}""")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":null}""")]
    public void A_malformed_description_of_a_tensor_is_refused(string weight) => RefusedFor("A.weight", Sample.Header(weight));

    [Theory]
    [InlineData("F64")]
    [InlineData("F16")]
    [InlineData("I32")]
    [InlineData("f32")]
    [InlineData("")]
    public void Another_dtype_is_refused(string type) =>
        RefusedFor("A.weight", Sample.Header(Sample.Weight.Replace("F32", type, StringComparison.Ordinal)), "must be F32");

    [Theory]
    [InlineData("[3,2]")]
    [InlineData("[6]")]
    [InlineData("[2,3,1]")]
    [InlineData("[]")]
    [InlineData("[0,3]")]
    [InlineData("[4611686018427387904,4]")] // its product overflows to 0
    [InlineData("[9223372036854775807,9223372036854775807]")]
    public void Another_shape_is_refused(string shape) =>
        RefusedFor("A.weight", Sample.Header(Sample.Weight.Replace("[2,3]", shape, StringComparison.Ordinal)), "must be [2, 3]");

    [Theory]
    [InlineData("[0,20]", "A.weight")] // too short for its shape
    [InlineData("[0,28]", "A.weight")]
    [InlineData("[24,0]", "A.weight")] // ends before it starts
    [InlineData("[0,9223372036854775807]", "A.weight")]
    [InlineData("[9223372036854775800,9223372036854775807]", "A.weight")]
    [InlineData("[4,28]", "A.weight")] // a gap at the front
    [InlineData("[12,36]", "A.weight")] // overlaps the bias, and a gap at the front
    [InlineData("[36,60]", "A.bias")] // the bias leaves a gap at the front
    public void Offsets_that_do_not_fit_are_refused(string offsets, string tensor) =>
        RefusedFor(tensor, Sample.Header(Sample.Weight.Replace("[0,24]", offsets, StringComparison.Ordinal)));

    [Theory]
    [InlineData("[0,12]")] // the same bytes as the weight
    [InlineData("[12,24]")]
    [InlineData("[23,35]")]
    [InlineData("[28,40]")] // a gap between
    public void A_tensor_that_does_not_start_where_the_one_before_ends_is_refused(string offsets) =>
        Assert.Contains("of the data", Sample.Refused(Sample.File(
            Sample.Header(bias: Sample.Bias.Replace("[24,36]", offsets, StringComparison.Ordinal)))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_tensor_is_named() => RefusedFor("A.bias", $$"""{"A.weight":{{Sample.Weight}}}""", "missing");

    [Fact]
    public void An_empty_header_misses_every_tensor() => RefusedFor("A.weight", "{}", "missing");

    [Fact]
    public void An_unexpected_tensor_is_named() => RefusedFor("B.weight",
        Sample.Header()[..^1] + ""","B.weight":{"dtype":"F32","shape":[0],"data_offsets":[36,36]}}""", "unexpected");

    [Fact]
    public void Names_differ_by_case() => RefusedFor("A.bias", Sample.Header().Replace("A.bias", "a.bias", StringComparison.Ordinal), "missing");

    [Theory]
    [InlineData("A.weight", Sample.Weight)]
    [InlineData("A.bias", Sample.Bias)]
    public void A_name_given_twice_is_refused(string name, string tensor) =>
        RefusedFor(name, Sample.Header()[..^1] + $$""","{{name}}":{{tensor}}}""", "twice");

    [Theory]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("\"netgen\"")]
    [InlineData("""{"a":1}""")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":"1","a":"1"}""")]
    public void Metadata_that_is_not_an_object_of_strings_is_refused(string metadata) => Assert.Contains("__metadata__",
        Sample.Refused(Sample.File($$"""{"__metadata__":{{metadata}},""" + Sample.Header()[1..])).Message, StringComparison.Ordinal);

    [Fact]
    public void Metadata_given_twice_is_refused() =>
        Sample.Refused(Sample.File("""{"__metadata__":{},"__metadata__":{},""" + Sample.Header()[1..]));

    [Theory]
    [InlineData("""{"format":"netgen","version":"2"}""")]
    [InlineData("""{"format":"netgen"}""")]
    public void Another_version_of_NetGens_own_layout_is_refused(string metadata) => Assert.Contains("version",
        Sample.Refused(Sample.File($$"""{"__metadata__":{{metadata}},""" + Sample.Header()[1..])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(float.NaN, 0, "A.weight", "[0, 0]")]
    [InlineData(float.PositiveInfinity, 5, "A.weight", "[1, 2]")]
    [InlineData(float.NegativeInfinity, 8, "A.bias", "[0, 2]")]
    public void A_value_that_is_not_finite_is_refused_with_its_place(float value, int index, string tensor, string place)
    {
        byte[] file = Sample.File(Sample.Header());
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(file.Length - Sample.DataBytes + 4 * index), value);
        CheckpointException e = Sample.Refused(file);
        Assert.Equal(tensor, e.Tensor);
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_checkpoint_of_another_network_is_refused_by_file_tensor_and_shape()
    {
        using var folder = new TemporaryFolder();
        using ScriptedNetwork wide = Sample.Network(inputs: 4), narrow = Sample.Trained();
        Checkpoint.Save(wide, folder.File("wide"));
        Bits before = Bits.Of(narrow);

        var e = Assert.Throws<CheckpointException>(() => Checkpoint.Load(narrow, folder.File("wide")));

        Assert.Equal((folder.File("wide"), "A.weight"), (e.File, e.Tensor));
        Assert.Contains("[4, 3]", e.Message, StringComparison.Ordinal);
        Assert.Contains("[2, 3]", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(narrow));
    }

    private static void RefusedFor(string tensor, string header, string part = "")
    {
        CheckpointException e = Sample.Refused(Sample.File(header));
        Assert.Equal(tensor, e.Tensor);
        Assert.Contains($"'{tensor}'", e.Message, StringComparison.Ordinal);
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }
}
