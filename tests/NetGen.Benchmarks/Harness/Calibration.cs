namespace NetGen.Benchmarks.Harness;

/// <summary>What a setting can reach at most and what it costs its threads to meet, sampled beside every repetition of a workload.</summary>
internal sealed class Calibration : IDisposable
{
    private readonly Peak _fastest;
    private readonly BarrierCost? _barrier;
    private readonly List<double> _peaks = [], _meetings = [];

    public Calibration(Setting setting)
    {
        Setting = setting;
        Peaks = [.. Peak.AcceleratedWidths.Where(bits => bits <= setting.Bits).Select(bits => Peak.Find(bits, setting.Threads))];
        _fastest = Peaks.MaxBy(peak => Enumerable.Range(0, 5).Max(_ => peak.Sample()))!;
        _barrier = setting.Threads > 1 ? new BarrierCost(setting.Threads) : null;
    }

    public Setting Setting { get; }

    /// <summary>
    /// A loop for each width up to the setting's; the fastest sets the mark, as some cores do as much with narrower vectors.
    /// </summary>
    public Peak[] Peaks { get; }

    /// <summary>The median cost of a meeting; null for one thread.</summary>
    public double? BarrierNanoseconds => _barrier is null ? null : Measure.Median(_meetings);

    /// <summary>Forgets the samples of the last workload.</summary>
    public void Restart()
    {
        _peaks.Clear();
        _meetings.Clear();
    }

    public void Sample()
    {
        _peaks.Add(_fastest.Sample());
        if (_barrier is not null)
        {
            _meetings.Add(_barrier.Sample());
        }
    }

    /// <summary>
    /// The larger of the peaks sampled right before and right after a repetition: a clock that drifts does not fake a percentage, nor does
    /// a sample that something disturbed, which can only be too low.
    /// </summary>
    public double PeakAround(int round) => Math.Max(_peaks[round], _peaks[round + 1]);

    public void Dispose()
    {
        Array.ForEach(Peaks, peak => peak.Dispose());
        _barrier?.Dispose();
    }
}
