using System.Globalization;

namespace NetGen;

/// <summary>
/// Copies rows of a data set that fits the network into a batch, and checks them where they arrive: the memory under a data set is the
/// caller's, who may have changed it since it was checked.
/// </summary>
internal static class BatchCopy
{
    /// <summary>Row <c>rows[r]</c> becomes row r of the batch.</summary>
    /// <exception cref="InvalidOperationException">A value is no longer allowed; the batch is half filled.</exception>
    public static void Copy(Dataset data, NetworkSchema schema, BatchBuffers batch, ReadOnlySpan<int> rows) => Copy(data, schema, batch, rows, 0, rows.Length);

    /// <summary>As <see cref="Copy(Dataset, NetworkSchema, BatchBuffers, ReadOnlySpan{int})"/>, of rows first to last − 1 of the batch alone.</summary>
    public static void Copy(Dataset data, NetworkSchema schema, BatchBuffers batch, ReadOnlySpan<int> rows, int first, int last)
    {
        rows = rows[first..last];
        for (int i = 0; i < schema.Inputs.Length; i++)
        {
            InputInfo input = schema.Inputs[i];
            FeatureColumn column = Features(data, input.Name);
            Span<float> to = batch.InputRows(i)[(first * input.Stride)..];
            column.CopyRows(rows, to, input.Stride);
            Check(column, rows, to, input.Stride, ValueRule.Feature, input.Min, input.Max);
        }

        for (int h = 0; h < schema.Heads.Length; h++)
        {
            HeadInfo head = schema.Heads[h];
            if (head.HasLabels)
            {
                var column = (LabelColumn)data.Find(head.Name)!;
                Span<int> to = batch.Labels(h)[first..last];
                column.CopyRows(rows, to);
                if (ValueChecks.FirstNoLabel(to, head.Units) is >= 0 and var r)
                {
                    int label = to[r];
                    to.Fill(LabelColumn.Missing); // nothing wrong stays in the batch
                    throw Changed($"Column {column.Name}, row {rows[r]}", label,
                        $"the labels of {head.Name} are 0 to {head.Units - 1}, or −1 where they are missing");
                }
            }
            else
            {
                FeatureColumn column = Features(data, head.Name);
                Span<float> to = batch.TargetRows(h)[(first * head.TargetStride)..];
                column.CopyRows(rows, to, head.TargetStride);
                Check(column, rows, to, head.TargetStride, head.Rule, float.NegativeInfinity, float.PositiveInfinity);
            }
        }
    }

    /// <summary>
    /// Rows with their padding are checked at once: its zeros keep every rule but a range that leaves 0 out. Bytes of which no value can
    /// break the rule need no check.
    /// </summary>
    private static void Check(FeatureColumn column, ReadOnlySpan<int> rows, Span<float> copied, int stride, ValueRule rule, float min, float max)
    {
        if (column.Always(rule, min, max))
        {
            return;
        }

        bool allowsPadding = column.Size == stride || (min <= 0 && max >= 0);
        int block = allowsPadding ? rows.Length : 1;
        for (int start = 0; start < rows.Length; start += block)
        {
            if (ValueChecks.First(rule, copied.Slice(start * stride, (block - 1) * stride + column.Size), min, max) is >= 0 and var i)
            {
                int row = start + i / stride;
                throw Changed(
                    string.Create(CultureInfo.InvariantCulture, $"Column {column.Name}, row {rows[row]}, element {i % stride}"),
                    copied[row * stride + i % stride],
                    rule switch
                    {
                        ValueRule.Feature when min > float.NegativeInfinity || max < float.PositiveInfinity =>
                            string.Create(CultureInfo.InvariantCulture, $"features are finite and in [{min}, {max}]"),
                        ValueRule.Feature => "features are finite",
                        ValueRule.Probability => "targets are 0 to 1, or NaN where they are missing",
                        _ => "targets are finite, or NaN where they are missing",
                    });
            }
        }
    }

    private static InvalidOperationException Changed<T>(string place, T value, string rule)
        where T : IFormattable => new(string.Create(CultureInfo.InvariantCulture,
            $"{place}: {value}; {rule}. It was changed after the data set was checked: leave the memory of a data set alone while it is used."));

    private static FeatureColumn Features(Dataset data, string name) => (FeatureColumn)data.Find(name)!;
}
