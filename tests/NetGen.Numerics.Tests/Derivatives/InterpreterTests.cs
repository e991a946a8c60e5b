using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>The interpreter's own functions against published values, and its promise to know every operation.</summary>
public sealed class InterpreterTests
{
    // Abramowitz & Stegun, table 7.1, and DLMF 7.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1, 0.8427007929497149)]
    [InlineData(-2, -0.9953222650189527)]
    [InlineData(5.9, 1)]
    [InlineData(7, 1)]
    public void Erf_has_its_tabulated_values(double x, double expected) => Assert.Equal(expected, Functions.Erf(x), 1e-15);

    [Fact]
    public void Softplus_joins_its_asymptotes_without_a_step()
    {
        foreach (double x in new[] { -36.0, 36.0 })
        {
            Assert.Equal(Functions.Softplus(x * (1 - 1e-12)), Functions.Softplus(x * (1 + 1e-12)), 1e-9);
        }

        Assert.Equal(Math.Log(2), Functions.Softplus(0), 1e-15);
    }

    [Fact]
    public void Softmax_of_large_numbers_stays_a_distribution()
    {
        var graph = new Generator.Graph.NetworkGraph();
        Generator.Graph.Node p = graph.Add(new Softmax(), graph.Add(new Input("X", 3)));
        var world = new World(Seed: 0) { Batch = new Batch(1) { Inputs = { ["X"] = Tensor.Fill(1, 3, (_, j) => 1000 + j) } } };
        Tensor value = new Interpreter(world).Of(p);
        double sum = 1 + Math.Exp(-1) + Math.Exp(-2);
        Assert.Equal(Math.Exp(-2) / sum, value[0, 0], 1e-15);
        Assert.Equal(1 / sum, value[0, 2], 1e-15);
    }
}
