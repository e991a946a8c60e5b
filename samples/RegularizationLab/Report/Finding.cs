namespace RegularizationLab;

/// <summary>One claim of the textbook and what the run shows of it.</summary>
/// <param name="Claim">The claim, a sentence.</param>
/// <param name="Source">Where it is made.</param>
/// <param name="Shown">What was measured, a sentence with its numbers: true whichever way the run turned out.</param>
/// <param name="Verdict">Whether the two agree.</param>
internal sealed record Finding(string Claim, string Source, string Shown, Verdict Verdict);
