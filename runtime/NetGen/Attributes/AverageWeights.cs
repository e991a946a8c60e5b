namespace NetGen;

/// <summary>
/// Keeps beside the parameters their exponential moving average: w̄ ← decay·w̄ + (1 − decay)·w after each update, from w̄ = 0, and divided by
/// 1 − decayᵗ when it is used, as Adam corrects its moments (Kingma &amp; Ba 2015): so after one update it is w itself, and no start is
/// remembered. Averages of iterates: Polyak &amp; Juditsky 1992. A fit measures, keeps and ends with the averages; whoever makes steps of their
/// own calls <c>UseAveragedWeights()</c>.
/// </summary>
/// <remarks>
/// Averages keep within <see cref="MaxNormAttribute"/>, as what they are made of does; a weight that a proximal <see cref="L1Attribute"/> makes
/// exactly 0 has an average that only fades.
/// Files hold the parameters that the network has when it is saved: after a fit the averages, after steps of one's own the last step's.
/// Loading starts a new average.
/// </remarks>
/// <param name="decay">In [0, 1): over about 1/(1 − decay) updates is averaged; 0.99 to 0.9999 are usual. With 0 the average is the last weights.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AverageWeightsAttribute(float decay) : Attribute
{
    /// <summary>What an update leaves of the average.</summary>
    public float Decay { get; } = decay;
}
