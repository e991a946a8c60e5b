namespace NetGen;

/// <summary>
/// Saves a network's parameters to a file and loads them. The format is safetensors, which PyTorch, JAX and most other tools read: one
/// F32 tensor per parameter, <c>Hidden.weight</c> of shape [inputs, units] and <c>Hidden.bias</c> of shape [units].
/// </summary>
/// <remarks>
/// Only parameters are stored, not the optimizer's state nor the number of updates. The metadata names the format ("netgen"), its
/// version and the network's class; what each value computes (<see cref="NetworkSchema.Architecture"/>), so that a network of the same
/// shapes that computes something else refuses the file; and for each layer with <see cref="Rescale.AtPrediction"/> the factor that
/// prediction applies to it: the weights are the plain ones. A network that would apply another factor refuses the file too. A file of
/// another tool says nothing of that kind, and not even whether a weight is [inputs, units] or [units, inputs]: it loads if its names and
/// shapes fit and the caller gives its <see cref="WeightLayout"/>.
/// </remarks>
public static class Checkpoint
{
    // A process that looks whether a file is a leftover holds it for a moment: the attempts wait 0, 1, 2, … ms in between.
    private const int OpenAttempts = 10;

    /// <summary>
    /// Saves the parameters of <paramref name="network"/>. The file is written beside <paramref name="path"/>, flushed to the disk and
    /// renamed over it, and its folder flushed: an interrupted save leaves the old file as it was.
    /// </summary>
    /// <remarks>
    /// A symbolic link is followed and stays. A file that is replaced keeps its permissions, but not its owner and its group, which become
    /// those of the process, nor its hard links. While it is written the file is called <c>.netgen-….tmp</c>; where a process was killed
    /// in the middle, the next save of the same path removes what it left. Several processes may save one path at a time.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="network"/> is null, or <paramref name="path"/> is null or empty.</exception>
    /// <exception cref="CheckpointException">A parameter is NaN or infinite; no file was touched.</exception>
    /// <exception cref="IOException">
    /// The file cannot be written; its folder must exist. Or <paramref name="path"/> is a directory, a device, a pipe or a socket, which
    /// are never replaced.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written to.</exception>
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
    /// Loads parameters into <paramref name="network"/>, clears its optimizer state and sets its count of updates to 0: what it does
    /// next depends on the file and its seed alone. The whole file is checked first.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">A file, or a pipe, which is read to its end.</param>
    /// <param name="layout">How the weights of another tool's file are arranged; files that NetGen wrote need none.</param>
    /// <exception cref="ArgumentException"><paramref name="network"/> is null, or <paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="layout"/> is not one of the enumeration.</exception>
    /// <exception cref="CheckpointException">
    /// The file is malformed, belongs to another network or to one that computes something else, or does not say how its weights are
    /// arranged and neither does <paramref name="layout"/>; <paramref name="network"/> is unchanged.
    /// </exception>
    /// <exception cref="IOException">The file is not there or cannot be read; <paramref name="network"/> is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="network"/> has been disposed of.</exception>
    public static void Load(INetwork network, string path, WeightLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        RequireKnown(layout);
        using FileStream stream = Open(path);
        Load(network, stream, layout, path);
    }

    /// <summary>As <see cref="Load(INetwork, string, WeightLayout?)"/>, from <paramref name="stream"/>, which is read to its end and left open.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">At the first byte of the file.</param>
    /// <param name="layout">How the weights of another tool's file are arranged; files that NetGen wrote need none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="layout"/> is not one of the enumeration.</exception>
    /// <exception cref="CheckpointException">The bytes are malformed or belong to another network; <paramref name="network"/> is unchanged.</exception>
    /// <exception cref="ObjectDisposedException"><paramref name="network"/> has been disposed of.</exception>
    public static void Load(INetwork network, Stream stream, WeightLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        RequireKnown(layout);
        Load(network, stream, layout, NameOf(stream));
    }

    private static void Load(INetwork network, Stream stream, WeightLayout? layout, string file)
    {
        using NetworkMemory.Use use = network.Memory.Enter();
        network.Team?.ThrowIfEnded();
        NetworkMemory memory = network.Memory;
        float[] parameters = CheckpointReader.Read(memory, stream, layout, file);
        parameters.CopyTo(memory.Parameters);
        memory.Restart();
    }

    /// <summary>
    /// Opens a file that another process may be saving. One that removes leftovers can hold it locked for a moment, if it was about to look
    /// at it when it got its name.
    /// </summary>
    private static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"'{QuotedText.Escaped(path)}' is a directory; give the name of a file.");
        }

        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return File.OpenRead(path);
            }
            catch (IOException e) when (attempt < OpenAttempts && e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
            {
                Thread.Sleep(attempt);
            }
        }
    }

    private static void RequireKnown(WeightLayout? layout)
    {
        if (layout is { } given && !Enum.IsDefined(given))
        {
            throw new ArgumentOutOfRangeException(nameof(layout), layout, "There is no such layout; give WeightLayout.NetGen or WeightLayout.PyTorch.");
        }
    }

    private static string NameOf(Stream stream) => stream is FileStream file ? file.Name : "stream";
}
