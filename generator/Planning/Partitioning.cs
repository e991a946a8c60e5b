namespace NetGen.Generator.Planning;

/// <summary>What threads divide a kernel by. Each element is computed by one thread, in the same way whichever it is.</summary>
internal enum Partitioning
{
    /// <summary>Rows of the batch, eight at a time.</summary>
    Rows,

    /// <summary>Columns of the output, a block or some vectors at a time.</summary>
    Columns,

    /// <summary>Rows of a weight matrix, some at a time.</summary>
    Inputs,
}
