namespace NetGen;

/// <summary>A checkpoint cannot be read into, or written from, a network; the message names the file, the tensor and what was expected.</summary>
public sealed class CheckpointException : Exception
{
    internal CheckpointException(string file, string? tensor, string problem, Exception? cause = null)
        : base($"{QuotedText.Escaped(file)}: " + (tensor is null ? problem : $"tensor '{QuotedText.Of(tensor)}' {problem}"), cause)
    {
        File = file;
        Tensor = tensor;
    }

    /// <summary>The file as it was named to <see cref="Checkpoint"/>, or "stream".</summary>
    public string File { get; }

    /// <summary>The tensor at fault (<c>Hidden.weight</c>); null where the fault is in the file as a whole.</summary>
    public string? Tensor { get; }
}
