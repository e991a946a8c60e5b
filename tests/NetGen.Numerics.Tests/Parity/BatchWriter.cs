namespace NetGen.Numerics.Tests;

/// <summary>Writes batches to where a data set copies its rows.</summary>
internal static class BatchWriter
{
    /// <summary>Fills the first rows with the batch, and every other row, which nothing may read, with noise.</summary>
    public static void WriteTo(this Batch batch, INetwork network)
    {
        NetworkMemory memory = network.Memory;
        NetworkSchema schema = network.Schema;
        for (int row = 0; row < schema.BatchSize; row++)
        {
            bool isRow = row < batch.Rows;
            for (int i = 0; i < schema.Inputs.Length; i++)
            {
                Fill(memory.InputRow(i, row), isRow ? batch.Inputs[schema.Inputs[i].Name] : null, row);
            }

            for (int h = 0; h < schema.Heads.Length; h++)
            {
                HeadInfo head = schema.Heads[h];
                if (head.HasLabels)
                {
                    memory.Labels(h)[row] = isRow ? batch.Labels[head.Name][row] : int.MaxValue;
                }
                else
                {
                    Fill(memory.TargetRow(h, row), isRow ? batch.Targets[head.Name] : null, row);
                }
            }
        }
    }

    private static void Fill(Span<float> to, Tensor? from, int row)
    {
        for (int j = 0; j < to.Length; j++)
        {
            to[j] = from is not null ? (float)from[row, j] : (row + j) % 2 == 0 ? float.NaN : -1e30f;
        }
    }
}
