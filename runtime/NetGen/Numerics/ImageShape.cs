using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>The extents of an image, which lies in one run: line after line, in a line position after position, in a position channel after channel.</summary>
/// <param name="Height">Lines.</param>
/// <param name="Width">Positions of a line.</param>
/// <param name="Channels">Numbers of a position.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ImageShape(int Height, int Width, int Channels)
{
    /// <summary>Numbers of a line.</summary>
    internal int Line => Width * Channels;

    /// <summary>Numbers of the image.</summary>
    internal int Size => Height * Line;

    /// <summary>The floats that so many take in whole vectors of any width.</summary>
    internal static int Padded(int numbers) => (numbers + 15) & ~15;
}
