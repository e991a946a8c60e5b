using System.Globalization;

namespace NetGen;

/// <summary>
/// How well one head predicts a data set. Rows whose target is missing do not count. A quotient with nothing below the line (a recall of
/// a class that does not occur, an accuracy over no rows) is NaN: it has no value, and 0 would pass for a bad one.
/// </summary>
public abstract record HeadMetrics
{
    private protected HeadMetrics(string head, double? loss, int count)
    {
        Head = head;
        Loss = loss ?? double.NaN;
        IsMeasured = loss is not null;
        Count = count;
    }

    /// <summary>The head's name.</summary>
    public string Head { get; }

    /// <summary>The mean of the head's loss over the rows whose target is there, each counted by the weight of its class where classes have weights, without the head's weight; NaN if there is none.</summary>
    public double Loss { get; }

    /// <summary>The number of rows whose target is there.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether there was anything to take the mean of: a target, of a class whose weight is not 0. Without it <see cref="Loss"/> is NaN, and has
    /// no part in totals and in means over folds and trials; with it, a NaN is what the network computed.
    /// </summary>
    public bool IsMeasured { get; }

    /// <summary>"Label: loss 0.1234, accuracy 97.50 %, 180 rows", or "Label: not measured, 0 rows"; the same in every culture.</summary>
    public sealed override string ToString()
    {
        string loss = IsMeasured ? string.Create(CultureInfo.InvariantCulture, $"loss {Loss:G4}") : Count > 0 ? "loss not measured" : "not measured";
        return string.Create(CultureInfo.InvariantCulture, $"{Head}: {loss}, {(Count > 0 ? $"{Summary}, " : "")}{Count} {(Count == 1 ? "row" : "rows")}");
    }

    /// <summary>The measures special to the kind of head, for <see cref="ToString"/>.</summary>
    private protected abstract string Summary { get; }
}
