using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>Running moments that start at 0, as Adam keeps them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Moments
{
    /// <summary>1/(1 − βᵗ): what makes a moment unbiased after t updates. Kingma &amp; Ba 2015.</summary>
    /// <param name="beta">The decay rate β, in [0, 1).</param>
    /// <param name="step">The number t of the update, from 1.</param>
    public static float Correction(float beta, long step) => (float)(1 / (1 - Portable.Power(beta, step)));
}
