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
    public void A_network_must_be_given() => Assert.Throws<ArgumentNullException>(() => SparsityReport.Of(null!));
}
