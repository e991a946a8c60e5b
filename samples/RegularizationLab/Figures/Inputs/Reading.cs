using System.Numerics.Tensors;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>What a trained network reads of the image.</summary>
/// <param name="Norms">For each pixel the norm of the weights that leave it, as a share of the largest.</param>
/// <param name="Gone">Of the weights between pixels and units that remain, the share that is gone: below a hundredth of the largest.</param>
/// <param name="Validation">Its score on the validation rows.</param>
/// <param name="Test">Its score on the test rows.</param>
internal sealed record Reading(double[] Norms, double Gone, Score Validation, Score Test)
{
    /// <summary>What is below this share of the largest counts as gone.</summary>
    public const double Least = .01;

    public static Reading Of(Workbench bench, Penalties penalties, int seed)
    {
        using IReader network = Readers.Create(bench, penalties, seed);
        network.Threads = 1;
        Trainer.Fit(network, bench.Train, options: new FitOptions { Epochs = bench.Plan.Epochs });

        var weights = new float[network.Hidden.Weights.FlattenedLength];
        network.Hidden.Weights.FlattenTo(weights);
        int units = (int)network.Hidden.Weights.Lengths[1];
        return new Reading(Relative(Rows(weights, units)), GoneWithin(weights, units), Score.Of(network, bench.Validation), Score.Of(network, bench.Test));
    }

    /// <summary>The share of these pixels whose weights have faded as a whole.</summary>
    public double Faded(IEnumerable<int> pixels) => pixels.Select(pixel => Norms[pixel] < Least ? 1.0 : 0.0).DefaultIfEmpty(0).Average();

    /// <summary>The share of the weights that is gone, without whole rows (pixels) and whole columns (units) that are.</summary>
    /// <param name="weights">[pixels, units].</param>
    /// <param name="units">The number of columns.</param>
    public static double GoneWithin(float[] weights, int units)
    {
        float least = (float)Least * Math.Abs(TensorPrimitives.MaxMagnitude<float>(weights));
        int[] rows = Remaining(Rows(weights, units)), columns = Remaining(Columns(weights, units));
        return rows.SelectMany(row => columns.Select(column => Math.Abs(weights[row * units + column]) < least ? 1.0 : 0.0)).DefaultIfEmpty(0).Average();
    }

    private static float[][] Rows(float[] weights, int units) => [.. weights.Chunk(units)];

    private static float[][] Columns(float[] weights, int units) =>
        [.. Enumerable.Range(0, units).Select(unit => Enumerable.Range(0, weights.Length / units).Select(row => weights[row * units + unit]).ToArray())];

    private static int[] Remaining(float[][] groups) => [.. Relative(groups).Index().Where(group => group.Item >= Least).Select(group => group.Index)];

    /// <summary>The norm of each group as a share of the largest; 0 if all are 0.</summary>
    private static double[] Relative(float[][] groups)
    {
        double[] norms = [.. groups.Select(group => (double)TensorPrimitives.Norm<float>(group))];
        double largest = norms.Max();
        return [.. norms.Select(norm => largest == 0 ? 0 : norm / largest)];
    }
}
