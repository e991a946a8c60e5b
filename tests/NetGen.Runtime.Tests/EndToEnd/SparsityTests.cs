using System.Globalization;

namespace NetGen.Tests.EndToEnd;

public class SparsityTests
{
    [Fact]
    public void Zeros_and_norms_are_counted_layer_by_layer()
    {
        using var net = new Penalized(seed: 1);
        net.Hidden.Weights.Clear();
        (net.Hidden.Weights[1, 0], net.Hidden.Weights[1, 2]) = (3, -4);
        SparsityReport report = net.Sparsity();

        Assert.Equal(["Hidden", "Y"], report.Layers.Select(l => l.Layer));
        Assert.Equal(new LayerSparsity("Hidden", Weights: 6, Zeros: 4, ZeroInputs: 1, L1: 7, L2: 5, MaxNorm: 4), report.Layers[0]);
        Assert.Equal(4 / 6.0, report.Layers[0].ZeroShare);
        Assert.Equal((9, 4, 4 / 9.0), (report.Weights, report.Zeros, report.ZeroShare));
    }

    [Fact]
    public void Its_text_is_a_table_that_reads_the_same_everywhere()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        using var net = new Penalized(seed: 1);
        net.Hidden.Weights.Clear();
        net.Y.Weights.Clear();
        net.Hidden.Weights[1, 0] = 1.5f;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", PercentDecimalSeparator = "," } };
            Assert.Equal(
                """
                layer      weights       zeros   share  unread          L1          L2    max norm
                Hidden           6           5  83.3 %       1         1.5         1.5         1.5
                Y                3           3 100.0 %       3           0           0           0
                all              9           8  88.9 %
                """.ReplaceLineEndings("\n"),
                net.Sparsity().ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_unit_of_a_locally_connected_layer_is_a_filter_at_one_position()
    {
        using Kinds network = new(seed: 1);
        network.Own.Weights.Clear();
        (network.Own.Weights[0, 0, 1], network.Own.Weights[0, 35, 1], network.Own.Weights[8, 0, 1]) = (3, -4, 4);
        Assert.Equal(new LayerSparsity("Own", Weights: 9 * 36 * 4, Zeros: 9 * 36 * 4 - 3, ZeroInputs: 7, L1: 11, L2: Math.Sqrt(41), MaxNorm: 5), Of(network, "Own"));
    }

    [Fact]
    public void Filters_of_a_transposed_convolution_are_among_its_rows()
    {
        using Kinds network = new(seed: 1);
        network.Wide.Weights.Clear();
        (network.Wide.Weights[0, 0, 2, 1], network.Wide.Weights[2, 1, 2, 3], network.Wide.Weights[0, 0, 1, 1]) = (3, -4, 4);
        Assert.Equal(new LayerSparsity("Wide", Weights: 180, Zeros: 177, ZeroInputs: 2, L1: 11, L2: Math.Sqrt(41), MaxNorm: 5), Of(network, "Wide"));
    }

    [Fact]
    public void A_filter_of_a_depthwise_convolution_reads_one_channel()
    {
        using Kinds network = new(seed: 1);
        network.Deep.Weights.Clear();
        (network.Deep.Weights[0, 0, 1, 0], network.Deep.Weights[2, 1, 1, 0], network.Deep.Weights[0, 0, 1, 1]) = (3, -4, 4);
        Assert.Equal(new LayerSparsity("Deep", Weights: 36, Zeros: 33, ZeroInputs: 2, L1: 11, L2: Math.Sqrt(41), MaxNorm: 5), Of(network, "Deep"));
    }

    [Fact]
    public void An_input_of_a_convolution_is_a_channel()
    {
        using Windowed network = new(seed: 1);
        network.Edges.Weights.Clear();
        (network.Edges.Weights[0, 0, 0, 1], network.Edges.Weights[2, 1, 0, 1], network.Edges.Weights[1, 1, 0, 2]) = (3, -4, 4);
        LayerSparsity edges = Of(network, "Edges");
        Assert.Equal((edges.Weights - 3, 0, 11.0, 5.0), (edges.Zeros, edges.ZeroInputs, edges.L1, edges.MaxNorm));
    }

    [Fact]
    public void A_layer_without_weights_is_one_line_of_factors()
    {
        using Leveled network = new(seed: 1);
        Assert.Equal(["Means", "Y"], network.Sparsity().Layers.Select(l => l.Layer));
        Assert.Equal(new LayerSparsity("Means", Weights: 3, Zeros: 0, ZeroInputs: 0, L1: 3, L2: Math.Sqrt(3), MaxNorm: 1), Of(network, "Means"));
    }

    private static LayerSparsity Of(INetwork network, string layer) => SparsityReport.Of(network).Layers.Single(l => l.Layer == layer);

    [Fact]
    public void A_network_must_be_given() => Assert.Throws<ArgumentNullException>(() => SparsityReport.Of(null!));
}

/// <summary>A normalization behind a layer without weights.</summary>
[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class Leveled
{
    [Input(4, 2, 3)] public partial Layer Image { get; }
    [GlobalAveragePool, BatchNorm] public partial Layer Means { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}
