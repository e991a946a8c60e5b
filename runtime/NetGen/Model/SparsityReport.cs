using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>How sparse the weights of a network are, and how large; the generated <c>Sparsity</c> makes it. Biases beside weights are not counted.</summary>
/// <param name="Network">The class's name.</param>
/// <param name="Layers">
/// One element for each layer with parameters, in declaration order: its weights or, if it has none, the factors of a scale or of a normalization.
/// </param>
public sealed record SparsityReport(string Network, ImmutableArray<LayerSparsity> Layers)
{
    /// <summary>Weights of the whole network.</summary>
    public int Weights => Layers.Sum(l => l.Weights);

    /// <summary>Weights of the whole network that are exactly 0.</summary>
    public int Zeros => Layers.Sum(l => l.Zeros);

    /// <summary>The share of the weights that are exactly 0, in [0, 1].</summary>
    public double ZeroShare => LayerSparsity.Share(Zeros, Weights);

    /// <summary>Counts and measures the weights of a network as they are now, in double and in one order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the network.</exception>
    public static SparsityReport Of(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkMemory memory = network.Memory;
        using NetworkMemory.Use use = memory.Enter();
        IEnumerable<ParameterInfo> counted = network.Schema.Parameters.GroupBy(p => p.Layer)
            .SelectMany(layer => layer.Any(p => p.IsWeight) ? layer.Where(p => p.IsWeight) : layer.Take(1));
        return new SparsityReport(network.Schema.Name, [.. counted.Select(p => LayerSparsity.Of(memory, p))]);
    }

    /// <summary>A table with a line for each layer and one for all, the same in every culture. Unread are inputs that have no weight but 0.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        int width = Layers.Select(l => l.Layer.Length).Append("layer".Length).Max();
        Line("layer".PadRight(width), "weights", "zeros", "share", "unread", "L1", "L2", "max norm");
        foreach (LayerSparsity l in Layers)
        {
            Line(l.Layer.PadRight(width), Count(l.Weights), Count(l.Zeros), Percent(l.ZeroShare), Count(l.ZeroInputs), Norm(l.L1), Norm(l.L2), Norm(l.MaxNorm));
        }

        Line("all".PadRight(width), Count(Weights), Count(Zeros), Percent(ZeroShare), "", "", "", "");
        return text.ToString().TrimEnd();

        void Line(string layer, string weights, string zeros, string share, string inputs, string l1, string l2, string max) => text.Append(
            string.Create(CultureInfo.InvariantCulture, $"{layer} {weights,11} {zeros,11} {share,7} {inputs,7} {l1,11} {l2,11} {max,11}").TrimEnd()).Append('\n');
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Norm(double norm) => norm.ToString("G5", CultureInfo.InvariantCulture);
}

/// <summary>How sparse the weights of one layer are, and how large: W [inputs, units] of a dense layer, the kernels of a layer that reads windows.</summary>
/// <param name="Layer">The property's name.</param>
/// <param name="Weights">How many there are.</param>
/// <param name="Zeros">How many are exactly 0.</param>
/// <param name="ZeroInputs">
/// How many inputs have no weight but 0: rows of a dense layer's W that proximal L1 has emptied, and channels that no kernel reads. A group
/// penalty brings them near 0, never there.
/// </param>
/// <param name="L1">Σ|w|.</param>
/// <param name="L2">√Σw².</param>
/// <param name="MaxNorm">
/// The largest norm √Σw² of the weights that enter one unit, which <c>MaxNorm</c> limits: a column of a dense layer's W, a filter, a filter at one
/// position of a locally connected layer.
/// </param>
public sealed record LayerSparsity(string Layer, int Weights, int Zeros, int ZeroInputs, double L1, double L2, double MaxNorm)
{
    /// <summary>The share of the weights that are exactly 0, in [0, 1].</summary>
    public double ZeroShare => Share(Zeros, Weights);

    internal static double Share(int zeros, int weights) => weights == 0 ? 0 : (double)zeros / weights;

    internal static LayerSparsity Of(NetworkMemory memory, ParameterInfo w)
    {
        (int zeros, double absolute) = (0, 0);
        double[] squares = new double[w.Units.CountOf(w.Columns)];
        bool[] isRead = new bool[w.Inputs.CountOf(w.Columns)];
        for (int row = 0; row < w.Rows; row++)
        {
            for (int column = 0; column < w.Columns; column++)
            {
                double weight = memory.Parameter(w.Offset + row * w.Stride + column);
                zeros += weight == 0 ? 1 : 0;
                isRead[w.Inputs.Of(row, column, w.Columns)] |= weight != 0;
                absolute += Math.Abs(weight);
                squares[w.Units.Of(row, column, w.Columns)] += weight * weight;
            }
        }

        int zeroInputs = isRead.Count(read => !read);
        return new LayerSparsity(w.Layer, w.Rows * w.Columns, zeros, zeroInputs, absolute, Math.Sqrt(squares.Sum()), Math.Sqrt(squares.Max()));
    }
}
