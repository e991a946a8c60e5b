using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class KeepTests512 : KeepTests<Floats16>;

public class KeepTests256 : KeepTests<Floats8>;

public class KeepTests128 : KeepTests<Floats4>;

/// <summary>Masks in vectors.</summary>
public abstract class KeepTests<V>
    where V : struct, IFloats<V>
{
    // Bit j says whether unit column + j is kept; by a separate implementation of the documented hash (Python integers).
    [Theory]
    [InlineData(0xa706dd2f4d197e6ful, 0, 0, 0.5f, 0xeeae)]
    [InlineData(0xa706dd2f4d197e6ful, 5, 48, 0.8f, 0xbfff)]
    [InlineData(0x969a355f9ffebee5ul, 0, 0, 0.5f, 0x43b9)]
    [InlineData(0x969a355f9ffebee5ul, 1023, 4080, 0.1f, 0x0002)]
    [InlineData(0xc2d72b44101a687dul, 0, 0, 0.5f, 0xdaec)]
    [InlineData(0xc2d72b44101a687dul, 5, 48, 0.8f, 0xbe6f)]
    public void A_mask_has_its_recorded_bits(ulong key, int row, int column, float keep, int bits)
    {
        float[] mask = Sixteen(key, row, column, Masks.Threshold(keep), 1f);
        Assert.Equal(bits, Enumerable.Range(0, 16).Sum(j => (int)mask[j] << j));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.8f)]
    [InlineData(1f)]
    public void The_scalar_twin_keeps_the_same_units(float keep)
    {
        int threshold = Masks.Threshold(keep);
        foreach (ulong key in new[] { 0ul, ulong.MaxValue, Masks.Key(1, 2, 3), Masks.Key(-9, 0, long.MaxValue) })
        {
            for (int row = 0; row < 70; row++)
            {
                foreach (int column in new[] { 0, 16, 4080, int.MaxValue - 15 })
                {
                    float[] twin = [.. Enumerable.Range(0, 16).Select(j => Masks.IsKept(key, row, column + j, threshold) ? 1.25f : 0f)];
                    Lanes.AssertSameBits(twin, Sixteen(key, row, column, threshold, 1.25f));
                }
            }
        }
    }

    [Fact]
    public void A_block_may_start_at_any_column()
    {
        ulong key = Masks.Key(3, 1, 4);
        float[] mask = Sixteen(key, 6, 32, 1 << 23, 1f), shifted = Sixteen(key, 6, 37, 1 << 23, 1f);

        Assert.Equal(mask[5..], shifted[..11]);
    }

    private static float[] Sixteen(ulong key, int row, int column, int threshold, float scale)
    {
        float[] mask = new float[16];
        for (int j = 0; j < 16; j += V.Count)
        {
            V.Store(Masks.Keep<V>(key, row, column + j, threshold, scale), ref mask[0], j);
        }

        return mask;
    }
}
