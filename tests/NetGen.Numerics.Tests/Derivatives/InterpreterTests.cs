using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>The interpreter's own functions against published values, and its promise to know every operation.</summary>
public sealed class InterpreterTests
{
    // Abramowitz & Stegun, tables 26.1 and 26.2; the last by mpmath.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.84134474606854293)]
    [InlineData(-2, 0.022750131948179207)]
    [InlineData(-3, 0.0013498980316300945)]
    [InlineData(6, 0.99999999901341230)]
    [InlineData(-13, 6.1171643995497e-39)]
    public void The_normal_distribution_has_its_tabulated_values(double x, double expected) => Assert.Equal(1, Functions.NormalCdf(x) / expected, 1e-13);

    [Fact]
    public void The_two_formulas_of_the_normal_distribution_meet_without_a_step() =>
        Assert.Equal(1, Functions.NormalCdf(-2.5 * (1 - 1e-15)) / Functions.NormalCdf(-2.5 * (1 + 1e-15)), 1e-12);

    // The right values by mpmath: none may lose a digit to 1 + x, 1 − p or 1 − tanh².
    [Fact]
    public void Small_values_keep_their_relative_accuracy()
    {
        Same(1.8048513878454153e-35, Functions.Softplus(-80));
        Same(9.3576229688397368e-14, Functions.Softplus(-30));
        Same(Math.Log(2), Functions.Softplus(0));
        Same(1.8048513878454153e-35, Functions.SigmoidSlope(80));
        Same(1.3029954128830085e-69, Functions.TanhSlope(-80));
        Same(-1e-17, Functions.Elu(-1e-17, 1));
        Same(-0.00099950016662500845, Functions.Elu(-1e-3, 1));
        Same(-1.8048513878454153e-35, Functions.SigmoidMinusTarget(80, 1));
        Same(1.8048513878454153e-35, Functions.BinaryCrossEntropy(80, 1));

        static void Same(double expected, double actual) => Assert.Equal(1, actual / expected, 1e-13);
    }

    [Fact]
    public void Softmax_of_large_numbers_stays_a_distribution()
    {
        var graph = new Generator.Graph.NetworkGraph();
        Generator.Graph.Node p = graph.Add(new Softmax(), graph.Add(new Input("X", Generator.Graph.TensorType.Batch(3))));
        var world = new World(Seed: 0) { Batch = new Batch(1) { Inputs = { ["X"] = Tensor.Fill(1, 3, (_, j) => 1000 + j) } } };
        Tensor value = new Interpreter(world).Of(p);
        double sum = 1 + Math.Exp(-1) + Math.Exp(-2);
        Assert.Equal(Math.Exp(-2) / sum, value[0, 0], 1e-15);
        Assert.Equal(1 / sum, value[0, 2], 1e-15);
    }
}
