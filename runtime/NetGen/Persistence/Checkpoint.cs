namespace NetGen;

/// <summary>
/// Saves a network's parameters to a file and loads them. The format is safetensors, which PyTorch, JAX and most other tools read: one
/// F32 tensor per parameter, <c>Hidden.weight</c> of shape [inputs, units] and <c>Hidden.bias</c> of shape [units].
/// </summary>
/// <remarks>
/// Only parameters are stored, not the optimiser's state nor the number of updates. The metadata names the format ("netgen"), its
/// version and the network's class, and for each layer with <see cref="Rescale.AtPrediction"/> the factor that prediction applies to it:
/// the weights are the plain ones. A network that would apply another factor refuses the file, as it would predict something else. A file
/// without that metadata, from another tool, loads as well.
/// </remarks>
public static class Checkpoint
{
    /// <summary>
    /// Saves the parameters of <paramref name="network"/>. The file is written beside <paramref name="path"/>, flushed to the disk and
    /// renamed over it: an interrupted save leaves the old file as it was.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="network"/> is null, or <paramref name="path"/> is null or empty.</exception>
    /// <exception cref="CheckpointException">A parameter is NaN or infinite; no file was touched.</exception>
    /// <exception cref="IOException">The file cannot be written; its folder must exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Save(INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using NetworkMemory.Use use = network.Memory.Enter();
        CheckpointWriter.RequireFinite(network.Memory, path);
        AtomicFile.Write(path, stream => CheckpointWriter.Write(network.Memory, stream));
    }

    /// <summary>Writes the parameters of <paramref name="network"/> to <paramref name="stream"/> from where it stands, and leaves it open.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CheckpointException">A parameter is NaN or infinite; nothing was written.</exception>
    public static void Save(INetwork network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        using NetworkMemory.Use use = network.Memory.Enter();
        CheckpointWriter.RequireFinite(network.Memory, NameOf(stream));
        CheckpointWriter.Write(network.Memory, stream);
    }

    /// <summary>
    /// Loads parameters into <paramref name="network"/>, clears its optimiser state and sets its count of updates to 0: what it does
    /// next depends on the file and its seed alone. The whole file is checked first.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="network"/> is null, or <paramref name="path"/> is null or empty.</exception>
    /// <exception cref="CheckpointException">The file is malformed or belongs to another network; <paramref name="network"/> is unchanged.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read; <paramref name="network"/> is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static void Load(INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        Load(network, stream, path);
    }

    /// <summary>As <see cref="Load(INetwork, string)"/>, from <paramref name="stream"/>, which is read to its end and left open.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CheckpointException">The bytes are malformed or belong to another network; <paramref name="network"/> is unchanged.</exception>
    public static void Load(INetwork network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        Load(network, stream, NameOf(stream));
    }

    private static void Load(INetwork network, Stream stream, string file)
    {
        using NetworkMemory.Use use = network.Memory.Enter();
        NetworkMemory memory = network.Memory;
        float[] parameters = CheckpointReader.Read(memory, stream, file);
        parameters.CopyTo(memory.Parameters);
        memory.Restart();
    }

    private static string NameOf(Stream stream) => stream is FileStream file ? file.Name : "stream";
}
