namespace NetGen.Generator.Graph;

/// <summary>What an operation that reads an image from memory needs of how it lies.</summary>
/// <param name="Border">Positions of zeros on each side.</param>
/// <param name="PadsChannels">Whether each position takes whole vectors, zeros behind the last channel.</param>
internal readonly record struct ImageForm(int Border, bool PadsChannels)
{
    /// <summary>What serves both.</summary>
    public ImageForm And(ImageForm other) => new(Math.Max(Border, other.Border), PadsChannels || other.PadsChannels);
}
