using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>
/// Vectors of any width as arrays. A test of something generic over the width is a member of an abstract class TestsOf&lt;V&gt;, and
/// three classes derived from it run it with 512, 256 and 128 bits; on a machine without such vectors they are emulated, not skipped.
/// </summary>
internal static class Lanes
{
    public static float[] Of<V>(V v)
        where V : struct, IFloats<V>
    {
        float[] lanes = new float[V.Count];
        V.Store(v, ref lanes[0], 0);
        return lanes;
    }

    public static int[] IntsOf<V>(V v)
        where V : struct, IFloats<V> => [.. Of(v).Select(BitConverter.SingleToInt32Bits)];

    /// <summary>The lanes' numbers as floats, 0, 1, 2, …, but <paramref name="value"/> in one of them.</summary>
    public static V RampBut<V>(int lane, float value)
        where V : struct, IFloats<V>
    {
        float[] lanes = [.. Enumerable.Range(0, V.Count).Select(i => i == lane ? value : i)];
        return V.Load(ref lanes[0], 0);
    }

    /// <summary>f of every element; as many as a multiple of 16.</summary>
    public static float[] Map<V>(Func<V, V> f, float[] x)
        where V : struct, IFloats<V> => Map<V>((a, _) => f(a), x, x);

    /// <summary>f of every pair of elements; as many as a multiple of 16.</summary>
    public static float[] Map<V>(Func<V, V, V> f, float[] x, float[] y)
        where V : struct, IFloats<V>
    {
        float[] result = new float[x.Length];
        for (int i = 0; i < x.Length; i += V.Count)
        {
            V.Store(f(V.Load(ref x[0], i), V.Load(ref y[0], i)), ref result[0], i);
        }

        return result;
    }

    public static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) =>
        Assert.Equal(MemoryMarshal.Cast<float, int>(expected), MemoryMarshal.Cast<float, int>(actual));

    /// <summary>The sign of a zero counts, the payload of a NaN does not.</summary>
    public static void AssertSame(float expected, float actual)
    {
        Assert.Equal(expected, actual);
        Assert.True(float.IsNaN(expected) || float.IsNegative(expected) == float.IsNegative(actual));
    }
}
