using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Copies a caller's rows into a batch and checks them on the way, while they are in the nearest cache. Many rows are shared among the
/// threads that are awake, each of which takes its own. Nothing is allocated.
/// </summary>
/// <remarks>
/// One of a network: it holds what the threads are to do. A batch that was refused is half filled; nothing reads it before it is filled again.
/// </remarks>
internal sealed unsafe class RowCopy
{
    /// <summary>Half the nearest cache: what was checked is still there when it is copied.</summary>
    private const int ChunkFloats = 4096;

    // 64 rows of 784 took 14 µs where one thread steps; where two do, 33 alone and 18 together, for each line is in the other's cache, too.
    private const int MinParallelFloats = 8192;

    private readonly Action<Worker> _part;
    private float* _from, _to;
    private int _rows, _width, _stride;
    private ValueRule _rule;
    private float _min, _max;
    private volatile bool _isRefused;

    public RowCopy() => _part = Part;

    /// <summary>Copies rows, one after the other in <paramref name="from"/>, to places <paramref name="stride"/> floats apart.</summary>
    /// <returns>Whether all keep the rule; if not, some were not copied.</returns>
    public bool Run(Team team, ReadOnlySpan<float> from, int width, Span<float> to, int stride, ValueRule rule,
        float min = float.NegativeInfinity, float max = float.PositiveInfinity)
    {
        fixed (float* source = from, target = to[..((from.Length / width - 1) * stride + width)])
        {
            _from = source;
            _to = target;
            (_rows, _width, _stride, _rule, _isRefused) = (from.Length / width, width, stride, rule, false);
            (_min, _max) = (min, max);
            if (from.Length < MinParallelFloats)
            {
                Copy(0, _rows);
            }
            else
            {
                team.RunIfAwake(_part);
            }
        }

        return !_isRefused;
    }

    private void Part(Worker worker)
    {
        foreach ((int first, int last) in worker.StealableRanges(_rows, 1))
        {
            Copy(first, last);
        }
    }

    private void Copy(int first, int last)
    {
        int most = Math.Max(1, ChunkFloats / _width);
        for (int row = first; row < last; row += most)
        {
            int rows = Math.Min(most, last - row);
            var from = new ReadOnlySpan<float>(_from + (nint)row * _width, rows * _width);
            if (ValueChecks.First(_rule, from, _min, _max) >= 0)
            {
                _isRefused = true;
                return;
            }

            BatchSpans.CopyRows(from, _width, new Span<float>(_to + (nint)row * _stride, (rows - 1) * _stride + _width), _stride, _width, rows);
        }
    }
}
