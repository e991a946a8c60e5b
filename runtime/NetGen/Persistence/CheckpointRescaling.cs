using System.Globalization;

namespace NetGen;

/// <summary>
/// Whether a file's weights were trained for the factors that a network's prediction applies (dropout with <see cref="Rescale.AtPrediction"/>).
/// Nothing is converted: to multiply weights behind the user's back would make of a saved network another one.
/// </summary>
internal static class CheckpointRescaling
{
    /// <exception cref="CheckpointException">A layer's factor in the file is not the network's.</exception>
    public static void Require(CheckpointHeader header, NetworkMemory memory, string file)
    {
        // Files of other tools say nothing about it, and hold weights as they are.
        if (!header.IsOwn)
        {
            return;
        }

        IEnumerable<string> layers = header.Metadata.Keys
            .Where(key => key.EndsWith(CheckpointHeader.RescaleSuffix, StringComparison.Ordinal))
            .Select(key => key[..^CheckpointHeader.RescaleSuffix.Length])
            .Union(memory.Rescaled.Keys, StringComparer.Ordinal);
        foreach (string layer in layers.Order(StringComparer.Ordinal))
        {
            string? written = Factor(header.Metadata.GetValueOrDefault(layer + CheckpointHeader.RescaleSuffix));
            string? own = Factor(memory.Rescaled.TryGetValue(layer, out float keep) ? keep.ToString("R", CultureInfo.InvariantCulture) : null);
            if (written != own)
            {
                throw new CheckpointException(file, null, $"its weights were trained for a prediction {Words(layer, written)}; {memory.Schema.Name} predicts {Words(layer, own)}. "
                    + $"Give {QuotedText.Of(layer)} the Dropout and the keep that the file was saved with.");
            }
        }
    }

    /// <summary>A factor of 1 is none: both forms of dropout then predict alike.</summary>
    private static string? Factor(string? text) => text == "1" ? null : text;

    private static string Words(string layer, string? factor) => $"with {QuotedText.Of(layer)} " + (factor is null ? "as it is" : $"multiplied by {QuotedText.Of(factor)}");
}
