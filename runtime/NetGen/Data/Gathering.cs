namespace NetGen;

/// <summary>Copies rows of a data set that fits the network into its batch buffers.</summary>
internal static class Gathering
{
    /// <summary>Row <c>rows[r]</c> becomes row r of the batch.</summary>
    public static void Copy(Dataset data, NetworkMemory memory, ReadOnlySpan<int> rows)
    {
        NetworkSchema schema = memory.Schema;
        for (int i = 0; i < schema.Inputs.Length; i++)
        {
            var features = (FeatureColumn)data.Find(schema.Inputs[i].Name)!;
            for (int r = 0; r < rows.Length; r++)
            {
                features.Row(rows[r]).CopyTo(memory.InputRow(i, r));
            }
        }

        for (int h = 0; h < schema.Heads.Length; h++)
        {
            if (data.Find(schema.Heads[h].Name) is LabelColumn labels)
            {
                CopyLabels(labels, rows, memory.Labels(h));
            }
            else
            {
                CopyTargets(data, memory, h, rows);
            }
        }
    }

    private static void CopyLabels(LabelColumn labels, ReadOnlySpan<int> rows, Span<int> batch)
    {
        for (int r = 0; r < rows.Length; r++)
        {
            batch[r] = labels[rows[r]];
        }
    }

    private static void CopyTargets(Dataset data, NetworkMemory memory, int head, ReadOnlySpan<int> rows)
    {
        var targets = (FeatureColumn)data.Find(memory.Schema.Heads[head].Name)!;
        for (int r = 0; r < rows.Length; r++)
        {
            targets.Row(rows[r]).CopyTo(memory.TargetRow(head, r));
        }
    }
}
