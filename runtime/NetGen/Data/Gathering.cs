namespace NetGen;

/// <summary>Copies rows of a data set that fits the network into a batch.</summary>
internal static class Gathering
{
    /// <summary>Row <c>rows[r]</c> becomes row r of the batch.</summary>
    public static void Copy(Dataset data, NetworkSchema schema, BatchBuffers batch, ReadOnlySpan<int> rows) => Copy(data, schema, batch, rows, 0, rows.Length);

    /// <summary>As <see cref="Copy(Dataset, NetworkSchema, BatchBuffers, ReadOnlySpan{int})"/>, of rows first to last − 1 of the batch alone.</summary>
    public static void Copy(Dataset data, NetworkSchema schema, BatchBuffers batch, ReadOnlySpan<int> rows, int first, int last)
    {
        rows = rows[first..last];
        for (int i = 0; i < schema.Inputs.Length; i++)
        {
            Features(data, schema.Inputs[i].Name).CopyRows(rows, batch.InputRows(i)[(first * schema.Inputs[i].Stride)..], schema.Inputs[i].Stride);
        }

        for (int h = 0; h < schema.Heads.Length; h++)
        {
            HeadInfo head = schema.Heads[h];
            if (head.HasLabels)
            {
                ((LabelColumn)data.Find(head.Name)!).CopyRows(rows, batch.Labels(h)[first..]);
            }
            else
            {
                Features(data, head.Name).CopyRows(rows, batch.TargetRows(h)[(first * head.TargetStride)..], head.TargetStride);
            }
        }
    }

    private static FeatureColumn Features(Dataset data, string name) => (FeatureColumn)data.Find(name)!;
}
