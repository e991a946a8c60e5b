using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class RowProductTests512 : RowProductTests<Floats16>;

public class RowProductTests256 : RowProductTests<Floats8>;

public class RowProductTests128 : RowProductTests<Floats4>;

/// <summary>One row times a matrix.</summary>
public abstract class RowProductTests<V>
    where V : struct, IFloats<V>
{
    private const int MaxColumns = 336, BRow = MaxColumns + 7, Margin = 5;

    // Every number of columns that is a sum of eight, four and single vectors, whatever their width; the rest of c stays as it was.
    [Theory]
    [MemberData(nameof(Sizes.Depths), MemberType = typeof(Sizes))]
    public void A_row_has_the_bits_of_a_scalar_loop_with_fused_multiply_add(int depth)
    {
        var random = new Random(5);
        float[] a = [.. Enumerable.Range(0, 300).Select(_ => random.NextSingle() * 2 - 1)];
        float[] b = [.. Enumerable.Range(0, 300 * BRow).Select(_ => random.NextSingle() * 2 - 1)];
        float[] product = new float[MaxColumns];
        for (int j = 0; j < MaxColumns; j++)
        {
            for (int k = 0; k < depth; k++)
            {
                product[j] = MathF.FusedMultiplyAdd(a[k], b[k * BRow + j], product[j]);
            }
        }

        for (int columns = 0; columns <= MaxColumns; columns += 16)
        {
            float[] c = new float[2 * Margin + MaxColumns];
            Array.Fill(c, -777f);
            float[] expected = [.. c];
            product.AsSpan(0, columns).CopyTo(expected.AsSpan(Margin));

            Tiles.Row<V>(columns, depth, ref a[0], new(ref b[0], BRow), ref c[Margin]);

            Lanes.AssertSameBits(expected, c);
        }
    }
}
