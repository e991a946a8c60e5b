namespace NetGen.Numerics.Tests;

/// <summary>The rows of one step: what a data set would supply.</summary>
/// <param name="Rows">n.</param>
internal sealed record Batch(int Rows)
{
    /// <summary>x [n, size] of each input.</summary>
    public Dictionary<string, Tensor> Inputs { get; init; } = [];

    /// <summary>A class label for each row of each head that has labels; −1 is missing.</summary>
    public Dictionary<string, int[]> Labels { get; init; } = [];

    /// <summary>t [n, units] of each other head; a row with a NaN is missing.</summary>
    public Dictionary<string, Tensor> Targets { get; init; } = [];

    /// <summary>Whether a head has its target in a row.</summary>
    public bool IsPresent(string head, int row) => Labels.TryGetValue(head, out int[]? labels)
        ? labels[row] >= 0
        : Enumerable.Range(0, Targets[head].Columns).All(column => !double.IsNaN(Targets[head][row, column]));

    /// <summary>One row as a batch of its own.</summary>
    public Batch Only(int row)
    {
        var only = new Batch(1);
        foreach ((string name, Tensor x) in Inputs)
        {
            only.Inputs[name] = Tensor.Fill(1, x.Columns, (_, j) => x[row, j]);
        }

        foreach ((string name, int[] labels) in Labels)
        {
            only.Labels[name] = [labels[row]];
        }

        foreach ((string name, Tensor t) in Targets)
        {
            only.Targets[name] = Tensor.Fill(1, t.Columns, (_, j) => t[row, j]);
        }

        return only;
    }
}
