using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>A window that moves over the positions of an image: its size, how far it moves, and the positions that are added around the image.</summary>
/// <param name="Height">Rows of the window.</param>
/// <param name="Width">Columns of the window.</param>
/// <param name="StrideY">Rows from one window to the next below it.</param>
/// <param name="StrideX">Columns from one window to the next beside it.</param>
/// <param name="Top">Rows added above the image.</param>
/// <param name="Bottom">Rows added below.</param>
/// <param name="Left">Columns added on the left.</param>
/// <param name="Right">Columns added on the right.</param>
internal readonly record struct Window(int Height, int Width, int StrideY, int StrideX, int Top, int Bottom, int Left, int Right)
{
    /// <summary>Positions of the window.</summary>
    public int Positions => Height * Width;

    /// <summary>The widest of what is added.</summary>
    public int Border => Math.Max(Math.Max(Top, Bottom), Math.Max(Left, Right));

    /// <summary>Rows of the result: ⌊(h + top + bottom − height)/stride⌋ + 1; less than 1 where no window fits.</summary>
    public int RowsOf(int height) => Count(height + Top + Bottom, Height, StrideY);

    /// <summary>Columns of the result.</summary>
    public int ColumnsOf(int width) => Count(width + Left + Right, Width, StrideX);

    /// <summary>The result of an image, with so many channels.</summary>
    public TensorType Of(TensorType image, int channels) => RowsOf(image.Height) > 0 && ColumnsOf(image.Width) > 0
        ? TensorType.Image(RowsOf(image.Height), ColumnsOf(image.Width), channels)
        : throw new GraphException($"No window of {this} fits {image}.");

    /// <summary>In a formula: <c>3×3</c>, <c>3×3/2</c> with stride 2, <c>3×3+1</c> with one position added on each side.</summary>
    public override string ToString() => Invariant.Of($"{Height}×{Width}") + Stride + Pads;

    private string Stride => (StrideY, StrideX) == (1, 1) ? "" : StrideY == StrideX ? Invariant.Of($"/{StrideY}") : Invariant.Of($"/{StrideY}×{StrideX}");

    private string Pads => Border == 0 ? ""
        : (Top, Bottom, Left) == (Bottom, Left, Right) ? Invariant.Of($"+{Top}")
        : Invariant.Of($"+[{Top}, {Bottom}, {Left}, {Right}]");

    private static int Count(int size, int window, int stride) => size < window ? 0 : (size - window) / stride + 1;
}
