using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class FloatsTests512 : FloatsTests<Floats16>;

public class FloatsTests256 : FloatsTests<Floats8>;

public class FloatsTests128 : FloatsTests<Floats4>;

/// <summary>The members of a vector that are about its lanes' floats, one by one against the same in scalars.</summary>
public abstract class FloatsTests<V>
    where V : struct, IFloats<V>
{
    private static readonly float[] Values =
    [
        0f, -0f, 1f, -1f, 0.1f, -2.5f, 1e-45f, -1e-45f, 1.17549435e-38f, 16777215f, 3.1415927f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    // All pairs of them.
    private static readonly float[] A = [.. Values.SelectMany(a => Values.Select(_ => a))], B = [.. Values.SelectMany(_ => Values)];

    [Fact]
    public void Load_and_Store_take_their_lanes_at_an_index_and_touch_no_other()
    {
        float[] source = [.. Enumerable.Range(1, 40).Select(i => (float)i)], target = new float[40];

        V.Store(V.Load(ref source[2], 5), ref target[1], 10);
        Assert.Equal([.. new float[11], .. source[7..(7 + V.Count)], .. new float[29 - V.Count]], target);

        V.Store(V.Load(ref source[20], -20), ref target[30], -30);
        Assert.Equal(source[..V.Count], target[..V.Count]);
    }

    [Fact]
    public void Constants_are_the_same_in_every_lane()
    {
        Assert.Equal(Enumerable.Repeat(0, V.Count), Lanes.IntsOf(V.Zero));
        Assert.Equal(Enumerable.Repeat(BitConverter.SingleToInt32Bits(-0.1f), V.Count), Lanes.IntsOf(V.Splat(-0.1f)));
        Assert.Equal(Enumerable.Repeat(-7, V.Count), Lanes.IntsOf(V.SplatInt(-7)));
        Assert.Equal(Enumerable.Range(0, V.Count), Lanes.IntsOf(V.IntIndices));
    }

    [Fact]
    public void Arithmetic_rounds_once()
    {
        AssertEach((a, b) => a + b, (a, b) => a + b);
        AssertEach((a, b) => a - b, (a, b) => a - b);
        AssertEach((a, b) => a * b, (a, b) => a * b);
        AssertEach((_, b) => -2.3f * b, (_, b) => -2.3f * b);
        AssertEach((a, b) => a / b, (a, b) => a / b);
        AssertEach((a, _) => -a, (a, _) => -a);
        AssertEach((a, _) => V.Sqrt(a), (a, _) => MathF.Sqrt(a));
        AssertEach((a, _) => V.Abs(a), (a, _) => MathF.Abs(a));
        foreach (float c in Values)
        {
            AssertEach((a, b) => V.FusedMultiplyAdd(a, b, V.Splat(c)), (a, b) => MathF.FusedMultiplyAdd(a, b, c));
        }
    }

    [Fact]
    public void FromBytes_takes_as_many_bytes_as_it_has_lanes_at_an_index()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256 + 16).Select(i => (byte)i)];
        float[] floats = new float[V.Count];
        for (int start = 0; start <= 256; start++)
        {
            V.Store(V.FromBytes(ref bytes[1], start - 1), ref floats[0], 0);
            Assert.Equal(Enumerable.Range(start, V.Count).Select(i => (float)(byte)i), floats);
        }
    }

    // Of a NaN in the first place and of two zeros machines think differently.
    [Fact]
    public void MinNative_and_MaxNative_compare_and_give_a_NaN_in_the_second_place()
    {
        AssertEach(V.MinNative, MathF.Min, (a, b) => !float.IsNaN(a) && (a != 0 || b != 0));
        AssertEach(V.MaxNative, MathF.Max, (a, b) => !float.IsNaN(a) && (a != 0 || b != 0));
    }

    [Fact]
    public void Comparisons_set_all_bits_or_none()
    {
        AssertBits(V.LessThan, (a, b) => a < b ? -1 : 0);
        AssertBits(V.LessThanOrEqual, (a, b) => a <= b ? -1 : 0);
        AssertBits(V.AreEqual, (a, b) => a == b ? -1 : 0);
    }

    [Fact]
    public void Bits_are_combined_as_they_are()
    {
        AssertBits((a, b) => a & b, (a, b) => Int(a) & Int(b));
        AssertBits((a, b) => a | b, (a, b) => Int(a) | Int(b));
        AssertBits((a, b) => a ^ b, (a, b) => Int(a) ^ Int(b));
        AssertBits(V.AndNot, (a, b) => Int(a) & ~Int(b));
    }

    [Fact]
    public void Select_takes_the_first_where_the_mask_is_set()
    {
        AssertBits((a, b) => V.Select(V.LessThan(a, b), a, b), (a, b) => Int(a < b ? a : b));
        AssertBits((a, b) => V.Select(V.LessThan(a, b), V.Splat(3f), a), (a, b) => Int(a < b ? 3f : a));
    }

    [Fact]
    public void First_is_the_lane_at_the_lowest_address()
    {
        Assert.Equal(-5f, V.First(Lanes.RampBut<V>(0, -5f)));
        Assert.Equal(0f, V.First(Lanes.RampBut<V>(1, -5f)));
    }

    [Fact]
    public void Max_is_the_largest_lane_wherever_it_lies()
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            Assert.Equal(99f, V.Max(Lanes.RampBut<V>(lane, 99f)));
            Assert.Equal(-0.5f, V.Max(V.MinNative(Lanes.RampBut<V>(lane, -0.5f) - V.Splat(100f), V.Splat(-100.5f)) + V.Splat(100f)));
            Assert.Equal(lane == V.Count - 1 ? V.Count - 2f : V.Count - 1f, V.Max(Lanes.RampBut<V>(lane, float.NegativeInfinity)));
        }
    }

    [Fact]
    public void Sum_adds_by_halves()
    {
        float[] v = [1e8f, 3.14f, -7e7f, 2.5e-3f, 11f, 1e8f, 0.3f, -9f, -1e8f, 2.72f, 7e7f, 1f, 13f, -1e8f, 0.7f, 5e5f];
        for (int start = 0; start + V.Count <= 16; start++)
        {
            float[] tree = v[start..(start + V.Count)];
            for (int half = V.Count / 2; half > 0; half /= 2)
            {
                tree = [.. Enumerable.Range(0, half).Select(i => tree[i] + tree[i + half])];
            }

            Lanes.AssertSameBits([tree[0]], [V.Sum(V.Load(ref v[0], start))]);
        }
    }

    private static int Int(float x) => BitConverter.SingleToInt32Bits(x);

    private static void AssertEach(Func<V, V, V> vector, Func<float, float, float> scalar, Func<float, float, bool>? isDefined = null)
    {
        float[] c = Lanes.Map(vector, A, B);
        for (int i = 0; i < c.Length; i++)
        {
            if (isDefined?.Invoke(A[i], B[i]) != false)
            {
                Lanes.AssertSame(scalar(A[i], B[i]), c[i]);
            }
        }
    }

    private static void AssertBits(Func<V, V, V> vector, Func<float, float, int> scalar)
    {
        float[] c = Lanes.Map(vector, A, B);
        Assert.Equal(A.Zip(B, scalar), c.Select(Int));
    }
}
