using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class SparseTileTests512 : SparseTileTests<Floats16>;

public class SparseTileTests256 : SparseTileTests<Floats8>;

public class SparseTileTests128 : SparseTileTests<Floats4>;

/// <summary>Products in which zeros are left out, whether few are there or none.</summary>
public abstract class SparseTileTests<V>
    where V : struct, IFloats<V>
{
    private const int MaxRows = 24, MaxColumns = 128, ARow = 272, BRow = 144, CRow = 136, Margin = 5;
    private const float Untouched = -777f;

    private static readonly int[] Widths = [16, 32, 48, 64, 80, 96, 112, 128];

    [Theory]
    [MemberData(nameof(Sizes.DepthsAndDensities), MemberType = typeof(Sizes))]
    public void A_product_has_the_bits_of_a_scalar_loop_over_all_terms(int depth, double density)
    {
        (float[] a, float[] b) = (Sparse(MaxRows * ARow, density, seed: 3), Numbers(depth * BRow, seed: 4));
        float[] product = ScalarProduct(depth, a, b);
        foreach (int rows in new[] { 1, 2, 7, 16, MaxRows })
        {
            float[] marks = Marks(rows, depth, a);
            foreach (int columns in Widths)
            {
                float[] c = new float[2 * Margin + MaxRows * CRow];
                Array.Fill(c, Untouched);
                float[] expected = [.. c];
                for (int i = 0; i < rows; i++)
                {
                    product.AsSpan(i * MaxColumns, columns).CopyTo(expected.AsSpan(Margin + i * CRow));
                }

                SparseTiles.Product<V>(new(rows, columns, depth), new(ref a[0], ARow), ref marks[0], new(ref b[0], BRow), new(ref c[Margin], CRow));

                Lanes.AssertSameBits(expected, c);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes.DepthsAndDensities), MemberType = typeof(Sizes))]
    public void An_accumulated_product_goes_on_from_beta_times_the_block(int depth, double density)
    {
        const float beta = 0.3f;
        (float[] a, float[] b, float[] before) = (Sparse(MaxRows * ARow, density, seed: 5), Numbers(depth * BRow, seed: 6), Numbers(MaxRows * MaxColumns, seed: 7));
        float[] sum = ScalarProduct(depth, a, b, [.. before.Select(x => beta * x)]), marks = Marks(MaxRows, depth, a);
        foreach (int columns in Widths)
        {
            float[] c = new float[2 * Margin + MaxRows * CRow], expected = new float[c.Length];
            Array.Fill(c, Untouched);
            Array.Fill(expected, Untouched);
            for (int i = 0; i < MaxRows; i++)
            {
                before.AsSpan(i * MaxColumns, columns).CopyTo(c.AsSpan(Margin + i * CRow));
                sum.AsSpan(i * MaxColumns, columns).CopyTo(expected.AsSpan(Margin + i * CRow));
            }

            SparseTiles.Accumulate<V>(beta, new(MaxRows, columns, depth), new(ref a[0], ARow), ref marks[0], new(ref b[0], BRow), new(ref c[Margin], CRow));

            Lanes.AssertSameBits(expected, c);
        }
    }

    [Fact]
    public void Every_element_that_is_not_zero_is_marked_and_nothing_past_the_row()
    {
        foreach (int depth in new[] { 1, 13, 16, 63, 64, 65, 100, 128, 150 })
        {
            const int Rows = 5;
            float[] a = Sparse(Rows * ARow, 0.5, seed: depth); // what lies past the depth is not 0 everywhere either
            (a[0], a[ARow]) = (-0f, float.NaN);
            int words = (depth + SparseTiles.Word - 1) / SparseTiles.Word;
            float[] marks = new float[2 * Rows * words + 1];
            marks[^1] = Untouched;

            SparseTiles.Mark<V>(Rows, depth, new(ref a[0], ARow), ref marks[0]);

            for (int i = 0; i < Rows; i++)
            {
                for (int k = 0; k < words * SparseTiles.Word; k++)
                {
                    Assert.Equal(k < depth && a[i * ARow + k] != 0, IsMarked(marks, i * words, k));
                }
            }

            Assert.Equal(Untouched, marks[^1]);
        }
    }

    [Fact]
    public void What_zero_would_be_multiplied_by_is_not_read()
    {
        float[] a = new float[MaxRows * ARow], b = Numbers(64 * BRow, seed: 8), c = new float[MaxRows * CRow];
        for (int i = 0; i < MaxRows; i++)
        {
            (a[i * ARow + i], a[i * ARow + 40]) = (2, i);
        }

        Array.Fill(b, float.PositiveInfinity, 30 * BRow, BRow);
        Array.Fill(b, float.NaN, 50 * BRow, BRow);
        float[] marks = Marks(MaxRows, 64, a);

        SparseTiles.Product<V>(new(MaxRows, 128, 64), new(ref a[0], ARow), ref marks[0], new(ref b[0], BRow), new(ref c[0], CRow));

        for (int i = 0; i < MaxRows; i++)
        {
            Assert.Equal(MathF.FusedMultiplyAdd(i, b[40 * BRow + 99], 2 * b[i * BRow + 99]), c[i * CRow + 99]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void Other_row_counts_are_refused_and_nothing_is_written(int rows)
    {
        float[] x = new float[2];
        float c = Untouched;
        foreach (Action call in new Action[]
        {
            () => SparseTiles.Product<V>(new(rows, 16, 1), new(ref x[0], 0), ref x[0], new(ref x[0], 0), new(ref c, 0)),
            () => SparseTiles.Accumulate<V>(2, new(rows, 16, 1), new(ref x[0], 0), ref x[0], new(ref x[0], 0), new(ref c, 0)),
        })
        {
            var e = Assert.Throws<ArgumentOutOfRangeException>(call);
            Assert.Equal(("shape", rows, Untouched), (e.ParamName, e.ActualValue, c));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    [InlineData(144)]
    public void Other_column_counts_are_refused_and_nothing_is_written(int columns)
    {
        float[] x = new float[2];
        float c = Untouched;
        foreach (Action call in new Action[]
        {
            () => SparseTiles.Product<V>(new(1, columns, 1), new(ref x[0], 0), ref x[0], new(ref x[0], 0), new(ref c, 0)),
            () => SparseTiles.Accumulate<V>(2, new(1, columns, 1), new(ref x[0], 0), ref x[0], new(ref x[0], 0), new(ref c, 0)),
        })
        {
            var e = Assert.Throws<ArgumentOutOfRangeException>(call);
            Assert.Equal(("shape", columns, Untouched), (e.ParamName, e.ActualValue, c));
        }
    }

    private static float[] Marks(int rows, int depth, float[] a)
    {
        float[] marks = new float[2 * rows * ((depth + SparseTiles.Word - 1) / SparseTiles.Word)];
        SparseTiles.Mark<V>(rows, depth, new(ref a[0], ARow), ref marks[0]);
        return marks;
    }

    private static bool IsMarked(float[] marks, int word, int bit) =>
        (BitConverter.SingleToInt32Bits(marks[2 * word + bit / 32]) >> (bit % 32) & 1) == 1;

    private static float[] ScalarProduct(int depth, float[] a, float[] b, float[]? start = null)
    {
        float[] c = new float[MaxRows * MaxColumns];
        for (int i = 0; i < MaxRows; i++)
        {
            for (int j = 0; j < MaxColumns; j++)
            {
                float sum = start?[i * MaxColumns + j] ?? 0;
                for (int k = 0; k < depth; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a[i * ARow + k], b[k * BRow + j], sum);
                }

                c[i * MaxColumns + j] = sum;
            }
        }

        return c;
    }

    private static float[] Sparse(int count, double density, int seed)
    {
        var random = new Random(seed);
        return [.. Numbers(count, seed + 100).Select(x => random.NextDouble() < density ? x : 0)];
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
