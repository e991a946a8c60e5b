using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// A sum along a row in one fixed order, whatever the width of the vectors: column c is added to lane c mod 16 of sixteen, and the
/// sixteen by halves: those 8 apart first, then 4, 2 and 1 apart.
/// </summary>
/// <typeparam name="V">The vectors added: one, two or four of them hold the sixteen lanes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct LaneSum<V>
    where V : struct, IFloats<V>
{
    private V _0, _4, _8, _12; // named after the first lane they hold

    /// <summary>Adds the terms of V.Count columns.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="column">The first of the columns, a multiple of V.Count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V terms, int column)
    {
        if (V.Count == 16 || (column & 15) == 0)
        {
            _0 += terms;
        }
        else if (V.Count == 8 || (column & 15) == 8)
        {
            _8 += terms;
        }
        else if ((column & 15) == 4)
        {
            _4 += terms;
        }
        else
        {
            _12 += terms;
        }
    }

    /// <summary>The sum.</summary>
    public readonly float Total
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Sum(V.Count switch
        {
            16 => _0,
            8 => _0 + _8,
            _ => _0 + _8 + (_4 + _12),
        });
    }
}
