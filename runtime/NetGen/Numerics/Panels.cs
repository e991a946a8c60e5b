using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>Panels of a matrix, rearranged so that a tile product can read them.</summary>
public static class Panels
{
    /// <summary>
    /// panel[j·panelRow + i] = source[i·sourceRow + j] for i &lt; rows, j &lt; columns; the lanes from <paramref name="rows"/> to the
    /// next multiple of 16 are set to 0.
    /// </summary>
    /// <param name="source">The first element of a row-major block.</param>
    /// <param name="sourceRow">From one row of the block to the next.</param>
    /// <param name="rows">Rows of the block, 1 to 32.</param>
    /// <param name="columns">Columns of the block.</param>
    /// <param name="panel">Where the transposed block goes: <paramref name="columns"/> rows of 16 or 32 lanes.</param>
    /// <param name="panelRow">From one row of the panel to the next; at least <paramref name="rows"/>, rounded up to 16.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is not in 1 to 32.</exception>
    public static void Transpose(ref float source, int sourceRow, int rows, int columns, ref float panel, int panelRow)
    {
        if (rows is < 1 or > 32)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "A panel has 1 to 32 rows.");
        }

        int lanes = (rows + 15) & ~15;
        for (int j = 0; j < columns; j++)
        {
            for (int i = 0; i < lanes; i++)
            {
                Unsafe.Add(ref panel, j * panelRow + i) = i < rows ? Unsafe.Add(ref source, i * sourceRow + j) : 0f;
            }
        }
    }
}
