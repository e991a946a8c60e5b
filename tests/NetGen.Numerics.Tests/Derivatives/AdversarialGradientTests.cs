using NetGen.Generator;
using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Ops;
using NetGen.Generator.Passes;

namespace NetGen.Numerics.Tests;

/// <summary>The gradient of (1 − w)·E(x) + w·E(x′) + Σ λΩ against differences with x′ held fixed; bounds as in <see cref="GradientTests"/>.</summary>
public sealed class AdversarialGradientTests
{
    private const double Tolerance = 1e-6;

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach ((string topology, int t) in Topologies.Names.Select((name, i) => (name, i)))
            {
                foreach ((string loss, int i) in Ingredients.Losses.Select((l, i) => (l, i)))
                {
                    cases.Add(topology, loss, 1 + (t + i) % 2 * 2);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_what_differences_measure_with_the_adversarial_rows_held_fixed(string topology, string loss, int steps)
    {
        foreach ((string activation, int seed) in Ingredients.Activations.Select((a, i) => (a, i)))
        {
            var filling = new Filling { Activation = activation, Loss = loss, Dropout = "Dropout(0.7f)", Penalty = seed % 2 == 0 ? "L2(0.05f)" : "" };
            NetworkText network = Topologies.Of(topology)(Network(steps), filling);
            NetworkModel model = Models.Of(network);
            Derivation unfused = new(model, fused: false), fused = new(model, fused: true);
            World world = unfused.Smooth(model, rows: 3, seed, missing: 0.2);
            Interpreter before = new(world), after = new(world);
            foreach (((Node parameter, Node gradient), (_, Node same)) in unfused.Gradients.Zip(fused.Gradients))
            {
                Tensor measured = FiniteDifferences.Gradient(world, unfused.Objective, (Parameter)parameter.Op);
                Assert.True(GradientTests.Difference(measured, before.Of(gradient)) <= Tolerance,
                    $"∂/∂{parameter.Op}\nmeasured {measured}\nderived {before.Of(gradient)}\n{network}");
                Assert.True(GradientTests.Difference(before.Of(gradient), after.Of(same)) <= 1e-12, $"Fusion changed ∂/∂{parameter.Op} of\n{network}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Adversarial_rows_raise_the_clean_loss_within_epsilon_and_the_range_whatever_their_weight(int steps)
    {
        var rows = new List<double[]>();
        foreach (string weight in steps == 1 ? ["0f", "0.3f", "1f"] : new[] { "0.1f", "0.3f", "1f" })
        {
            NetworkText network = new NetworkText("Net", 8, $"AdversarialTraining(Epsilon = 0.25f, Weight = {weight}, Steps = {steps})")
                .Layer("X", "Input(6, Min = -0.8f, Max = 0.8f)", "Dropout(0.7f)").Layer("A", "Dense(9)", "Tanh", "Dropout(0.7f)")
                .Head("Out", "Dense(3)", "SoftmaxCrossEntropy");
            NetworkModel model = Models.Of(network);
            var derivation = new Derivation(model, fused: true);
            World world = derivation.Smooth(model, rows: 5, seed: 2);
            Tensor x = world.Batch.Inputs["X"] = Tensor.Fill(5, 6, (i, j) => Math.Clamp(world.Batch.Inputs["X"][i, j], -0.8, 0.8));
            Interpreter.Perturb(world, derivation.Graph, steps);
            Tensor perturbed = world.Perturbed["X"];
            Assert.All(Enumerable.Range(0, 30), i =>
                Assert.InRange(perturbed.Values[i], Math.Max(-0.8f, x.Values[i] - 0.25) - 1e-7, Math.Min(0.8f, x.Values[i] + 0.25) + 1e-7));

            // With x′ in the place of x, the clean loss is higher.
            double Loss(World w) => new Interpreter(w).Of(derivation.Graph.Effects.Single(e => e.Kind == EffectKind.Loss).Value).Scalar;
            double before = Loss(world);
            World moved = world.Fork() with { Batch = new Batch(5) { Inputs = new() { ["X"] = perturbed }, Labels = world.Batch.Labels } };
            Assert.True(Loss(moved) > 1.05 * before);
            rows.Add(perturbed.Values.ToArray());
        }

        Assert.All(rows, r => Assert.Equal(rows[0], r));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_random_start_is_followed_by_all_steps_and_draws_for_each_update(int steps)
    {
        var filling = new Filling { Activation = "Tanh", Loss = "SoftmaxCrossEntropy", Dropout = "Dropout(0.7f)" };
        NetworkModel model = Models.Of(Topologies.Chain(Network(steps, randomStart: true), filling));
        var derivation = new Derivation(model, fused: true);
        Assert.Equal(steps + 1, derivation.Steps);
        World world = derivation.Smooth(model, rows: 3, seed: 2);
        string input = model.Inputs.First().Name;
        Tensor x = world.Batch.Inputs[input], last = world.Perturbed[input];
        Interpreter.Perturb(world, derivation.Graph, steps: 1);
        Tensor start = world.Perturbed[input];
        Assert.All(Enumerable.Range(0, x.Values.Length), i => Assert.InRange(start.Values[i] - x.Values[i], -0.2f - 1e-7, 0.2f + 1e-7));
        Assert.NotEqual(start.Values.ToArray(), last.Values.ToArray());
        world.Step++;
        Interpreter.Perturb(world, derivation.Graph, steps: 1);
        Assert.NotEqual(start.Values.ToArray(), world.Perturbed[input].Values.ToArray());
        world.Step--;
        world.Perturbed[input] = last;
        var interpreter = new Interpreter(world);
        foreach ((Node parameter, Node gradient) in derivation.Gradients)
        {
            Tensor measured = FiniteDifferences.Gradient(world, derivation.Objective, (Parameter)parameter.Op);
            Assert.True(GradientTests.Difference(measured, interpreter.Of(gradient)) <= Tolerance, $"∂/∂{parameter.Op}");
        }
    }

    [Fact]
    public void Only_what_the_updates_need_is_computed()
    {
        NetworkModel model = Models.Of(Topologies.Chain(Network(1), new Filling { Activation = "Relu", Loss = "SoftmaxCrossEntropy" }));
        Node[] live = [.. Compiler.TrainingGraph(model).Live()];

        // One weight product for each of two layers, both kinds of rows in it; back through the head twice, through the first layer once, for x′.
        Assert.Equal(2, live.Count(n => n.Op is TransposedProduct));
        Assert.All(live.Where(n => n.Op is TransposedProduct), n => Assert.Equal(2, Generator.Ops.Accumulation.TermsOf(n).Count()));
        Assert.All(live.Where(n => n.Op is ReduceBatch), n => Assert.Equal(2, Generator.Ops.Accumulation.TermsOf(n).Count()));
        Assert.Equal(3, live.Count(n => n.Op is ProductWithTransposed));
        Assert.Equal(4, live.Count(n => n.Op is Product));
        Assert.Single(live, n => n.Op is ReduceToScalar);
    }

    [Fact]
    public void A_parameter_used_by_several_nodes_gathers_its_gradients_in_one_product_in_a_fixed_order()
    {
        var graph = new NetworkGraph { Section = new CodeSection("A", Phase.Forward) };
        Node x = graph.Add(new Input("X", TensorType.Batch(4))), y = graph.Add(new Input("Y", TensorType.Batch(4)));
        Node w = graph.Add(new Parameter("A", DenseLayer.Weight, new[] { 4, 4 }.ToEquatable(), default, Generator.Ops.Initialization.Zero)).Named("w");
        Node b = graph.Add(new Parameter("A", DenseLayer.BiasRole, new[] { 4 }.ToEquatable(), default, Generator.Ops.Initialization.Zero)).Named("b");
        Node Apply(Node input) => graph.Add(new Tanh(), graph.Add(new Product(), input, w) + b);
        Node sum = Apply(Apply(x)) + Apply(y);
        Node objective = graph.Add(new ReduceToScalar(), graph.Add(new ReduceFeatures(), sum * sum));
        graph.Add(new Effect(EffectKind.Objective, "", objective));
        var gradients = Differentiate.Run(graph);
        Assert.Equal(2, gradients.Count);
        Assert.All(gradients, g => Assert.Equal(3, Generator.Ops.Accumulation.TermsOf(g.Gradient).Count()));

        var random = new Random(3);
        Tensor Fill(int rows) => Tensor.Fill(rows, 4, (_, _) => Batches.Between(random, -0.8, 0.8));
        var world = new World(0) { Batch = new Batch(3) { Inputs = new() { ["X"] = Fill(3), ["Y"] = Fill(3) } } };
        (world.Parameters[("A", "weight")], world.Parameters[("A", "bias")]) = (Fill(4), Fill(1));
        var interpreter = new Interpreter(world);
        Assert.All(gradients, g =>
        {
            Tensor measured = FiniteDifferences.Gradient(world, objective, (Parameter)g.Parameter.Op);
            Assert.True(GradientTests.Difference(measured, interpreter.Of(g.Gradient)) < Tolerance);
        });
    }

    private static NetworkText Network(int steps, bool randomStart = false) =>
        new("Net", 4, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"AdversarialTraining(Epsilon = 0.2f, Weight = 0.3f, Steps = {steps}{(randomStart ? ", RandomStart = true" : "")})"));
}
