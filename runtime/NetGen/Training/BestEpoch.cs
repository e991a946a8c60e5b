namespace NetGen;

/// <summary>Follows the validation loss over the epochs of a fit.</summary>
internal sealed class BestEpoch(EarlyStopping? rule)
{
    private readonly double _minimumDelta = rule?.MinimumDelta ?? 0;
    private double _loss = double.PositiveInfinity;
    private int _epochsSince;

    /// <summary>The epoch of the last improvement; 0 before the first finite loss.</summary>
    public int Epoch { get; private set; }

    /// <summary>The loss of that epoch; null before the first finite one.</summary>
    public double? Loss => Epoch > 0 ? _loss : null;

    /// <summary>Whether the loss has not improved for as many epochs as the rule has patience; never without a rule.</summary>
    public bool IsPatienceSpent => _epochsSince >= rule?.Patience;

    /// <summary>Takes the loss of the next epoch and says whether it is an improvement; NaN never is, as every comparison with it is false.</summary>
    public bool Improves(int epoch, double loss)
    {
        _epochsSince++;
        if (!(loss < _loss - _minimumDelta))
        {
            return false;
        }

        (Epoch, _loss, _epochsSince) = (epoch, loss, 0);
        return true;
    }
}
