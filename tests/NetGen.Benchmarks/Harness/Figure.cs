namespace NetGen.Benchmarks.Harness;

/// <summary>What a workload took in one setting: medians over the repetitions.</summary>
/// <param name="Setting">Threads and vector width.</param>
/// <param name="Rows">Rows in a batch.</param>
/// <param name="Seconds">One call.</param>
/// <param name="Rate">Operations a second.</param>
/// <param name="PeakShare">That rate over the peak of as many cores, calibrated before and after each repetition.</param>
/// <param name="Bytes">Allocated a call, on all threads, rounded up.</param>
/// <param name="Speedup">Over one thread with vectors as wide, where that was measured too.</param>
/// <param name="BarrierNanoseconds">What a meeting of these threads costs; of more than one.</param>
internal sealed record Figure(
    Setting Setting, int Rows, double Seconds, double Rate, double PeakShare, long Bytes, double? Speedup, double? BarrierNanoseconds);
