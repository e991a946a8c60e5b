using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class TileTests512 : TileTests<Floats16>;

public class TileTests256 : TileTests<Floats8>;

public class TileTests128 : TileTests<Floats4>;

public abstract class TileTests<V>
    where V : struct, IFloats<V>
{
    private const int MaxRows = 24, MaxColumns = 64, ARow = 272, BRow = 80, CRow = 72, Margin = 5;
    private const float Untouched = -777f;

    // All row and column counts, a in rows (forward) and in columns (weights' gradient); the rest of c stays as it was.
    [Theory]
    [MemberData(nameof(Sizes.Depths), MemberType = typeof(Sizes))]
    public void A_product_has_the_bits_of_a_scalar_loop_with_fused_multiply_add(int depth)
    {
        float[] a = Numbers(300 * 300, seed: 3), b = Numbers(300 * BRow, seed: 4);
        foreach (bool transposed in new[] { false, true })
        {
            float[] product = ScalarProduct(depth, a, transposed, b);
            for (int rows = 1; rows <= MaxRows; rows++)
            {
                foreach (int columns in new[] { 16, 32, 48, MaxColumns })
                {
                    float[] c = new float[2 * Margin + MaxRows * CRow];
                    Array.Fill(c, Untouched);
                    float[] expected = [.. c];
                    for (int i = 0; i < rows; i++)
                    {
                        product.AsSpan(i * MaxColumns, columns).CopyTo(expected.AsSpan(Margin + i * CRow));
                    }

                    Strided left = transposed ? Strided.Transposed(ref a[0], ARow) : new(ref a[0], ARow);
                    Tiles.Product<V>(new(rows, columns, depth), left, new(ref b[0], BRow), new(ref c[Margin], CRow));

                    Lanes.AssertSameBits(expected, c);
                }
            }
        }
    }

    // The block begins with β times what is there; everything around it stays.
    [Theory]
    [MemberData(nameof(Sizes.Depths), MemberType = typeof(Sizes))]
    public void An_accumulated_product_goes_on_from_beta_times_the_block(int depth)
    {
        const float beta = 0.3f;
        float[] a = Numbers(300 * 300, seed: 5), b = Numbers(300 * BRow, seed: 6), before = Numbers(MaxRows * MaxColumns, seed: 7);
        float[] sum = ScalarProduct(depth, a, transposed: true, b, [.. before.Select(x => beta * x)]);
        for (int rows = 1; rows <= MaxRows; rows++)
        {
            foreach (int columns in new[] { 16, 32, 48, MaxColumns })
            {
                float[] c = new float[2 * Margin + MaxRows * CRow], expected = new float[c.Length];
                Array.Fill(c, Untouched);
                Array.Fill(expected, Untouched);
                for (int i = 0; i < rows; i++)
                {
                    before.AsSpan(i * MaxColumns, columns).CopyTo(c.AsSpan(Margin + i * CRow));
                    sum.AsSpan(i * MaxColumns, columns).CopyTo(expected.AsSpan(Margin + i * CRow));
                }

                Tiles.Accumulate<V>(beta, new(rows, columns, depth), Strided.Transposed(ref a[0], ARow), new(ref b[0], BRow), new(ref c[Margin], CRow));

                Lanes.AssertSameBits(expected, c);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes.Depths), MemberType = typeof(Sizes))]
    public void A_product_is_within_rounding_of_the_product_in_double(int depth)
    {
        float[] a = Numbers(MaxRows * 300, seed: 1), b = Numbers(300 * BRow, seed: 2), c = new float[MaxRows * MaxColumns];

        Tiles.Product<V>(new(MaxRows, MaxColumns, depth), new(ref a[0], 300), new(ref b[0], BRow), new(ref c[0], MaxColumns));

        for (int i = 0; i < MaxRows; i++)
        {
            for (int j = 0; j < MaxColumns; j++)
            {
                double sum = 0, size = 0;
                for (int k = 0; k < depth; k++)
                {
                    double term = (double)a[i * 300 + k] * b[k * BRow + j];
                    sum += term;
                    size += Math.Abs(term);
                }

                Assert.InRange(Math.Abs(c[i * MaxColumns + j] - sum), 0, size * depth * 6e-8);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(-1)]
    public void Other_row_counts_are_refused_and_nothing_is_written(int rows)
    {
        float x = 0, c = Untouched;
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Tiles.Product<V>(new(rows, 16, 0), new(ref x, 0), new(ref x, 0), new(ref c, 0)));
        Assert.Equal(("shape", rows, Untouched), (e.ParamName, e.ActualValue, c));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(80)]
    public void Other_column_counts_are_refused_and_nothing_is_written(int columns)
    {
        float x = 0, c = Untouched;
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Tiles.Product<V>(new(1, columns, 0), new(ref x, 0), new(ref x, 0), new(ref c, 0)));
        Assert.Equal(("shape", columns, Untouched), (e.ParamName, e.ActualValue, c));
    }

    // The largest block; smaller ones are its upper left corners.
    private static float[] ScalarProduct(int depth, float[] a, bool transposed, float[] b, float[]? start = null)
    {
        (int aRow, int aStep) = transposed ? (1, ARow) : (ARow, 1);
        float[] c = new float[MaxRows * MaxColumns];
        for (int i = 0; i < MaxRows; i++)
        {
            for (int j = 0; j < MaxColumns; j++)
            {
                float sum = start?[i * MaxColumns + j] ?? 0;
                for (int k = 0; k < depth; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a[i * aRow + k * aStep], b[k * BRow + j], sum);
                }

                c[i * MaxColumns + j] = sum;
            }
        }

        return c;
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
