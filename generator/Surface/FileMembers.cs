using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The members that write and read files, and what ends the network.</summary>
internal sealed class FileMembers
{
    private static readonly SurfaceException[] s_ofLoading =
        [SurfaceException.UnfitFile, SurfaceException.UnreadableFile, SurfaceException.ForbiddenFile, SurfaceException.InUse, SurfaceException.Disposed];

    public SurfaceMethod Save { get; } = new("void", "Save", """
        Writes the parameters as a safetensors file; an interrupted save leaves the previous file. The optimizer's state and the number of
        updates are not in it, nor what the data were scaled by.
        """)
    {
        Parameters = [new("string", "path")],
        Exceptions =
        [
            new($"{Types.CheckpointException}", "A parameter is NaN or infinite; the previous file is as it was."),
            new("global::System.IO.IOException", "The file cannot be written, or the path is no regular file's."),
            new("global::System.UnauthorizedAccessException", "The file or its folder may not be written to."),
        ],
    };

    public SurfaceMethod Load { get; } = new("void", "Load", """
        Reads the parameters from a file that <see cref="Save(string)"/> wrote for a network that computes the same. Training begins anew from them:
        the optimizer's state is cleared, and schedules start from the first update.
        """)
    {
        Parameters = [new("string", "path")],
        Exceptions = s_ofLoading,
    };

    public SurfaceMethod LoadWithLayout { get; } = new(
        "void", "Load", "Reads the parameters from a safetensors file of another tool, which does not say how its weights are arranged.")
    {
        Parameters =
        [
            new("string", "path", "A file with a tensor for each parameter, of its name and shape: <c>Hidden.weight</c>, <c>Hidden.bias</c>."),
            new($"{Types.WeightLayout}", "layout", "Whether its weights are [inputs, units], or [units, inputs] as PyTorch saves them."),
        ],
        Exceptions = s_ofLoading,
    };

    public SurfaceMethod Dispose { get; } = new("void", "Dispose", """
        Ends the network's threads; where another thread is using the network, as soon as that use ends. What it holds can still be read
        and saved; to compute, to load or to set anything is then refused. Never throws. A network that is not disposed of keeps its
        threads, asleep, and their memory until it is collected as garbage.
        """);
}
