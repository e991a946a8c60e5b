using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class PanelTests
{
    [Fact]
    public void Transpose_swaps_rows_and_columns_fills_up_to_sixteen_with_zero_and_touches_nothing_else()
    {
        const int SourceRow = 37, PanelRow = 35;
        float[] source = [.. Enumerable.Range(1, 32 * SourceRow).Select(i => (float)i)];
        for (int rows = 1; rows <= 32; rows++)
        {
            foreach (int columns in new[] { 0, 1, 2, 3, 4, 5, 7, 8, 10, 16, 31, 33 })
            {
                float[] panel = new float[34 * PanelRow], expected = new float[34 * PanelRow];
                Array.Fill(panel, -1f);
                Array.Fill(expected, -1f);
                for (int j = 0; j < columns; j++)
                {
                    for (int i = 0; i < (rows <= 16 ? 16 : 32); i++)
                    {
                        expected[j * PanelRow + i] = i < rows ? source[i * SourceRow + j] : 0f;
                    }
                }

                Panels.Transpose(ref source[0], SourceRow, rows, columns, ref panel[0], PanelRow);

                Assert.Equal(expected, panel);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void Other_row_counts_are_refused(int rows)
    {
        float x = 0;
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Panels.Transpose(ref x, 0, rows, 0, ref x, 0));
        Assert.Equal(("rows", rows), (e.ParamName, e.ActualValue));
    }
}
