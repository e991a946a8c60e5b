using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>What a value ranges over. n is the number of rows of the batch, known only when the step runs.</summary>
internal enum Space
{
    /// <summary>One number.</summary>
    Scalar,

    /// <summary>[m]: a bias, the same for every row of the batch.</summary>
    Vector,

    /// <summary>[k, m]: weights.</summary>
    Matrix,

    /// <summary>[k]: one number per row of a weight matrix.</summary>
    Inputs,

    /// <summary>[n]: one number per row of the batch.</summary>
    Samples,

    /// <summary>[n, m], or [n, height, width, channels]: a row of m numbers, or an image, per row of the batch.</summary>
    Batch,
}

/// <summary>
/// The type of a value: its space and its extents. Rows and columns that a space does not have are 1. A row of the batch is positions ×
/// channels: <paramref name="Height"/> × <paramref name="Width"/> positions with <see cref="Channels"/> numbers each, in the order y, x,
/// channel. A vector of m has one position with m channels.
/// </summary>
/// <param name="Space">What it ranges over.</param>
/// <param name="Rows">Rows of a matrix, one for each input.</param>
/// <param name="Columns">Numbers per row: of the batch, all channels of all positions.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
internal readonly record struct TensorType(Space Space, int Rows, int Columns, int Height = 1, int Width = 1)
{
    public static TensorType Scalar => new(Space.Scalar, 1, 1);

    public static TensorType Samples => new(Space.Samples, 1, 1);

    public static TensorType Vector(int columns) => new(Space.Vector, 1, columns);

    public static TensorType Matrix(int rows, int columns) => new(Space.Matrix, rows, columns);

    public static TensorType Inputs(int rows) => new(Space.Inputs, rows, 1);

    public static TensorType Batch(int columns) => new(Space.Batch, 1, columns);

    public static TensorType Image(int height, int width, int channels) => new(Space.Batch, 1, height * width * channels, height, width);

    /// <summary>Rows of the batch of a declared shape: [h, w] has one channel, [h, w, c] is an image, anything else a vector.</summary>
    public static TensorType OfShape(IReadOnlyList<int> shape) => shape.Count switch
    {
        2 => Image(shape[0], shape[1], 1),
        3 => Image(shape[0], shape[1], shape[2]),
        _ => Batch(shape.Aggregate(1, (a, b) => a * b)),
    };

    /// <summary>Positions of a row of the batch; 1 for a vector.</summary>
    public int Positions => Height * Width;

    /// <summary>Numbers at each position.</summary>
    public int Channels => Columns / Positions;

    /// <summary>Whether a row of the batch has more than one position.</summary>
    public bool IsImage => Positions > 1;

    /// <summary>
    /// The type an element-wise operation on both yields: equal types keep theirs; a scalar spreads over anything, a vector over the
    /// positions of a batch or the rows of a matrix, a number per row over the columns of a batch or matrix. Null where the two do not fit.
    /// </summary>
    public static TensorType? Broadcast(TensorType a, TensorType b)
    {
        if (a == b || b.Space == Space.Scalar)
        {
            return a;
        }

        if (a.Space == Space.Scalar)
        {
            return b;
        }

        return a.SpreadsOver(b) ? b : b.SpreadsOver(a) ? a : null;
    }

    public override string ToString() => Space switch
    {
        Space.Scalar => "[]",
        Space.Vector => Invariant.Of($"[{Columns}]"),
        Space.Matrix => Invariant.Of($"[{Rows}, {Columns}]"),
        Space.Inputs => Invariant.Of($"[{Rows}]"),
        Space.Samples => "[n]",
        _ when IsImage => Invariant.Of($"[n, {Height}, {Width}, {Channels}]"),
        _ => Invariant.Of($"[n, {Columns}]"),
    };

    private bool SpreadsOver(TensorType wider) => (Space, wider.Space) switch
    {
        (Space.Vector, Space.Batch or Space.Matrix) => Columns == wider.Channels,
        (Space.Inputs, Space.Matrix) => Rows == wider.Rows,
        (Space.Samples, Space.Batch) => true,
        _ => false,
    };
}
