using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>What is said of a member: C#'s documentation comment.</summary>
/// <param name="Summary">What it is or does, in one line or several.</param>
internal sealed record Documentation(string Summary)
{
    /// <summary>What it returns; empty where its summary says so.</summary>
    public string Returns { get; init; } = "";

    /// <summary>What it throws, and when.</summary>
    public IReadOnlyList<SurfaceException> Exceptions { get; init; } = [];

    /// <summary>The comment.</summary>
    /// <param name="parameters">The parameters of the member; those without a word of their own are left out.</param>
    public string Text(IEnumerable<SurfaceParameter> parameters) => CSharpWriter.Lines(
    [
        Element("summary", "", Summary),
        .. parameters.Select(p => Element("param", $" name=\"{p.Name.TrimStart('@')}\"", p.Documentation)),
        Element("returns", "", Returns),
        .. Exceptions.Select(e => Element("exception", $" cref=\"{e.Type}\"", e.When)),
    ]);

    private static string Element(string tag, string attribute, string text) => text.Length == 0 ? ""
        : text.IndexOf('\n') < 0 ? $"/// <{tag}{attribute}>{text}</{tag}>"
        : string.Join("\n", text.Split('\n').Prepend($"<{tag}{attribute}>").Append($"</{tag}>").Select(line => "/// " + line));
}

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
