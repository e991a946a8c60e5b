namespace NetGen;

/// <content>What is said of the losses of a step.</content>
public sealed partial class NetworkMemory
{
    /// <summary>
    /// Σ head weight × head loss of the last step, over the heads that had a target; NaN if none had. What emitted <c>TrainStep</c> returns.
    /// </summary>
    /// <exception cref="TrainingDivergedException">The loss of a head that had a target is NaN or infinite. The step has been taken.</exception>
    public float RequireLoss()
    {
        RequireFiniteLosses();
        float? loss = null;
        for (int head = 0; head < _headLosses.Length; head++)
        {
            loss = _targetWeights[head] == 0 ? loss : (loss ?? 0) + _headWeights[head] * _headLosses[head];
        }

        return loss ?? float.NaN;
    }

    /// <summary>Throws where the loss of a head that had a target is not finite.</summary>
    internal void RequireFiniteLosses()
    {
        for (int head = 0; head < _headLosses.Length; head++)
        {
            if (_targetWeights[head] != 0 && !float.IsFinite(_headLosses[head]))
            {
                throw TrainingDivergedException.Of(Steps, Schema.Heads[head].Name, _headLosses[head]);
            }
        }
    }
}
