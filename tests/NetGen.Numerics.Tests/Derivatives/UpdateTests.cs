using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>Each optimizer's graph, interpreted over several steps, against its textbook formula written out for one number.</summary>
public sealed class UpdateTests
{
    private const double Rate = 0.03, Decay = 0.25, Lambda = 0.5;
    private const int Steps = 6;

    /// <summary>An optimizer as a book has it: p and g of step t (from 1), and the memory s that it keeps from step to step.</summary>
    private delegate double Textbook(double p, double g, int t, double[] s);

    /// <summary>Each optimizer with arguments of its own, the direction p moves against, before η and decay, and what a steady g is divided by in it.</summary>
    private static readonly (string Name, (string, double)[] Arguments, Textbook Direction, Textbook Metric)[] Books =
    [
        ("Sgd", [], (p, g, t, s) => g, (p, g, t, s) => 1),
        ("Sgd", [("Momentum", 0.75)], (p, g, t, s) => s[0] = 0.75 * s[0] + g, (p, g, t, s) => 0.25),
        ("Sgd", [("Momentum", 0.75), ("Nesterov", 1)], (p, g, t, s) =>
        {
            s[0] = 0.75 * s[0] + g;
            return g + 0.75 * s[0];
        }, (p, g, t, s) => 0.25),
        ("RmsProp", [("Rho", 0.75), ("Epsilon", 0.125)], (p, g, t, s) =>
        {
            s[0] = 0.75 * s[0] + 0.25 * g * g;
            return g / (Math.Sqrt(s[0]) + 0.125);
        }, (p, g, t, s) => Math.Sqrt(s[0]) + 0.125),
        ("Adam", [("Beta1", 0.75), ("Beta2", 0.875), ("Epsilon", 0.125)], Adam, AdamMetric),
        ("AdamW", [("Beta1", 0.75), ("Beta2", 0.875), ("Epsilon", 0.125), ("Decay", 0.5)], Adam, AdamMetric),
    ];

    public static TheoryData<string, bool, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool, bool>();
            foreach (string book in Books.Select(TitleOf))
            {
                cases.Add(book, false, false);
                cases.Add(book, true, false);
                cases.Add(book, false, true);
                cases.Add(book, true, true);
            }

            return cases;
        }
    }

    public static TheoryData<string> All => [.. Books.Select(TitleOf)];

    [Fact]
    public void Every_optimizer_of_the_catalogue_has_its_textbook_here() =>
        Assert.Empty(Catalogue.Optimizers.Select(o => o.Attribute).Except(Books.Select(b => b.Name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_update_follows_its_textbook_formula(string book, bool decays, bool shrinks)
    {
        (string name, (string, double)[] arguments, Textbook direction, Textbook metric) = Books.Single(b => TitleOf(b) == book);
        Optimizer optimizer = Bound.Optimizer(name, [("LearningRate", Rate), .. arguments]);
        var graph = new NetworkGraph();
        Node p = graph.Add(new Parameter("Layer", DenseLayer.Weight, new[] { 2, 3 }.ToEquatable(), default, Generator.Ops.Initialization.Zero));
        Node g = graph.Add(new Parameter("Gradient", DenseLayer.Weight, new[] { 2, 3 }.ToEquatable(), default, Generator.Ops.Initialization.Zero));
        optimizer.Update(new ParameterUpdate(graph, p, g, decays ? graph.Constant((float)Decay) : null, shrinks ? graph.Constant((float)Lambda) : null));

        var random = new Random(7);
        var world = new World(Seed: 0) { Batch = new Batch(1), LearningRate = Rate };
        foreach (Hyperparameter hyperparameter in graph.Hyperparameters)
        {
            world.Hyperparameters.Add(hyperparameter.Name, hyperparameter.Default);
        }

        Tensor expected = Tensor.Fill(2, 3, (_, _) => random.NextDouble() - 0.5);
        world.Parameters[("Layer", "weight")] = expected.Copy();
        double[][] memory = [.. Enumerable.Range(0, 6).Select(_ => new double[2])];
        for (int step = 1; step <= Steps; step++)
        {
            world.Step = step;
            // One weight has no gradient in the first steps, as that of a dark pixel.
            Tensor gradient = Tensor.Fill(2, 3, (i, j) => (i, j) == (1, 1) && step < 4 ? 0 : random.NextDouble() - 0.5);
            world.Parameters[("Gradient", "weight")] = gradient;
            new Interpreter(world).Run(graph);

            for (int i = 0; i < 6; i++)
            {
                double old = expected.Values[i];
                double move = direction(old, gradient.Values[i], step, memory[i]);
                double moved = old - Rate * (move + (decays ? Decay * old : 0));
                double limit = name == "Sgd" ? double.PositiveInfinity : 1 + Math.Abs(move);
                double threshold = Rate * Math.Min(Lambda / metric(old, gradient.Values[i], step, memory[i]), limit);
                expected.Values[i] = shrinks ? Functions.SoftThreshold(moved, threshold) : moved;
                Assert.Equal(expected.Values[i], world.Parameters[("Layer", "weight")].Values[i], 1e-14);
            }
        }
    }

    /// <summary>Of ½(p − b)² + λ·|p| the minimum is b, shrunk by λ; a gradient that is not that of λ·|p| everywhere would leave p elsewhere.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void A_proximal_penalty_brings_every_optimizer_to_the_minimum_of_the_objective(string book)
    {
        (string name, (string, double)[] arguments, _, _) = Books.Single(b => TitleOf(b) == book);
        Optimizer optimizer = Bound.Optimizer(name, [("LearningRate", Rate), .. arguments]);
        var graph = new NetworkGraph();
        Node p = graph.Add(new Parameter("Layer", DenseLayer.Weight, new[] { 1, 4 }.ToEquatable(), default, Generator.Ops.Initialization.Zero));
        Node b = graph.Add(new Parameter("Minimum", DenseLayer.Weight, new[] { 1, 4 }.ToEquatable(), default, Generator.Ops.Initialization.Zero));
        optimizer.Update(new ParameterUpdate(graph, p, p - b, Decay: null, graph.Constant((float)Lambda)));

        double[] minima = [1.5, -0.75, 0.375, -0.25];
        var world = new World(Seed: 0) { Batch = new Batch(1), LearningRate = Rate };
        foreach (Hyperparameter hyperparameter in graph.Hyperparameters)
        {
            world.Hyperparameters.Add(hyperparameter.Name, hyperparameter.Default);
        }

        world.Parameters[("Layer", "weight")] = Tensor.Fill(1, 4, (_, j) => 0.5 - 0.25 * j);
        world.Parameters[("Minimum", "weight")] = Tensor.Fill(1, 4, (_, j) => minima[j]);
        for (int step = 1; step <= 5000; step++)
        {
            world.Step = step;
            new Interpreter(world).Run(graph);
        }

        Tensor rested = world.Parameters[("Layer", "weight")];
        Assert.Equal([1, -0.25], rested.Values[..2].ToArray(), (expected, actual) => Math.Abs(expected - actual) < 1e-9);
        Assert.Equal([0, 0], rested.Values[2..].ToArray());
    }

    /// <summary>
    /// The penalty is stronger than the gradient, whether it pushes away from 0 or toward it, so that the weight rests at 0: also with an ε
    /// of next to nothing, and with β₁ = β₂, where no step of Adam is longer than η.
    /// </summary>
    [Theory]
    [InlineData("RmsProp", "Rho", 0.9, "Epsilon", 1e-7)]
    [InlineData("Adam", "Beta1", 0.9, "Beta2", 0.999)]
    [InlineData("Adam", "Beta1", 0.9, "Beta2", 0.9)]
    public void A_weight_whose_gradient_is_weaker_than_the_penalty_goes_to_0_by_at_least_the_rate_and_stays(
        string name, string first, double one, string second, double other)
    {
        Optimizer optimizer = Bound.Optimizer(name, ("LearningRate", Rate), (first, one), (second, other));
        var graph = new NetworkGraph();
        Node p = graph.Add(new Parameter("Layer", DenseLayer.Weight, new[] { 1, 5 }.ToEquatable(), default, Generator.Ops.Initialization.Zero));
        Node g = graph.Add(new Parameter("Gradient", DenseLayer.Weight, new[] { 1, 5 }.ToEquatable(), default, Generator.Ops.Initialization.Zero));
        optimizer.Update(new ParameterUpdate(graph, p, g, Decay: null, graph.Constant((float)Lambda)));

        double[] gradients = [-0.45, 1e-6, 0, -1e-6, 0.45];
        var world = new World(Seed: 0) { Batch = new Batch(1), LearningRate = Rate };
        foreach (Hyperparameter hyperparameter in graph.Hyperparameters)
        {
            world.Hyperparameters.Add(hyperparameter.Name, hyperparameter.Default);
        }

        world.Parameters[("Layer", "weight")] = Tensor.Fill(1, 5, (_, _) => 0.5);
        world.Parameters[("Gradient", "weight")] = Tensor.Fill(1, 5, (_, j) => gradients[j]);
        for (int step = 1; step <= 400; step++)
        {
            world.Step = step;
            new Interpreter(world).Run(graph);
            Tensor now = world.Parameters[("Layer", "weight")];
            double slowest = Math.Max(0, 0.5 - Rate * step);
            Assert.Equal(slowest, now.Values[2], 1e-6);
            Assert.All(Enumerable.Range(1, 3), j => Assert.InRange(now.Values[j], 0, slowest + 1e-6));
        }

        Assert.Equal(new double[5], world.Parameters[("Layer", "weight")].Values.ToArray());
    }

    /// <summary><c>Sgd(Momentum, Nesterov)</c>.</summary>
    private static string TitleOf((string Name, (string Argument, double)[] Arguments, Textbook, Textbook) book) =>
        $"{book.Name}({string.Join(", ", book.Arguments.Select(a => a.Argument))})";

    /// <summary>Kingma and Ba 2015, Algorithm 1.</summary>
    private static double Adam(double p, double g, int t, double[] s)
    {
        s[0] = 0.75 * s[0] + (1 - 0.75) * g;
        s[1] = 0.875 * s[1] + (1 - 0.875) * g * g;
        double first = s[0] / (1 - Math.Pow(0.75, t)), second = s[1] / (1 - Math.Pow(0.875, t));
        return first / (Math.Sqrt(second) + 0.125);
    }

    private static double AdamMetric(double p, double g, int t, double[] s) => Math.Sqrt(s[1] / (1 - Math.Pow(0.875, t))) + 0.125;
}
