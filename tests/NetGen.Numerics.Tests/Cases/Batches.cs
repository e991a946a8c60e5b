using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>Random batches for a model, the same for the same seed. Every number is a float, so that both twins start alike.</summary>
internal static class Batches
{
    /// <param name="model">Whose inputs and heads to fill.</param>
    /// <param name="rows">n.</param>
    /// <param name="seed">Of the numbers.</param>
    /// <param name="missing">The probability that a target is missing.</param>
    public static Batch Of(NetworkModel model, int rows, int seed, double missing = 0)
    {
        var random = new Random(seed);
        var batch = new Batch(rows);
        foreach (ValueModel input in model.Inputs)
        {
            batch.Inputs[input.Name] = Tensor.Fill(rows, input.Size, (_, _) => Between(random, -1, 1));
        }

        foreach (ValueModel head in model.Heads)
        {
            if (head.Loss!.HasLabels)
            {
                batch.Labels[head.Name] = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < missing ? -1 : random.Next(head.Size))];
            }
            else
            {
                // Cross-entropy needs targets in [0, 1]; the others take any.
                double low = head.Loss.Kind == "BinaryCrossEntropy" ? 0 : -1;
                Tensor target = Tensor.Fill(rows, head.Size, (_, _) => Between(random, low, 1));
                for (int row = 0; row < rows; row++)
                {
                    if (random.NextDouble() < missing)
                    {
                        target[row, random.Next(head.Size)] = double.NaN;
                    }
                }

                batch.Targets[head.Name] = target;
            }
        }

        return batch;
    }

    /// <summary>A parameter's numbers as they may be: a variance is positive.</summary>
    public static Tensor Parameter(string role, Tensor drawn) => role == "runningVariance" ? Tensor.Fill(drawn.Rows, drawn.Columns, (i, j) => (float)(0.1 + Math.Abs(drawn[i, j]))) : drawn;

    public static double Between(Random random, double low, double high) => (float)(low + (high - low) * random.NextDouble());
}
