using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>What is saved, and that it comes back.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parameters_come_back_to_the_bit()
    {
        using ScriptedNetwork saved = Sample.Trained(), loaded = Sample.Network();
        ParameterInfo weight = saved.Schema.Parameters[0];
        new[] { float.MaxValue, -float.MaxValue, float.Epsilon }.CopyTo(weight.RowIn(saved.Memory.Parameters, 0));
        new[] { -0f, 1 / 3f, MathF.PI }.CopyTo(weight.RowIn(saved.Memory.Parameters, 1));

        Checkpoint.Save(saved, _folder.File("net.safetensors"));
        Checkpoint.Load(loaded, _folder.File("net.safetensors"));

        Assert.Equal(Bits.Of(saved).Parameters, Bits.Of(loaded).Parameters);
    }

    [Fact]
    public void A_loaded_network_is_new_but_for_its_parameters()
    {
        using ScriptedNetwork network = Sample.Trained();
        Checkpoint.Save(network, _folder.File("net"));
        Checkpoint.Load(network, _folder.File("net"));
        Assert.All(network.Memory.State.ToArray(), s => Assert.Equal(0, s));
        Assert.Equal(0, network.Memory.Steps);
    }

    [Fact]
    public void A_trained_model_predicts_the_same_after_loading()
    {
        using var trained = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 2, units: 3, seed: 1);
        using var loaded = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 2, units: 3, seed: 2);
        var data = new Dataset(
            new FeatureColumn("X", [2], Enumerable.Range(0, 60).Select(i => i % 11 / 11f).ToArray()),
            new LabelColumn("Y", Enumerable.Range(0, 30).Select(i => i % 3).ToArray()));
        Trainer.Fit(trained, data, options: new() { Epochs = 3 });
        Assert.NotEqual(Evaluator.Evaluate(trained, data)[0], Evaluator.Evaluate(loaded, data)[0]);

        Checkpoint.Save(trained, _folder.File("net"));
        Checkpoint.Load(loaded, _folder.File("net"));

        Assert.Equal(Evaluator.Evaluate(trained, data)[0], Evaluator.Evaluate(loaded, data)[0]);
    }

    [Fact]
    public void The_file_is_what_the_format_says_byte_by_byte()
    {
        using ScriptedNetwork network = Sample.Trained();
        Checkpoint.Save(network, _folder.File("net"));
        byte[] file = File.ReadAllBytes(_folder.File("net"));

        int header = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.Equal(0, (8 + header) % 8);
        Assert.Equal(8 + header + Sample.DataBytes, file.Length);
        Assert.Equal(
            """{"__metadata__":{"format":"netgen","network":"Sample","version":"1"},"A.weight":""" + Sample.Weight + ""","A.bias":""" + Sample.Bias + "}",
            Encoding.UTF8.GetString(file, 8, header).TrimEnd(' '));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], Enumerable.Range(0, 9).Select(i => BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(8 + header + 4 * i))));
    }

    [Fact]
    public void Tensors_lie_one_after_the_other_and_fill_the_file()
    {
        var network = new ScriptedNetwork(new Blueprint("Deep", batchSize: 2).Input("X", 1).Head("Y", LossKind.MeanSquaredError, 1)
            .Dense("A", 7, 300).Dense("B", 300, 17).Parameter("C", "weight", 17, 1, Initializer.Zero).Build());
        var stream = new MemoryStream();
        Checkpoint.Save(network, stream);
        byte[] file = stream.ToArray();

        int header = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        using var json = JsonDocument.Parse(file.AsMemory(8, header));
        long end = 0;
        foreach (JsonProperty tensor in json.RootElement.EnumerateObject().Where(p => p.Name != "__metadata__"))
        {
            JsonElement offsets = tensor.Value.GetProperty("data_offsets");
            Assert.Equal(end, offsets[0].GetInt64());
            end += 4 * tensor.Value.GetProperty("shape").EnumerateArray().Aggregate(1L, (a, d) => a * d.GetInt64());
            Assert.Equal(end, offsets[1].GetInt64());
        }

        Assert.Equal(file.Length - 8 - header, end);
        network.Dispose();
    }

    [Fact]
    public void Equal_networks_make_equal_files()
    {
        using ScriptedNetwork a = Sample.Trained(), b = Sample.Trained();
        MemoryStream first = new(), second = new();
        Checkpoint.Save(a, first);
        Checkpoint.Save(b, second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void A_layer_named_in_another_script_comes_back()
    {
        var network = new ScriptedNetwork(new Blueprint("Größe", batchSize: 2).Input("X", 1).Head("Y", LossKind.MeanSquaredError, 1).Dense("Schicht_ä_層", 1, 2).Build());
        Sample.Fill(network, first: 1);
        string before = Bits.Of(network).Parameters;
        Checkpoint.Save(network, _folder.File("net"));
        network.Memory.Parameters.Clear();
        Checkpoint.Load(network, _folder.File("net"));
        Assert.Equal(before, Bits.Of(network).Parameters);
        network.Dispose();
    }

    [Fact]
    public void Streams_are_read_in_small_pieces_and_left_open()
    {
        using ScriptedNetwork saved = Sample.Trained(), loaded = Sample.Network();
        using var stream = new MemoryStream();
        Checkpoint.Save(saved, stream);
        Checkpoint.Load(loaded, new Dripping(stream.ToArray()));
        Assert.True(stream.CanWrite);
        Assert.Equal(Bits.Of(saved).Parameters, Bits.Of(loaded).Parameters);
    }

    [Fact]
    public void A_named_pipe_is_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a pipe is no file there
        }

        using ScriptedNetwork saved = Sample.Trained(), loaded = Sample.Network();
        var stream = new MemoryStream();
        Checkpoint.Save(saved, stream);
        using NamedPipe pipe = new(stream.ToArray());
        Checkpoint.Load(loaded, pipe.Path);
        Assert.Equal(Bits.Of(saved).Parameters, Bits.Of(loaded).Parameters);
    }

    [Fact]
    public void Null_and_empty_arguments_are_refused()
    {
        using ScriptedNetwork network = Sample.Network();
        Assert.Throws<ArgumentNullException>("network", () => Checkpoint.Save(null!, "net"));
        Assert.Throws<ArgumentNullException>("network", () => Checkpoint.Load(null!, "net"));
        Assert.Throws<ArgumentNullException>("path", () => Checkpoint.Save(network, (string)null!));
        Assert.Throws<ArgumentException>("path", () => Checkpoint.Save(network, ""));
        Assert.Throws<ArgumentException>("path", () => Checkpoint.Load(network, ""));
        Assert.Throws<ArgumentNullException>("stream", () => Checkpoint.Save(network, (Stream)null!));
        Assert.Throws<ArgumentNullException>("stream", () => Checkpoint.Load(network, (Stream)null!));
    }

    [Fact]
    public void A_file_that_another_has_locked_for_good_is_reported_as_such()
    {
        using ScriptedNetwork network = Sample.Trained();
        Bits before = Bits.Of(network);
        using var locked = new FileStream(_folder.File("net"), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Assert.Throws<IOException>(() => Checkpoint.Load(network, _folder.File("net")));
        Assert.Equal(before, Bits.Of(network));
    }

    [Fact]
    public void A_file_that_is_not_there_is_reported_as_such()
    {
        using ScriptedNetwork network = Sample.Trained();
        Bits before = Bits.Of(network);
        Assert.Throws<FileNotFoundException>(() => Checkpoint.Load(network, _folder.File("none")));
        Assert.Throws<DirectoryNotFoundException>(() => Checkpoint.Save(network, _folder.File("none/net")));
        Assert.Equal(before, Bits.Of(network));
    }
}
