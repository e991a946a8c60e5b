using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class BlockSumTests512 : BlockSumTests<Floats16>;

public class BlockSumTests256 : BlockSumTests<Floats8>;

public class BlockSumTests128 : BlockSumTests<Floats4>;

public abstract class BlockSumTests<V>
    where V : struct, IFloats<V>
{
    [Fact]
    public void Blocks_merge_in_a_tree_that_their_number_fixes()
    {
        var random = new Random(5);
        float[] blocks = [.. Enumerable.Range(0, 70).Select(_ => (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-3, 6)))];
        BlockSum<V> sum = default;
        for (int count = 1; count <= blocks.Length; count++)
        {
            sum.Add(V.Splat(blocks[count - 1]));
            Lanes.AssertSameBits([.. Enumerable.Repeat(Tree(blocks.AsSpan(0, count)), V.Count)], Lanes.Of(sum.Total));
        }
    }

    [Fact]
    public void One_block_is_its_own_sum_and_none_is_zero()
    {
        BlockSum<V> sum = default;
        Lanes.AssertSameBits(new float[V.Count], Lanes.Of(sum.Total));
        sum.Add(V.Splat(-0f));
        Lanes.AssertSameBits([.. Enumerable.Repeat(-0f, V.Count)], Lanes.Of(sum.Total));
    }

    [Fact]
    public void There_is_room_for_the_blocks_of_as_many_rows_as_an_int_counts()
    {
        BlockSum<V> sum = default;
        for (int block = 0; block < 1 << 21; block++)
        {
            sum.Add(V.Splat(1f));
        }

        Lanes.AssertSameBits([.. Enumerable.Repeat((float)(1 << 21), V.Count)], Lanes.Of(sum.Total));
    }

    // The largest power of two of blocks that leaves some to the other branch, and those.
    private static float Tree(ReadOnlySpan<float> blocks)
    {
        int first = 1;
        while (2 * first < blocks.Length)
        {
            first *= 2;
        }

        return blocks.Length == 1 ? blocks[0] : Tree(blocks[..first]) + Tree(blocks[first..]);
    }
}
