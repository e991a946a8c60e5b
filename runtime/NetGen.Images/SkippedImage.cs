namespace NetGen;

/// <summary>A file in a folder of pictures that could not be read as one.</summary>
/// <param name="File">The file, from the folder on, with slashes: <c>cat/1.png</c>.</param>
/// <param name="Reason">What is wrong with it: "it is cut off".</param>
public sealed record SkippedImage(string File, string Reason)
{
    /// <summary>"cat/1.png: it is cut off".</summary>
    public override string ToString() => $"{QuotedText.Escaped(File)}: {Reason}";
}
