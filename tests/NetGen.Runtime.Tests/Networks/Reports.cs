namespace NetGen.Tests.Networks;

/// <summary>Reports on the caller's thread (<see cref="Progress{T}"/> posts elsewhere) and keeps what it was told.</summary>
internal sealed class Reports(Action<EpochReport>? action = null) : IProgress<EpochReport>
{
    public List<EpochReport> Seen { get; } = [];

    public void Report(EpochReport value)
    {
        Seen.Add(value);
        action?.Invoke(value);
    }
}
