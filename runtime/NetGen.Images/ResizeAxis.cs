namespace NetGen;

/// <summary>
/// From which pixels along one axis each new pixel is mixed, in exact fractions of one denominator. Fewer pixels: the mean of the piece of the
/// axis that the new pixel covers (by area). More: what lies on the line between the centers of the two nearest (bilinear), the outermost
/// pixels continued. As many: the pixel itself.
/// </summary>
internal sealed class ResizeAxis
{
    private readonly int[] _first;
    private readonly long[][] _weights;

    /// <param name="from">Pixels there are, at least 1.</param>
    /// <param name="to">Pixels wanted, at least 1.</param>
    public ResizeAxis(int from, int to)
    {
        _first = new int[to];
        _weights = new long[to][];
        Denominator = to < from ? from : to > from ? 2L * to : 1;
        for (int i = 0; i < to; i++)
        {
            (_first[i], _weights[i]) = to < from ? Area(i, from, to) : to > from ? Between(i, from, to) : (i, [1]);
        }
    }

    /// <summary>The sum of the weights of any new pixel.</summary>
    public long Denominator { get; }

    /// <summary>New pixels.</summary>
    public int Count => _first.Length;

    /// <summary>The first old pixel of new pixel <paramref name="i"/>; the others follow it.</summary>
    public int First(int i) => _first[i];

    /// <summary>The weights of the old pixels of new pixel <paramref name="i"/>.</summary>
    public ReadOnlySpan<long> Weights(int i) => _weights[i];

    /// <summary>With the axis cut into from · to parts, an old pixel has "to" of them, a new one "from".</summary>
    private static (int, long[]) Area(int i, long from, long to)
    {
        long start = i * from, end = start + from;
        long first = start / to, last = (end - 1) / to;
        long[] weights = new long[last - first + 1];
        for (long k = first; k <= last; k++)
        {
            weights[k - first] = Math.Min(end, (k + 1) * to) - Math.Max(start, k * to);
        }

        return ((int)first, weights);
    }

    /// <summary>The new center (i + ½)·from/to lies at place / (2·to) behind the center of old pixel 0.</summary>
    private static (int, long[]) Between(int i, long from, long to)
    {
        long place = Math.Clamp((2L * i + 1) * from - to, 0, (from - 1) * 2 * to);
        long first = place / (2 * to), behind = place % (2 * to);
        return ((int)first, behind == 0 ? [2 * to] : [2 * to - behind, behind]);
    }
}
