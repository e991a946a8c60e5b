using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>The ranges of 0..total that one thread computes, one after the other; see <see cref="Worker.StealableRanges"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct StealableRanges
{
    private readonly Worker _worker;
    private readonly int _total, _unit;
    private readonly uint _division;
    private bool _begun;

    internal StealableRanges(Worker worker, int total, int unit, uint division) => (_worker, _total, _unit, _division) = (worker, total, unit, division);

    /// <summary>The range to compute now: its first element, and the one after its last.</summary>
    public (int First, int Last) Current { get; private set; }

    /// <summary>The same, for <c>foreach</c>.</summary>
    public readonly StealableRanges GetEnumerator() => this;

    /// <summary>Claims the next range.</summary>
    /// <returns>Whether there was one.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool MoveNext()
    {
        if (_worker.Parts > 1)
        {
            bool found = _worker.Take(_division, _total, _unit, out (int, int) part);
            Current = part;
            return found;
        }

        Current = (0, _total);
        bool isFirst = !_begun && _total > 0;
        _begun = true;
        return isFirst;
    }
}
