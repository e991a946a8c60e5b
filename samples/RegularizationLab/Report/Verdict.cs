namespace RegularizationLab;

/// <summary>Whether a run shows what the textbook claims.</summary>
internal enum Verdict
{
    /// <summary>It does, clearly.</summary>
    Agrees,

    /// <summary>Its differences are within what other seeds would change, or they point both ways.</summary>
    Open,

    /// <summary>It clearly shows the opposite.</summary>
    Disagrees,
}

/// <summary>How verdicts are reached and told.</summary>
internal static class Verdicts
{
    /// <summary>The verdict on a claim that several measurements are lower: some are clearly, and none is clearly higher.</summary>
    public static Verdict Lower(params ReadOnlySpan<Difference> measured)
    {
        bool lower = false, higher = false;
        foreach (Difference difference in measured)
        {
            lower |= difference.IsClearlyLower;
            higher |= difference.IsClearlyHigher;
        }

        return lower == higher ? Verdict.Open : lower ? Verdict.Agrees : Verdict.Disagrees;
    }

    /// <summary>The verdict on a claim that a measurement is higher.</summary>
    public static Verdict Higher(Difference measured) =>
        measured.IsClearlyHigher ? Verdict.Agrees : measured.IsClearlyLower ? Verdict.Disagrees : Verdict.Open;

    /// <summary>The verdict on a claim that two measurements are as good as equal: the interval lies within the margin, or wholly outside.</summary>
    public static Verdict Equal(Difference measured, Margin margin) =>
        measured.IsWithin(margin) ? Verdict.Agrees : measured.IsBeyond(margin) ? Verdict.Disagrees : Verdict.Open;

    /// <summary>The verdict on a claim that a measurement is not higher, or by less than the margin; it may be lower by any amount.</summary>
    public static Verdict NotHigher(Difference measured, Margin margin) =>
        measured.IsBelow(margin) ? Verdict.Agrees : measured.Mean > 0 && measured.IsBeyond(margin) ? Verdict.Disagrees : Verdict.Open;

    /// <summary>The verdict on a claim of several parts, all of which must hold.</summary>
    public static Verdict All(params ReadOnlySpan<Verdict> parts) =>
        parts.Contains(Verdict.Disagrees) ? Verdict.Disagrees : parts.Contains(Verdict.Open) ? Verdict.Open : Verdict.Agrees;

    public static string Text(this Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "this run agrees",
        Verdict.Open => "no clear answer",
        _ => "this run disagrees",
    };
}
