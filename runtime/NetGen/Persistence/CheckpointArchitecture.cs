namespace NetGen;

/// <summary>
/// Whether a file's parameters belong to a network that computes the same: another activation, or another operand of the same shape, would
/// make a network of them that was never trained.
/// </summary>
internal static class CheckpointArchitecture
{
    private const int Longest = 200;

    /// <exception cref="CheckpointException">A value of the file computes something else in the network, or is in one of them only.</exception>
    public static void Require(CheckpointHeader header, NetworkSchema schema, string file)
    {
        Dictionary<string, string> written = header.Metadata
            .Where(entry => entry.Key.EndsWith(CheckpointHeader.ArchitectureSuffix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[..^CheckpointHeader.ArchitectureSuffix.Length], entry => entry.Value, StringComparer.Ordinal);
        if (!header.IsOwn || written.Count == 0 || schema.Architecture.IsEmpty)
        {
            return;
        }

        foreach (ValueInfo value in schema.Architecture)
        {
            if (!written.Remove(value.Name, out string? operation))
            {
                throw Fault(file, schema, value.Name, "no such value", value.Operation);
            }

            if (operation != value.Operation)
            {
                throw Fault(file, schema, value.Name, operation, value.Operation);
            }
        }

        foreach ((string name, string operation) in written)
        {
            throw Fault(file, schema, name, operation, "no such value");
        }
    }

    private static CheckpointException Fault(string file, NetworkSchema schema, string value, string written, string own) => new(file, null,
        $"it belongs to another architecture. {QuotedText.Of(value)}: the file has {QuotedText.Of(written, Longest)}, {schema.Name} {QuotedText.Of(own, Longest)}.");
}
