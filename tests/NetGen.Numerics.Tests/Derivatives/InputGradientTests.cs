using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>The gradients toward inputs against central differences of each row's own loss; bounds as in <see cref="GradientTests"/>.</summary>
public sealed class InputGradientTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string, string> TopologiesAndLosses => GradientTests.TopologiesAndLosses;

    [Theory]
    [MemberData(nameof(TopologiesAndLosses))]
    public void Every_shape_of_graph_has_the_input_gradient_that_differences_measure(string topology, string loss)
    {
        foreach ((string activation, int seed) in Ingredients.Activations.Select((a, i) => (a, i)))
        {
            // Dropout and penalties are there to be ignored.
            var filling = new Filling { Activation = activation, Loss = loss, Dropout = "Dropout(0.7f)", Penalty = "L2(0.05f)" };
            NetworkText network = Topologies.Of(topology)(new NetworkText("Net", 8), filling);
            NetworkModel model = Models.Of(network);
            Derivation unfused = new(model, fused: false, isAttack: true), fused = new(model, fused: true, isAttack: true);
            World world = unfused.Smooth(model, rows: 3, seed, missing: 0.3);
            Interpreter before = new(world), after = new(world);
            Assert.Equal(unfused.Gradients.Select(g => g.Parameter.Op), fused.Gradients.Select(g => g.Parameter.Op));
            foreach (((Node input, Node gradient), (_, Node same)) in unfused.Gradients.Zip(fused.Gradients))
            {
                Tensor measured = FiniteDifferences.Gradient(world, unfused.Objective, world.Batch.Inputs[((Input)input.Op).Value]);
                Assert.True(GradientTests.Difference(measured, before.Of(gradient)) <= Tolerance,
                    $"∂E/∂{input.Name}\nmeasured {measured}\nderived {before.Of(gradient)}\n{network}");
                Assert.True(GradientTests.Difference(before.Of(gradient), after.Of(same)) <= 1e-13, $"Fusion changed ∂E/∂{input.Name} of\n{network}");
            }
        }
    }

    [Fact]
    public void The_gradient_of_a_row_does_not_depend_on_the_rows_beside_it()
    {
        NetworkModel model = Models.Of(Topologies.TwoHeads(new NetworkText("Net", 8), new Filling { Activation = "Tanh", Loss = "SoftmaxCrossEntropy" }));
        var derivation = new Derivation(model, fused: true, isAttack: true);
        World world = derivation.Smooth(model, rows: 5, seed: 4);
        Tensor together = new Interpreter(world).Of(derivation.Gradients.Single().Gradient);
        for (int row = 0; row < 5; row++)
        {
            Tensor alone = new Interpreter(world with { Batch = world.Batch.Only(row) }).Of(derivation.Gradients.Single().Gradient);
            Assert.All(Enumerable.Range(0, alone.Columns), j => Assert.Equal(alone[0, j], together[row, j], 1e-14));
        }
    }
}
