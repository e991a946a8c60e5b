using System.Globalization;

namespace NetGen.Numerics.Tests;

/// <summary>Everything a step leaves behind, by name: <c>Hidden.weight</c>, <c>Hidden.weight/0</c> for state, <c>loss Label</c>.</summary>
internal sealed class Snapshot
{
    public Dictionary<string, Tensor> Values { get; } = new(StringComparer.Ordinal);

    public static Snapshot Of(INetwork network)
    {
        var snapshot = new Snapshot();
        NetworkMemory memory = network.Memory;
        memory.PrepareTraining();
        foreach (ParameterInfo p in network.Schema.Parameters)
        {
            snapshot.Values.Add(p.Name, Tensor.Fill(p.Rows, p.Columns, (i, j) => memory.Parameter(p.Offset + i * p.Stride + j)));
            for (int slot = 0; slot < network.Schema.StateSlots; slot++)
            {
                snapshot.Values.Add(State(p.Layer, p.Role, slot), Tensor.Fill(p.Rows, p.Columns, (i, j) => memory.StateOf(slot, p.Offset + i * p.Stride + j)));
            }
        }

        for (int h = 0; h < network.Schema.Heads.Length; h++)
        {
            snapshot.Values.Add("loss " + network.Schema.Heads[h].Name, Tensor.Fill(1, 1, (_, _) => memory.HeadLosses[h]));
        }

        return snapshot;
    }

    public static Snapshot Of(Twin twin, Outcome? outcome = null)
    {
        var snapshot = new Snapshot();
        foreach (((string layer, string role), Tensor value) in twin.World.Parameters)
        {
            snapshot.Values.Add($"{layer}.{role}", value.Copy());
        }

        foreach (((string layer, string role, int slot), Tensor value) in twin.World.States)
        {
            snapshot.Values.Add(State(layer, role, slot), value.Copy());
        }

        foreach ((string head, double loss) in outcome?.Losses ?? [])
        {
            snapshot.Values.Add("loss " + head, Tensor.Fill(1, 1, (_, _) => loss));
        }

        return snapshot;
    }

    private static string State(string layer, string role, int slot) => string.Create(CultureInfo.InvariantCulture, $"{layer}.{role}/{slot}");
}
