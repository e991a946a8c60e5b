using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Learning-rate schedules: the rate of update <c>step</c>, counted from 1. They compose: each takes the rate that another gives.
/// All are computed in double, in operations that every machine rounds alike.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LearningRates
{
    /// <summary>rate·factor^⌊(step − 1)/every⌋: multiplied by <paramref name="factor"/> after each <paramref name="every"/> updates.</summary>
    /// <param name="rate">The rate of the first update.</param>
    /// <param name="step">The update, from 1.</param>
    /// <param name="every">Updates between two drops, ≥ 1.</param>
    /// <param name="factor">What each drop multiplies by.</param>
    public static float Step(float rate, long step, int every, float factor) =>
        (float)(rate * Portable.Power(factor, (step - 1) / every));

    /// <summary>
    /// rate·(final + (1 − final)·(1 + cos πτ)/2) with τ = (step − 1)/(steps − 1), at most 1: from <paramref name="rate"/> at the first
    /// update to rate·final at update <paramref name="steps"/> and ever after. Loshchilov &amp; Hutter 2017.
    /// </summary>
    /// <param name="rate">The rate of the first update.</param>
    /// <param name="step">The update, from 1.</param>
    /// <param name="steps">Updates the descent takes, ≥ 1; with 1 the rate is rate·final from the start.</param>
    /// <param name="final">The share of the rate that remains, in [0, 1].</param>
    public static float Cosine(float rate, long step, int steps, float final)
    {
        if (step >= steps)
        {
            return rate * final;
        }

        double share = 0.5 * (1 + Portable.CosineOfTurns((step - 1) / (2.0 * (steps - 1))));
        return (float)(rate * (final + (1.0 - final) * share));
    }

    /// <summary>rate·min(1, step/steps): a straight rise over the first updates.</summary>
    /// <param name="rate">The rate once warm.</param>
    /// <param name="step">The update, from 1.</param>
    /// <param name="steps">Updates the rise takes, ≥ 1.</param>
    public static float WarmUp(float rate, long step, int steps) => step >= steps ? rate : (float)(rate * ((double)step / steps));
}
