namespace NetGen.Benchmarks.Harness;

/// <summary>What a workload took in one setting: medians over the repetitions.</summary>
/// <param name="Rows">Rows in a batch.</param>
/// <param name="Threads">Threads of the network.</param>
/// <param name="Seconds">One call.</param>
/// <param name="Rate">Operations a second.</param>
/// <param name="PeakShare">That rate over the peak of as many cores, calibrated before and after each repetition.</param>
/// <param name="Bytes">Allocated a call, on all threads.</param>
/// <param name="Speedup">Over one thread, where that was measured too.</param>
/// <param name="BarrierNanoseconds">What a meeting of these threads costs; of more than one.</param>
internal sealed record Figure(
    int Rows, int Threads, double Seconds, double Rate, double PeakShare, long Bytes, double? Speedup, double? BarrierNanoseconds);

/// <summary>Times a workload in all the settings asked for, in turn, with the machine's peak beside each repetition.</summary>
internal sealed class Bench : IDisposable
{
    private const int BatchesInTurn = 16;

    private readonly double _seconds;
    private readonly Dictionary<int, Peak[]> _peaks;
    private readonly Dictionary<int, BarrierCost> _barriers;

    public Bench(Options options)
    {
        _seconds = options.Seconds;
        _peaks = options.Threads.ToDictionary(
            threads => threads,
            threads => Peak.AcceleratedWidths.Select(bits => Peak.Find(bits, threads)).ToArray());
        _barriers = options.Threads.Where(threads => threads > 1).ToDictionary(threads => threads, threads => new BarrierCost(threads));
    }

    /// <summary>The calibrated loops, those of one thread first.</summary>
    public IEnumerable<Peak> Peaks => _peaks.Values.SelectMany(peaks => peaks);

    /// <summary>Training steps.</summary>
    public Figure[] Train(Workload workload) => Time(workload, subject => subject.Train, Operations.Step);

    /// <summary>Predictions of whole batches.</summary>
    public Figure[] Predict(Workload workload) => Time(workload, subject => subject.Predict, Operations.Prediction);

    public void Dispose()
    {
        foreach (IDisposable part in Peaks.Cast<IDisposable>().Concat(_barriers.Values))
        {
            part.Dispose();
        }
    }

    private Figure[] Time(Workload workload, Func<Subject, Action> body, Func<NetworkSchema, int, double> count)
    {
        Subject[] subjects = Subjects(workload, [.. _peaks.Keys], BatchesInTurn);
        List<double[]> peaks = [], barriers = [];
        Sample[][] samples = Measure.InTurn([.. subjects.Select(body)], _seconds, () =>
        {
            peaks.Add([.. _peaks.Values.Select(loops => loops.Max(loop => loop.Sample()))]);
            barriers.Add([.. _peaks.Keys.Select(threads => _barriers.GetValueOrDefault(threads)?.Sample() ?? 0)]);
        });

        int alone = Array.FindIndex(subjects, subject => subject.Network.Threads == 1);
        return [.. subjects.Select((subject, i) =>
        {
            subject.RequireSound();
            double operations = count(subject.Network.Schema, subject.Rows);
            int threads = subject.Network.Threads;
            subject.Dispose();
            return new Figure(
                subject.Rows,
                threads,
                Measure.Median(samples[i].Select(sample => sample.Seconds)),
                operations / Measure.Median(samples[i].Select(sample => sample.Seconds)),
                Measure.Median(samples[i].Select((sample, round) => operations / sample.Seconds / ((peaks[round][i] + peaks[round + 1][i]) / 2))),
                Measure.BytesPerCall(samples[i]),
                threads == 1 || alone < 0 ? null : Measure.Median(samples[i].Select((sample, round) => samples[alone][round].Seconds / sample.Seconds)),
                threads == 1 ? null : Measure.Median(barriers.Select(costs => costs[i])));
        })];
    }

    private static Subject[] Subjects(Workload workload, int[] threads, int batches)
    {
        using IClassifier model = workload.Create();
        int rows = workload.Rows ?? model.Schema.BatchSize;
        TrainingSet data = new(batches * rows, model.Schema.Inputs[0].Size);
        return [.. threads.Select(count =>
        {
            IClassifier network = workload.Create();
            network.Threads = count;
            return new Subject(network, data, rows);
        })];
    }
}
