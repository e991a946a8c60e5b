namespace NetGen;

/// <summary>Passes reports on one at a time, from whatever thread they come.</summary>
internal sealed class InTurn<T>(IProgress<T>? progress) : IProgress<T>
{
    private readonly Lock _gate = new();

    public void Report(T value)
    {
        lock (_gate)
        {
            progress?.Report(value);
        }
    }
}
