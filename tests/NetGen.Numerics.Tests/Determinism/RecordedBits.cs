using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace NetGen.Numerics.Tests;

/// <summary>
/// What networks computed when their bits were recorded: a name and a SHA-256 a line. Bits may change only by a decision that a note of the
/// changelog gives; then <see cref="Check"/> says what the new line is.
/// </summary>
internal static class RecordedBits
{
    private static readonly Dictionary<string, string> Hashes = Read();

    public static IReadOnlyCollection<string> Names => Hashes.Keys;

    /// <summary>Fails where a network does not compute what it did.</summary>
    /// <param name="network">Its name.</param>
    /// <param name="trained">Parameters, states and losses after its steps.</param>
    /// <param name="outcome">What it then predicts, and what an attack makes of its inputs.</param>
    /// <param name="setting">For the message.</param>
    public static void Check(string network, Snapshot trained, Outcome outcome, Setting setting)
    {
        string actual = HashOf(trained, outcome);
        string expected = Hashes.GetValueOrDefault(network, "not recorded");
        Assert.True(expected == actual, $"{network} with {setting}: recorded {expected}, now\n{network} {actual}\n");
    }

    /// <summary>What a network says of a batch, and what two steps of an attack make of it.</summary>
    public static Outcome OutcomeOf(Pair pair, Batch batch)
    {
        Outcome outcome = pair.EvaluateNetwork(batch), attacked = pair.AttackNetwork(batch, epsilon: 0.1f, step: 0.05f, steps: 2);
        attacked.Inputs.ToList().ForEach(x => outcome.Inputs.Add(x.Key, x.Value));
        attacked.InputGradients.ToList().ForEach(x => outcome.InputGradients.Add(x.Key, x.Value));
        return outcome;
    }

    /// <summary>Of every bit, in the order of the names: how values lie in memory makes no difference.</summary>
    private static string HashOf(Snapshot trained, Outcome outcome)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<(string Name, Tensor Value)> all =
        [
            .. Sorted("", trained.Values), .. Sorted("prediction ", outcome.Predictions), .. Sorted("row loss ", outcome.RowLosses),
            .. Sorted("gradient ", outcome.InputGradients), .. Sorted("input ", outcome.Inputs),
        ];
        foreach ((string name, Tensor value) in all)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {value.Rows} {value.Columns}\n")));
            hash.AppendData(MemoryMarshal.AsBytes(value.Values));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IEnumerable<(string, Tensor)> Sorted(string prefix, Dictionary<string, Tensor> values) =>
        values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (prefix + v.Key, v.Value));

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(RecordedBits).Assembly.GetManifestResourceStream("RecordedBits.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
