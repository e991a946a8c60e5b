using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>A part of an image, line by line: channel c of position p of line l lies l·lineStride + p·positionStride + c after its first. Unsafe: places are not checked.</summary>
/// <param name="start">The first number.</param>
/// <param name="lineStride">Floats from one line to the next.</param>
/// <param name="positionStride">Floats from one position to the next.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ImageLines(ref float start, int lineStride, int positionStride)
{
    internal readonly ref float Start = ref start;

    internal readonly int LineStride = lineStride, PositionStride = positionStride;
}
