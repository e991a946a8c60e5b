using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>A save replaces the file as a whole or leaves it alone.</summary>
public sealed class AtomicSaveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedNetwork _network = Sample.Trained();

    public AtomicSaveTests() => Checkpoint.Save(_network, _folder.File("net"));

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Saving_again_replaces_the_file_and_leaves_nothing_beside_it()
    {
        byte[] old = File.ReadAllBytes(_folder.File("net"));
        Sample.Fill(_network, first: 100);
        Checkpoint.Save(_network, _folder.File("net"));
        Assert.NotEqual(old, File.ReadAllBytes(_folder.File("net")));
        Assert.Equal(["net"], _folder.Names());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void A_save_interrupted_after_any_number_of_bytes_keeps_the_old_file(int bytes)
    {
        byte[] old = File.ReadAllBytes(_folder.File("net"));
        Assert.Throws<IOException>(() => AtomicFile.Write(_folder.File("net"), stream =>
        {
            stream.Write(new byte[bytes]);
            Assert.Equal(old, File.ReadAllBytes(_folder.File("net")));
            throw new IOException("The disk is full.");
        }));

        Assert.Equal(old, File.ReadAllBytes(_folder.File("net")));
        Assert.Equal(["net"], _folder.Names());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_beside_the_path_that_was_given()
    {
        string path = _folder.File(Path.Combine("nowhere", "net"));
        var e = Assert.Throws<DirectoryNotFoundException>(() => Checkpoint.Save(_network, path));
        Assert.Equal($"'{path}' cannot be written: there is no folder '{_folder.File("nowhere")}'.", e.Message);
        Assert.Equal(["net"], _folder.Names());
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_parameter_that_is_not_finite_is_not_saved(float value)
    {
        byte[] old = File.ReadAllBytes(_folder.File("net"));
        ParameterInfo weight = _network.Schema.Parameters[0];
        _network.Memory.Parameter(weight.Offset + weight.Stride + 2) = value;

        var e = Assert.Throws<CheckpointException>(() => Checkpoint.Save(_network, _folder.File("net")));

        Assert.Equal((_folder.File("net"), "A.weight"), (e.File, e.Tensor));
        Assert.Contains("[1, 2]", e.Message, StringComparison.Ordinal);
        Assert.Equal(old, File.ReadAllBytes(_folder.File("net")));
        using var stream = new MemoryStream();
        Assert.Throws<CheckpointException>(() => Checkpoint.Save(_network, stream));
        Assert.Equal(0, stream.Length);
    }
}
