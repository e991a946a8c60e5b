using System.Globalization;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>How often something happens in a fit, counted from its start: every n epochs, or every n updates.</summary>
public sealed record Every
{
    private readonly int _count;
    private readonly bool _countsSteps;

    private Every(int count, bool countsSteps) => (_count, _countsSteps) = (count, countsSteps);

    /// <summary>At the end of every epoch.</summary>
    public static Every Epoch { get; } = Epochs(1);

    /// <summary>At the end of every n-th epoch.</summary>
    /// <param name="count">n ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static Every Epochs(int count) => Of(count, countsSteps: false);

    /// <summary>After every n-th update, wherever that is in an epoch.</summary>
    /// <param name="count">n ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static Every Steps(int count) => Of(count, countsSteps: true);

    /// <summary>"every 200 updates".</summary>
    public override string ToString() => (_count, _countsSteps) switch
    {
        (1, true) => "every update",
        (1, false) => "every epoch",
        _ => string.Create(CultureInfo.InvariantCulture, $"every {_count} {(_countsSteps ? "updates" : "epochs")}"),
    };

    /// <summary>How many more updates it can be until it is due, as far as updates decide.</summary>
    internal long StepsLeft(long steps) => _countsSteps ? _count - steps % _count : long.MaxValue;

    /// <summary>Whether it is due now, after so many updates in all, the last of them perhaps the last of an epoch.</summary>
    internal bool IsDue(long steps, int epoch, bool endsEpoch) => _countsSteps ? steps % _count == 0 : endsEpoch && epoch % _count == 0;

    private static Every Of(int count, bool countsSteps) => new(HyperparameterRange.Check(count, 1, nameof(count)), countsSteps);
}
