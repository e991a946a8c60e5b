using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class PanelTests512 : PanelTests<Floats16>;

public class PanelTests256 : PanelTests<Floats8>;

public class PanelTests128 : PanelTests<Floats4>;

public abstract class PanelTests<V>
    where V : struct, IFloats<V>
{
    private const int MaxColumns = 48, Margin = 5;

    // From one row to the next of the source and of the panel, of which the last two have room for 16 rows of the source only.
    [Theory]
    [InlineData(48, 64, 64)]
    [InlineData(57, 67, 64)]
    [InlineData(48, 32, 32)]
    [InlineData(64, 64, 32)]
    [InlineData(48, 16, 16)]
    [InlineData(53, 17, 16)]
    [InlineData(48, 112, 112)]
    [InlineData(49, 150, 130)]
    public void Transpose_swaps_rows_and_columns_of_whole_blocks_of_sixteen_and_touches_nothing_else(int sourceRow, int panelRow, int maxRows)
    {
        float[] source = [.. Enumerable.Range(1, 144 * sourceRow).Select(i => (float)i)], kept = [.. source];
        for (int rows = 1; rows <= maxRows; rows++)
        {
            foreach (int columns in new[] { 0, 1, 2, 3, 4, 5, 7, 8, 10, 15, 16, 17, 31, 32, 33 })
            {
                float[] panel = new float[2 * Margin + (MaxColumns + 1) * panelRow];
                Array.Fill(panel, -1f);
                float[] expected = [.. panel];
                for (int j = 0; j < RoundedUp(columns); j++)
                {
                    for (int i = 0; i < RoundedUp(rows); i++)
                    {
                        expected[Margin + j * panelRow + i] = source[i * sourceRow + j];
                    }
                }

                Panels.Transpose<V>(new(ref source[0], sourceRow), rows, columns, new(ref panel[Margin], panelRow));

                Lanes.AssertSameBits(expected, panel);
            }
        }

        Assert.Equal(kept, source);
    }

    [Fact]
    public void Copy_moves_a_block_and_touches_nothing_else()
    {
        const int SourceRow = 83, PanelRow = 70;
        float[] source = [.. Enumerable.Range(1, 20 * SourceRow).Select(i => (float)i)];
        foreach ((int rows, int columns) in new[] { (0, 16), (1, 16), (7, 32), (19, 48), (20, 64) })
        {
            float[] panel = new float[2 * Margin + 20 * PanelRow];
            Array.Fill(panel, -1f);
            float[] expected = [.. panel];
            for (int i = 0; i < rows; i++)
            {
                source.AsSpan(i * SourceRow, columns).CopyTo(expected.AsSpan(Margin + i * PanelRow));
            }

            Panels.Copy<V>(new(ref source[0], SourceRow), rows, columns, new(ref panel[Margin], PanelRow));

            Lanes.AssertSameBits(expected, panel);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Other_row_counts_are_refused_and_nothing_is_written(int rows)
    {
        float x = 3;
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Panels.Transpose<V>(new(ref x, 0), rows, 0, new(ref x, 0)));
        Assert.Equal(("rows", rows, 3f), (e.ParamName, e.ActualValue, x));
    }

    private static int RoundedUp(int count) => (count + 15) / 16 * 16;
}
