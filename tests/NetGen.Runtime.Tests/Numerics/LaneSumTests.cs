using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class LaneSumTests512 : LaneSumTests<Floats16>;

public class LaneSumTests256 : LaneSumTests<Floats8>;

public class LaneSumTests128 : LaneSumTests<Floats4>;

public abstract class LaneSumTests<V>
    where V : struct, IFloats<V>
{
    [Fact]
    public void A_row_is_summed_in_sixteen_lanes_and_the_lanes_by_halves()
    {
        for (int columns = 16; columns <= 80; columns++)
        {
            var random = new Random(columns);
            float[] terms = new float[80];
            for (int c = 0; c < columns; c++)
            {
                terms[c] = (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-3, 6));
            }

            LaneSum<V> sum = default;
            for (int c = 0; c < (columns + 15) / 16 * 16; c += V.Count)
            {
                sum.Add(V.Load(ref terms[0], c), c);
            }

            Lanes.AssertSameBits([Tree(terms)], [sum.Total]);
        }
    }

    [Fact]
    public void A_sum_of_nothing_is_zero()
    {
        LaneSum<V> sum = default;
        Lanes.AssertSameBits([0f], [sum.Total]);
    }

    // Column c in lane c mod 16, from left to right; then lanes 8, 4, 2 and 1 apart.
    private static float Tree(float[] terms)
    {
        float[] l = new float[16];
        for (int c = 0; c < terms.Length; c++)
        {
            l[c % 16] += terms[c];
        }

        return (l[0] + l[8] + (l[4] + l[12]) + (l[2] + l[10] + (l[6] + l[14])))
            + (l[1] + l[9] + (l[5] + l[13]) + (l[3] + l[11] + (l[7] + l[15])));
    }
}
