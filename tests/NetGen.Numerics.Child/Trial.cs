using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NetGen.Numerics.Child;

/// <summary>A few steps of each network, and a hash of every bit that came out.</summary>
public static class Trial
{
    private const int Steps = 12;

    /// <summary>New networks in a setting.</summary>
    public static INetwork[] Networks(int vectorBits, int threads) =>
    [
        new Descent(seed: 1) { VectorBits = vectorBits, Threads = threads },
        new MeanSquare(seed: 2) { VectorBits = vectorBits, Threads = threads },
        new Averaging(seed: 3) { VectorBits = vectorBits, Threads = threads },
        new Decaying(seed: 4) { VectorBits = vectorBits, Threads = threads },
        new Halving(seed: 5) { VectorBits = vectorBits, Threads = threads },
    ];

    /// <summary>Its name, and the hash of its parameters, its optimizer's state, its losses and its predictions.</summary>
    public static string Run(INetwork network)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        NetworkMemory memory = network.Memory;
        int capacity = network.Schema.BatchSize;
        memory.TrainingExamples = 100;
        uint random = 1;
        for (int step = 0; step < Steps; step++)
        {
            int rows = capacity - 5 * (step % 3);
            Fill(network, rows, ref random);
            network.Step(rows);
            Append(hash, memory.HeadLosses);
        }

        Append(hash, memory.Parameters);
        Append(hash, memory.State);
        foreach (int rows in new[] { capacity, 1 })
        {
            network.Evaluate(rows);
            for (int head = 0; head < network.Schema.Heads.Length; head++)
            {
                Append(hash, memory.RowLosses(head)[..rows]);
                for (int row = 0; row < rows; row++)
                {
                    Append(hash, memory.PredictionRow(head, row));
                }
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{network.Schema.Name} {Convert.ToHexString(hash.GetHashAndReset())}");
    }

    private static void Fill(INetwork network, int rows, ref uint random)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int input = 0; input < network.Schema.Inputs.Length; input++)
            {
                Fill(network.Memory.InputRow(input, row), ref random);
            }

            for (int head = 0; head < network.Schema.Heads.Length; head++)
            {
                if (network.Schema.Heads[head].HasLabels)
                {
                    network.Memory.Labels(head)[row] = row % (network.Schema.Heads[head].Units + 1) - 1; // some are missing
                }
                else
                {
                    Fill(network.Memory.TargetRow(head, row), ref random);
                }
            }
        }
    }

    // A linear congruential generator modulo 2³²; its upper 24 bits, as a float in [0, 1).
    private static void Fill(Span<float> values, ref uint random)
    {
        foreach (ref float value in values)
        {
            random = random * 1664525 + 1013904223;
            value = (random >> 8) / (float)(1 << 24);
        }
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<float> values) => hash.AppendData(MemoryMarshal.AsBytes(values));
}
