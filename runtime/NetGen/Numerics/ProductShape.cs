using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>The numbers of a product c = a·b: c is [height, width], a [height, depth], b [depth, width].</summary>
/// <param name="height">Rows of a and of c.</param>
/// <param name="width">Columns of b and of c.</param>
/// <param name="depth">Terms of each sum: columns of a, rows of b.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProductShape(int height, int width, int depth)
{
    internal readonly int Height = height, Width = width, Depth = depth;
}
