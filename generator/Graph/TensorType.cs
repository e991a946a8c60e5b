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

    /// <summary>[n, m]: a row of m per row of the batch.</summary>
    Batch,
}

/// <summary>The type of a value: its space and its extents. Rows and columns that a space does not have are 1.</summary>
internal readonly record struct TensorType(Space Space, int Rows, int Columns)
{
    public static TensorType Scalar => new(Space.Scalar, 1, 1);

    public static TensorType Samples => new(Space.Samples, 1, 1);

    public static TensorType Vector(int columns) => new(Space.Vector, 1, columns);

    public static TensorType Matrix(int rows, int columns) => new(Space.Matrix, rows, columns);

    public static TensorType Inputs(int rows) => new(Space.Inputs, rows, 1);

    public static TensorType Batch(int columns) => new(Space.Batch, 1, columns);

    /// <summary>
    /// The type an element-wise operation on both yields: equal types keep theirs; a scalar spreads over anything, a vector over the
    /// rows of a batch or matrix, a number per row over the columns of a batch or matrix. Null where the two do not fit.
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
        _ => Invariant.Of($"[n, {Columns}]"),
    };

    private bool SpreadsOver(TensorType wider) => (Space, wider.Space) switch
    {
        (Space.Vector, Space.Batch or Space.Matrix) => Columns == wider.Columns,
        (Space.Inputs, Space.Matrix) => Rows == wider.Rows,
        (Space.Samples, Space.Batch) => true,
        _ => false,
    };
}
