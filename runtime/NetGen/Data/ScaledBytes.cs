using System.Buffers;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Numbers that are kept as bytes, a quarter of the memory of floats: byte b is scale · b + offset, the product rounded to a float and then
/// the sum. Two of them are equal if they are the same memory under the same map.
/// </summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Scale">Finite and not 0.</param>
/// <param name="Offset">Finite; with 0, nothing is added, and scale · 0 keeps its sign.</param>
internal sealed record ScaledBytes(ReadOnlyMemory<byte> Bytes, float Scale, float Offset)
{
    /// <summary>Byte values.</summary>
    private const int Values = 256;

    /// <summary>Converts the bytes from place <paramref name="first"/> on, as many as fit.</summary>
    public void CopyTo(int first, Span<float> to) => Convert(Bytes.Span.Slice(first, to.Length), Scale, Offset, to);

    /// <summary>
    /// Whether every byte, whatever it is, becomes a number that keeps a rule. The map is monotonic and rules allow intervals, so that the
    /// ends tell.
    /// </summary>
    public bool Always(ValueRule rule, float min, float max)
    {
        Span<float> ends = stackalloc float[2];
        Convert([byte.MinValue, byte.MaxValue], Scale, Offset, ends);
        return ValueChecks.First(rule, ends, min, max) < 0;
    }

    /// <summary>The place of the first byte that becomes a number with a fault; −1 if there is none.</summary>
    /// <param name="firstFault">Gives the place of the first fault among some numbers, or −1.</param>
    public int First(Func<ReadOnlySpan<float>, int> firstFault)
    {
        float[] numbers = new float[Values];
        Convert([.. Enumerable.Range(0, Values).Select(b => (byte)b)], Scale, Offset, numbers);
        byte[] faults = [.. Enumerable.Range(0, Values).Where(b => firstFault(numbers.AsSpan(b, 1)) >= 0).Select(b => (byte)b)];
        return faults.Length == 0 ? -1 : Bytes.Span.IndexOfAny(SearchValues.Create(faults));
    }

    /// <summary>Writes scale · b + offset for each byte b, with the widest vectors there are; the bits are the same with any.</summary>
    public static void Convert(ReadOnlySpan<byte> bytes, float scale, float offset, Span<float> to)
    {
        switch (VectorWidths.Widest)
        {
            case 512:
                Convert<Floats16>(bytes, scale, offset, to);
                break;
            case 256:
                Convert<Floats8>(bytes, scale, offset, to);
                break;
            default:
                Convert<Floats4>(bytes, scale, offset, to);
                break;
        }
    }

    /// <summary>The same with vectors <typeparamref name="V"/>.</summary>
    public static void Convert<V>(ReadOnlySpan<byte> bytes, float scale, float offset, Span<float> to)
        where V : struct, IFloats<V>
    {
        to = to[..bytes.Length];
        float added = offset == 0 ? -0f : offset; // which adds nothing even to −0
        ref byte from = ref MemoryMarshal.GetReference(bytes);
        ref float first = ref MemoryMarshal.GetReference(to);
        V scales = V.Splat(scale), offsets = V.Splat(added);
        int i = 0;
        for (; i <= bytes.Length - V.Count; i += V.Count)
        {
            V.Store(V.FromBytes(ref from, i) * scales + offsets, ref first, i);
        }

        for (; i < bytes.Length; i++)
        {
            float product = bytes[i] * scale;
            to[i] = product + added;
        }
    }
}
