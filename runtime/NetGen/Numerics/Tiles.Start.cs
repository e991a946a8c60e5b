using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What the sums of a tile begin with.</summary>
internal interface IStart
{
    /// <summary>What is added to, where <paramref name="c"/> is the output.</summary>
    static abstract TStrip Of<TStrip>(float beta, ref float c)
        where TStrip : struct, IStrip<TStrip>;
}

/// <summary>Nothing: the output is overwritten, and β not looked at.</summary>
internal readonly struct FromZero : IStart
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TStrip Of<TStrip>(float beta, ref float c)
        where TStrip : struct, IStrip<TStrip> => default;
}

/// <summary>The output as it is; β is not looked at.</summary>
internal readonly struct FromThere : IStart
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TStrip Of<TStrip>(float beta, ref float c)
        where TStrip : struct, IStrip<TStrip> => TStrip.Load(ref c);
}

/// <summary>The output as it is, times β.</summary>
internal readonly struct FromScaled : IStart
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TStrip Of<TStrip>(float beta, ref float c)
        where TStrip : struct, IStrip<TStrip>
    {
        TStrip strip = default;
        strip.Add(ref beta, TStrip.Load(ref c));
        return strip;
    }
}
