using NetGen.Generator.Graph;

namespace NetGen.Numerics.Tests;

/// <summary>A value of the interpreter: rows × columns doubles. A bias is one row, a number per sample one column, a scalar both.</summary>
internal sealed class Tensor(int rows, int columns)
{
    private readonly double[] _values = new double[rows * columns];

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public Span<double> Values => _values;

    public ref double this[int row, int column] => ref _values[row * Columns + column];

    /// <summary>The one number of a scalar.</summary>
    public double Scalar => _values.Length == 1 ? _values[0] : throw new InvalidOperationException($"[{Rows}, {Columns}] is not a scalar.");

    /// <summary>Zeros of a type, in a batch of <paramref name="n"/> rows.</summary>
    public static Tensor Of(TensorType type, int n) => type.Space switch
    {
        Space.Scalar => new Tensor(1, 1),
        Space.Vector => new Tensor(1, type.Columns),
        Space.Matrix => new Tensor(type.Rows, type.Columns),
        Space.Inputs => new Tensor(type.Rows, 1),
        Space.Samples => new Tensor(n, 1),
        Space.Batch => new Tensor(n, type.Columns),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown space."),
    };

    public static Tensor Fill(int rows, int columns, Func<int, int, double> value)
    {
        var filled = new Tensor(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                filled[i, j] = value(i, j);
            }
        }

        return filled;
    }

    /// <summary>The element that meets (row, column) of a wider value: a single row or column stands for all of them, and a channel for each position.</summary>
    public double Spread(int row, int column) => this[Rows == 1 ? 0 : row, column % Columns];

    /// <summary>The matrix product; each sum goes from the first term to the last.</summary>
    public Tensor Times(Tensor other)
    {
        var product = new Tensor(Rows, other.Columns);
        for (int i = 0; i < Rows; i++)
        {
            for (int j = 0; j < other.Columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < Columns; k++)
                {
                    sum += this[i, k] * other[k, j];
                }

                product[i, j] = sum;
            }
        }

        return product;
    }

    public Tensor Transposed() => Fill(Columns, Rows, (i, j) => this[j, i]);

    public Tensor Copy() => Fill(Rows, Columns, (i, j) => this[i, j]);

    public override string ToString() => $"[{Rows}, {Columns}] {string.Join(" ", _values.Take(8))}";
}
