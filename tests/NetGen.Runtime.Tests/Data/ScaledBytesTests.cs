using NetGen.CompilerServices;
using NetGen.Tests.Numerics;

namespace NetGen.Tests.Data;

/// <summary>Bytes become the same floats with vectors of every width.</summary>
public sealed class ScaledBytesTests
{
    public static TheoryData<float, float> Maps => new() { { 1f / 255, 0 }, { 1f / 16, 0 }, { 2f / 255, -1 }, { -1f / 255, 1 }, { -0.3f, 0 }, { 0.1f, -0f }, { 1e-40f, 0 }, { 1e36f, 3e37f } };

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_byte_is_scaled_then_moved_and_rounded_after_each(float scale, float offset)
    {
        foreach (int length in new[] { 0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 100, 784 })
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(7 * i + length))];
            float[] expected = [.. bytes.Select(b => Number(b, scale, offset))];
            Lanes.AssertSameBits(expected, Converted(ScaledBytes.Convert<Floats4>, bytes, scale, offset));
            Lanes.AssertSameBits(expected, Converted(ScaledBytes.Convert<Floats8>, bytes, scale, offset));
            Lanes.AssertSameBits(expected, Converted(ScaledBytes.Convert<Floats16>, bytes, scale, offset));
            Lanes.AssertSameBits(expected, Converted(ScaledBytes.Convert, bytes, scale, offset));
        }
    }

    [Fact]
    public void The_default_scale_maps_255_onto_exactly_1() => Assert.Equal(1f, Converted(ScaledBytes.Convert, [255], 1f / 255, 0)[0]);

    [Fact]
    public void What_lies_behind_the_last_number_is_left_alone()
    {
        float[] to = [.. Enumerable.Repeat(5f, 40)];
        ScaledBytes.Convert(new byte[21], 1, 2, to);
        Assert.Equal([.. Enumerable.Repeat(2f, 21), .. Enumerable.Repeat(5f, 19)], to);
    }

    [Theory]
    [InlineData(1f / 255, 0, 0, 1, true)]
    [InlineData(1f / 255, 0, 0, 0.99f, false)]
    [InlineData(1f / 16, 0, 0, 1, false)]
    [InlineData(-1f / 255, 1, 0, 1, true)]
    [InlineData(2f / 255, -1, -1, 1, true)]
    public void The_ends_tell_whether_every_byte_keeps_a_range(float scale, float offset, float min, float max, bool always)
    {
        var bytes = new ScaledBytes(new byte[1], scale, offset);
        Assert.Equal(always, bytes.Always(ValueRule.Feature, min, max));
        Assert.Equal(always, Enumerable.Range(0, 256).All(b => Number((byte)b, scale, offset) is var x && x >= min && x <= max));
    }

    private static float Number(byte b, float scale, float offset)
    {
        float product = b * scale;
        return offset == 0 ? product : product + offset;
    }

    private delegate void Conversion(ReadOnlySpan<byte> bytes, float scale, float offset, Span<float> to);

    private static float[] Converted(Conversion convert, byte[] bytes, float scale, float offset)
    {
        float[] to = new float[bytes.Length];
        convert(bytes, scale, offset, to);
        return to;
    }
}
