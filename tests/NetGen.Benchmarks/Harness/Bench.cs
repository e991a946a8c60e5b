namespace NetGen.Benchmarks.Harness;

/// <summary>Times a workload in all the settings asked for, in turn, with the machine's peak beside each repetition.</summary>
internal sealed class Bench : IDisposable
{
    private readonly double _seconds;
    private readonly Calibration[] _calibrations;

    public Bench(Options options)
    {
        _seconds = options.Seconds;
        _calibrations = [.. options.Settings.Select(setting => new Calibration(setting))];
    }

    /// <summary>The calibrated loops: of each width and number of threads, one.</summary>
    public IEnumerable<Peak> Peaks => _calibrations.SelectMany(calibration => calibration.Peaks).DistinctBy(peak => (peak.Threads, peak.Bits));

    /// <summary>Training steps.</summary>
    public Figure[] Train(Workload workload) => Time(workload, subject => subject.Train, Operations.Step);

    /// <summary>Predictions of whole batches.</summary>
    public Figure[] Predict(Workload workload) => Time(workload, subject => subject.Predict, Operations.Prediction);

    /// <summary>Predictions, call by call.</summary>
    public (Setting Setting, Latency Latency)[] Latencies(Workload workload)
    {
        Subject[] subjects = Subjects(workload);
        Latency[] latencies = Latency.InTurn([.. subjects.Select<Subject, Action>(subject => subject.Predict)], _seconds);
        Array.ForEach(subjects, subject => subject.Dispose());
        return [.. _calibrations.Select(calibration => calibration.Setting).Zip(latencies)];
    }

    public void Dispose() => Array.ForEach(_calibrations, calibration => calibration.Dispose());

    private Subject[] Subjects(Workload workload) => [.. _calibrations.Select(calibration => new Subject(workload, calibration.Setting))];

    private Figure[] Time(Workload workload, Func<Subject, Action> body, Func<Workload, NetworkSchema, int, double> count)
    {
        Subject[] subjects = Subjects(workload);
        Array.ForEach(_calibrations, calibration => calibration.Restart());
        Sample[][] samples = Measure.InTurn(
            [.. subjects.Select(body)], _seconds, () => Array.ForEach(_calibrations, calibration => calibration.Sample()));
        return [.. subjects.Select((subject, i) =>
        {
            using (subject)
            {
                subject.RequireSound();
                int alone = Array.FindIndex(_calibrations, other => other.Setting == _calibrations[i].Setting with { Threads = 1 });
                double operations = count(workload, subject.Network.Schema, subject.Rows);
                return Judge(subject.Rows, operations, samples[i], alone < 0 ? null : samples[alone], _calibrations[i]);
            }
        })];
    }

    private static Figure Judge(int rows, double operations, Sample[] samples, Sample[]? alone, Calibration calibration)
    {
        double seconds = Measure.Median(samples.Select(sample => sample.Seconds));
        return new Figure(
            calibration.Setting,
            rows,
            seconds,
            operations / seconds,
            Measure.Median(samples.Select((sample, round) => operations / sample.Seconds / calibration.PeakAround(round))),
            Measure.BytesPerCall(samples),
            calibration.Setting.Threads > 1 && alone is not null ? Measure.Median(samples.Zip(alone, (sample, one) => one.Seconds / sample.Seconds)) : null,
            calibration.BarrierNanoseconds);
    }
}
