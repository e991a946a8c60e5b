using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class PhiloxTests
{
    // kat_vectors of the Random123 distribution (D. E. Shaw Research), philox4x32 10.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void A_block_has_the_published_known_answer(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void A_stream_is_the_blocks_of_its_counters_in_order()
    {
        var random = new Philox(-5, RandomPurpose.Shuffle, 9);
        for (uint i = 0; i < 3; i++)
        {
            (uint x0, uint x1, uint x2, uint x3) = Philox.Block(i, 0, 9, 0, unchecked((uint)-5), (uint)RandomPurpose.Shuffle);
            Assert.Equal([x0, x1, x2, x3], [random.NextUInt32(), random.NextUInt32(), random.NextUInt32(), random.NextUInt32()]);
        }
    }

    [Fact]
    public void Seeds_purposes_and_streams_differ()
    {
        var firsts = new HashSet<uint>();
        foreach (int seed in new[] { 0, 1, -1 })
        {
            foreach (RandomPurpose purpose in Enum.GetValues<RandomPurpose>())
            {
                foreach (int stream in new[] { 0, 1, -1 })
                {
                    Assert.True(firsts.Add(new Philox(seed, purpose, stream).NextUInt32()));
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void Below_gives_each_number_its_share(int bound)
    {
        const int Draws = 100_000;
        var random = new Philox(3, RandomPurpose.Split, 0);
        int[] counts = new int[bound];
        for (int i = 0; i < Draws; i++)
        {
            counts[random.Below(bound)]++;
        }

        double expected = (double)Draws / bound, chiSquare = counts.Sum(n => (n - expected) * (n - expected) / expected);
        Assert.InRange(chiSquare, 0, bound - 1 + 4.5 * Math.Sqrt(2.0 * bound) + (bound == 1 ? 0 : 8));
    }

    // Two thirds of 2³² values would favor the lower half if the remainder were not drawn again.
    [Fact]
    public void Below_is_fair_for_a_bound_that_does_not_divide_the_range()
    {
        const int Draws = 30_000, Bound = int.MaxValue / 3 * 2;
        var random = new Philox(4, RandomPurpose.Split, 0);
        int low = 0;
        for (int i = 0; i < Draws; i++)
        {
            low += random.Below(Bound) < Bound / 2 ? 1 : 0;
        }

        Assert.Equal(Draws / 2.0, low, 4.5 * Math.Sqrt(Draws / 4.0));
    }

    [Fact]
    public void NextDouble_fills_the_unit_interval_evenly()
    {
        var random = new Philox(5, RandomPurpose.Split, 1);
        double[] values = new double[50_000];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextDouble();
        }

        Assert.All(values, v => Assert.True(v is >= 0 and < 1));
        Assert.Equal(0.5, values.Average(), 0.0058);
        Assert.Equal(1 / 3.0, values.Average(v => v * v), 0.006);
    }
}
