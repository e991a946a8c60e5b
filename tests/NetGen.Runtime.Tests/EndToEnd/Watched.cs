using NetGen.CompilerServices;

namespace NetGen.Tests.EndToEnd;

/// <summary>A <see cref="Wide"/> network that tells what each step was given, and lets a test act after it.</summary>
internal sealed class Watched(INetwork network) : INetwork
{
    /// <summary>The eighth feature and the label of each row trained on.</summary>
    public List<(float Feature, int Label)> Seen { get; } = [];

    /// <summary>Called after each update with the count of updates.</summary>
    public Action<long> AfterStep { get; init; } = _ => { };

    public bool HasIdleThread { get; init; } = network.HasIdleThread;

    public Team? Team => network.Team;

    public NetworkSchema Schema => network.Schema;

    public NetworkMemory Memory => network.Memory;

    public void Step(int rows)
    {
        Seen.AddRange(Enumerable.Range(0, rows).Select(row => (Memory.InputRow(0, row)[7], Memory.Labels(0)[row])));
        network.Step(rows);
        AfterStep(Memory.Steps);
    }

    public void Predict(int rows) => network.Predict(rows);

    public void Evaluate(int rows) => network.Evaluate(rows);

    public void Dispose()
    {
    }
}
