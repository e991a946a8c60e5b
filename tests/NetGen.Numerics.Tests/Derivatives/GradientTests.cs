using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Derived gradients against central differences, and fused against unfused. The differences are off by h² times a third derivative
/// (10⁻¹⁰) and the constants of erf by half a float ulp (10⁻⁷ of a gradient): a bound of 10⁻⁶ of the largest gradient is loose for both
/// and 10⁴ times too tight for a factor of 1 %.
/// </summary>
public sealed class GradientTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Losses => [.. Ingredients.Losses];

    public static TheoryData<string, string> TopologiesAndLosses
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string topology in Topologies.Names)
            {
                foreach (string loss in Ingredients.Losses)
                {
                    cases.Add(topology, loss);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Every_activation_penalty_and_dropout_has_the_gradient_that_differences_measure(string loss)
    {
        int seed = 0;
        foreach (string activation in Ingredients.Activations)
        {
            foreach (string penalty in Ingredients.Penalties)
            {
                foreach (string dropout in Ingredients.Dropouts)
                {
                    var filling = new Filling { Activation = activation, Loss = loss, Penalty = penalty, Dropout = dropout };
                    Check(Topologies.Chain(new NetworkText("Net", 4), filling), rows: 3, ++seed);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(TopologiesAndLosses))]
    public void Every_shape_of_graph_has_the_gradient_that_differences_measure(string topology, string loss)
    {
        foreach (int[] row in AllPairs.Of(Ingredients.Activations.Length, Ingredients.Penalties.Length, Ingredients.NetworkPenalties.Length,
            Ingredients.Dropouts.Length))
        {
            var filling = new Filling
            {
                Activation = Ingredients.Activations[row[0]],
                Loss = loss,
                Penalty = Ingredients.Penalties[row[1]],
                Dropout = Ingredients.Dropouts[row[3]],
            };
            Check(Topologies.Of(topology)(new NetworkText("Net", 4, Ingredients.NetworkPenalties[row[2]]), filling), rows: 2, seed: row[0] + 10 * row[1]);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Rows_without_a_target_add_nothing_and_are_not_counted(string loss)
    {
        foreach (double missing in new[] { 0.5, 1 })
        {
            foreach (int topology in Enumerable.Range(0, Topologies.All.Length))
            {
                var filling = new Filling { Activation = "Tanh", Loss = loss, Dropout = "Dropout(0.7f)", Penalty = "L2(0.05f)" };
                Check(Topologies.All[topology](new NetworkText("Net", 8), filling), rows: 5, seed: topology, missing);
            }
        }
    }

    [Fact]
    public void Elements_that_fit_no_topology_have_the_gradient_that_differences_measure() => Assert.All(ExtraNetworks.All, network =>
    {
        Check(network, rows: 4, seed: 3);
        Check(network, rows: 3, seed: 4, missing: 0.4);
    });

    [Fact]
    public void A_gradient_off_by_one_percent_would_fail()
    {
        NetworkModel model = Models.Of(Topologies.Chain(new NetworkText("Net", 4), new Filling { Penalty = "L2(0.06f)" }));
        var derivation = new Derivation(model, fused: true);
        World world = derivation.Smooth(model, rows: 3, seed: 1);
        (Node parameter, Node gradient) = derivation.Gradients[0];
        Tensor expected = FiniteDifferences.Gradient(world, derivation.Objective, (Parameter)parameter.Op);
        world.Hyperparameters["HiddenL2"] *= 1.01;
        Assert.True(Difference(expected, new Interpreter(world).Of(gradient)) > 100 * Tolerance);
    }

    private static void Check(NetworkText network, int rows, int seed, double missing = 0)
    {
        NetworkModel model = Models.Of(network);
        var unfused = new Derivation(model, fused: false);
        var fused = new Derivation(model, fused: true);
        World world = unfused.Smooth(model, rows, seed, missing);
        Assert.Equal(unfused.Gradients.Select(g => g.Parameter.Op), fused.Gradients.Select(g => g.Parameter.Op));
        Interpreter before = new(world), after = new(world);
        Assert.Equal(before.Of(unfused.Objective).Scalar, after.Of(fused.Objective).Scalar, 1e-13);

        foreach (((Node parameter, Node gradient), (_, Node same)) in unfused.Gradients.Zip(fused.Gradients))
        {
            Tensor measured = FiniteDifferences.Gradient(world, unfused.Objective, (Parameter)parameter.Op);
            Assert.True(Difference(measured, before.Of(gradient)) <= Tolerance,
                $"∂E/∂{parameter.Op}\nmeasured {measured}\nderived {before.Of(gradient)}\n{network}");
            Assert.True(Difference(before.Of(gradient), after.Of(same)) <= 1e-13, $"Fusion changed ∂E/∂{parameter.Op} of\n{network}");
        }
    }

    /// <summary>The largest difference, relative to the largest gradient (or to 10⁻³ where there is hardly any).</summary>
    internal static double Difference(Tensor a, Tensor b)
    {
        Assert.Equal((a.Rows, a.Columns), (b.Rows, b.Columns));
        double largest = 1e-3, difference = 0;
        for (int i = 0; i < a.Values.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(a.Values[i]));
            difference = Math.Max(difference, Math.Abs(a.Values[i] - b.Values[i]));
        }

        return double.IsNaN(difference) ? double.PositiveInfinity : difference / largest;
    }
}
