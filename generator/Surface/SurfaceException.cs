using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>An exception of a member.</summary>
/// <param name="Type">Its type, as a reference to it is written.</param>
/// <param name="When">When it is thrown.</param>
internal readonly record struct SurfaceException(string Type, string When)
{
    public static readonly SurfaceException InUse = new("global::System.InvalidOperationException", "Another thread is using the network.");

    /// <summary>The same, of what many threads want to do at once.</summary>
    public static readonly SurfaceException InUseByAnother = InUse with { When = "Another thread is using the network: make an instance for each." };

    public static readonly SurfaceException Disposed = new("global::System.ObjectDisposedException", "The network has been disposed of.");

    public static readonly SurfaceException WrongSpan = new(
        "ArgumentException", "A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.");

    public static readonly SurfaceException UnfitFile = new($"{Types.CheckpointException}", "The file is malformed or does not fit; the network is as it was.");

    public static readonly SurfaceException UnreadableFile = new("global::System.IO.IOException", "The file is not there or cannot be read.");

    public static readonly SurfaceException ForbiddenFile = new("global::System.UnauthorizedAccessException", "The file may not be read.");

    public static SurfaceException OutOfRange(string when) => new($"{Types.ArgumentOutOfRangeException}", when);
}
