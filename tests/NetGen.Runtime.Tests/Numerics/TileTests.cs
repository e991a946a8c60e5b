using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class TileTests
{
    private const float Untouched = -777f;

    public static TheoryData<int> Depths => [0, 1, 2, 7, 15, 16, 17, 31, 33, 100, 255, 256, 257];

    private delegate void Kernel(int rows, int columns, int depth, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow);

    [Theory]
    [MemberData(nameof(Depths))]
    public void A_product_has_the_bits_of_a_scalar_loop_with_fused_multiply_add(int depth) => CompareWithScalarLoop(depth, Tiles.Product);

    [Theory]
    [MemberData(nameof(Depths))]
    public void Tiles_for_256_bits_give_the_same_bits(int depth) => CompareWithScalarLoop(depth,
        (int rows, int columns, int k, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow) =>
            Tiles.Cover<Middle16>(4, rows, columns, k, ref a, aRow, aStep, ref b, bRow, ref c, cRow));

    [Theory]
    [MemberData(nameof(Depths))]
    public void Tiles_for_128_bits_give_the_same_bits(int depth) => CompareWithScalarLoop(depth,
        (int rows, int columns, int k, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow) =>
            Tiles.Cover<Narrow8>(4, rows, columns, k, ref a, aRow, aStep, ref b, bRow, ref c, cRow));

    [Theory]
    [MemberData(nameof(Depths))]
    public void A_product_is_within_rounding_of_the_product_in_double(int depth)
    {
        float[] a = Numbers(8 * 300, seed: 1), b = Numbers(300 * 48, seed: 2), c = new float[8 * 32];

        Tiles.Product(8, 32, depth, ref a[0], 300, 1, ref b[0], 48, ref c[0], 32);

        for (int i = 0; i < 8; i++)
        {
            for (int j = 0; j < 32; j++)
            {
                double sum = 0, size = 0;
                for (int k = 0; k < depth; k++)
                {
                    double term = (double)a[i * 300 + k] * b[k * 48 + j];
                    sum += term;
                    size += Math.Abs(term);
                }

                Assert.InRange(Math.Abs(c[i * 32 + j] - sum), 0, size * depth * 6e-8);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-1)]
    public void Other_row_counts_are_refused(int rows)
    {
        float x = 0;
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Tiles.Product(rows, 16, 0, ref x, 0, 0, ref x, 0, ref x, 0));
        Assert.Equal(("rows", rows), (e.ParamName, e.ActualValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(48)]
    public void Other_column_counts_are_refused(int columns)
    {
        float x = 0;
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Tiles.Product(1, columns, 0, ref x, 0, 0, ref x, 0, ref x, 0));
        Assert.Equal(("columns", columns), (e.ParamName, e.ActualValue));
    }

    // All row and column counts, a in rows (forward) and in columns (weights' gradient); the rest of c stays as it was.
    private static void CompareWithScalarLoop(int depth, Kernel kernel)
    {
        const int BRow = 48, CRow = 40;
        float[] a = Numbers(300 * 300, seed: 3), b = Numbers(300 * BRow, seed: 4);
        foreach ((int aRow, int aStep) in new[] { (272, 1), (1, 272) })
        {
            foreach (int columns in new[] { 16, 32 })
            {
                for (int rows = 1; rows <= 8; rows++)
                {
                    float[] c = new float[9 * CRow], expected = new float[9 * CRow];
                    Array.Fill(c, Untouched);
                    Array.Fill(expected, Untouched);
                    for (int i = 0; i < rows; i++)
                    {
                        for (int j = 0; j < columns; j++)
                        {
                            float sum = 0;
                            for (int k = 0; k < depth; k++)
                            {
                                sum = MathF.FusedMultiplyAdd(a[i * aRow + k * aStep], b[k * BRow + j], sum);
                            }

                            expected[i * CRow + j] = sum;
                        }
                    }

                    kernel(rows, columns, depth, ref a[0], aRow, aStep, ref b[0], BRow, ref c[0], CRow);

                    Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), c.Select(BitConverter.SingleToInt32Bits));
                }
            }
        }
    }

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
