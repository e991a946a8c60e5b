using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What the sums of a tile begin with.</summary>
internal interface IStart
{
    /// <summary>What is added to, where <paramref name="c"/> is the output.</summary>
    static abstract TRow Of<TRow>(float beta, ref float c)
        where TRow : struct, IRegisterRow<TRow>;
}

/// <summary>Nothing: the output is overwritten, and β not looked at.</summary>
internal readonly struct FromZero : IStart
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TRow Of<TRow>(float beta, ref float c)
        where TRow : struct, IRegisterRow<TRow> => default;
}

/// <summary>The output as it is; β is not looked at.</summary>
internal readonly struct FromThere : IStart
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TRow Of<TRow>(float beta, ref float c)
        where TRow : struct, IRegisterRow<TRow> => TRow.Load(ref c);
}

/// <summary>The output as it is, times β.</summary>
internal readonly struct FromScaled : IStart
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TRow Of<TRow>(float beta, ref float c)
        where TRow : struct, IRegisterRow<TRow>
    {
        TRow row = default;
        row.Add(ref beta, TRow.Load(ref c));
        return row;
    }
}
