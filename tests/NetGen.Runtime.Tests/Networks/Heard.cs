namespace NetGen.Tests.Networks;

/// <summary>Progress that acts at once, on the thread that reports.</summary>
internal sealed class Heard<T>(Action<T> action) : IProgress<T>
{
    public void Report(T value) => action(value);
}
