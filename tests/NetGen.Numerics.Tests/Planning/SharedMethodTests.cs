using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NetGen.Generator;
using NetGen.Generator.Emission;
using NetGen.Generator.Kernels;
using NetGen.Generator.Planning;

namespace NetGen.Numerics.Tests.Planning;

/// <summary>Layers that are alike share emitted methods, and compute what they would with methods of their own.</summary>
public sealed class SharedMethodTests
{
    private const int Unshared = int.MaxValue;

    /// <summary>Networks that together hold every kernel template and whatever a method takes.</summary>
    private static string[] Copied => ["ClassWeights", "NoiseBeforeDropout", "Scaled", "RobustByNorm", "AveragedLimits", "RobustBlends"];

    /// <summary>Names that begin or end like others, or are what is made of others: a gradient, a row that is changed, a hyperparameter.</summary>
    private static readonly string[] Alike = ["A", "Ab", "AbRelu", "Hidden", "HiddenNoisy", "HiddenKeep", "DHidden", "Z", "Dz"];

    /// <summary>Every part of a network four times, a deep one, and one of names that are alike.</summary>
    private static readonly NetworkText[] Networks =
        [.. Cases.Extras.Where(network => Copied.Contains(network.Name)).Select(Fourfold), Deep(20), Named("NamedAlike", "D", Alike)];

    private static readonly Lazy<Compiled> Shared = new(() => new Compiled(Networks)), Apart = new(() => new Compiled(Networks, Unshared));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Theory]
    [MemberData(nameof(All))]
    public void A_network_that_shares_methods_has_the_bits_of_one_that_does_not(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        int seed = @case.IndexIn(Networks);
        Agree(Shared.Value.Pair(network, seed), Apart.Value.Pair(network, seed), network);
    }

    [Theory]
    [InlineData("Deep")]
    [InlineData("NamedAlike")]
    public void Layers_that_share_methods_agree_with_the_interpreter(string name)
    {
        NetworkText network = Networks.Single(network => network.Name == name);
        using var comparison = new Comparison(Shared.Value.Pair(network, seed: 3), seed: 3, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(3);
        comparison.Evaluate(network.BatchSize);
        comparison.Evaluate(1);
    }

    [Fact]
    public void Whatever_a_network_has_four_times_has_one_method()
    {
        foreach (NetworkText network in Cases.Networks.Select(Fourfold))
        {
            Plan plan = Compiler.Plan(Models.Of(network));
            IEnumerable<Kernel> apart = plan.TrainingKernels.Concat(plan.Predict).Concat(plan.PredictSingleRow).Concat(plan.Measure).Concat(plan.StochasticPass)
                .Concat(plan.AttackStep)
                .Where(kernel => kernel.Method is not { Kernels.Count: >= 4 });
            Assert.Equal("", string.Join(", ", apart.Select(kernel => $"{network.Name}: {kernel.Name}").Distinct()
                .Except([$"{network.Name}: NormOfGradients"])));
            Assert.Empty(KernelMethods.Unlike(plan));
        }
    }

    [Theory]
    [InlineData("Adam(0.01f)", "L2(0.01f)", "L2(0.02f)")]
    [InlineData("Sgd(0.1f)", "L1(0.01f)", "L1(0.02f)")]
    [InlineData("Sgd(0.1f)", "GroupLasso(0.01f)", "GroupLasso(0.02f)")]
    [InlineData("Sgd(0.1f)", "MaxNorm(3)", "MaxNorm(2)")]
    [InlineData("Sgd(0.1f)", "GaussianPrior(2)", "GaussianPrior(1)")]
    [InlineData("Sgd(0.1f)", "LaplacePrior(2)", "LaplacePrior(1)")]
    [InlineData("Sgd(0.1f)", "Decay(0.01f)", "Decay(0.02f)")]
    [InlineData("AdamW(0.01f)", "", "Decay(0.02f)")]
    public void A_layer_with_a_hyperparameter_of_its_own_shares_no_method_with_those_that_have_the_class_s(string optimizer, string ofClass, string own)
    {
        NetworkText network = new NetworkText("Mixed", 8, [.. new[] { optimizer, ofClass }.Where(attribute => attribute.Length > 0)]).Layer("X", "Input(8)");
        for (int i = 0; i < 7; i++)
        {
            network.Layer(string.Create(CultureInfo.InvariantCulture, $"H{i}"),
                [.. new[] { "Dense(8)", "Relu", i == 3 ? own : "" }.Where(attribute => attribute.Length > 0)]);
        }

        network.Head("Out", "Dense(2)", "SoftmaxCrossEntropy");
        Plan plan = Compiler.Plan(Models.Of(network));

        Assert.Empty(KernelMethods.Unlike(plan));
        Assert.Contains(plan.Step, kernel => kernel.Method is not null);
        Assert.NotEmpty(NetworkEmitter.Emit(plan));
    }

    [Fact]
    public void Layers_whose_names_are_alike_share_the_methods_that_others_share()
    {
        string[] others = [.. Alike.Select((_, i) => Numbered("Layer", i))];

        Assert.Equal(Methods(Named("NamedApart", "Input", others)), Methods(Named("NamedAlike", "D", Alike)));

        static IEnumerable<string> Methods(NetworkText network)
        {
            Plan plan = Compiler.Plan(Models.Of(network));
            Assert.Empty(KernelMethods.Unlike(plan));
            return plan.AllKernels.Select(kernel => kernel.Method).OfType<KernelMethod>().Distinct()
                .Select(method => string.Create(CultureInfo.InvariantCulture, $"{method.Name} of {method.Kernels.Count}")).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public void Three_layers_have_a_method_each() => Assert.All(Compiler.Plan(Models.Of(Plain(3))).Step, kernel => Assert.Null(kernel.Method));

    [Fact]
    public void Twenty_equal_layers_are_emitted_in_at_most_1_6_times_the_bytes_of_two()
    {
        int two = BytesOf(Plain(2)), twenty = BytesOf(Plain(20));
        Assert.True(twenty <= 1.6 * two, string.Create(CultureInfo.InvariantCulture, $"{twenty} bytes are {(double)twenty / two:F2} times {two}"));
    }

    private static int BytesOf(NetworkText network) => Compiler.Compile(Models.Of(network)).Sum(file => Encoding.UTF8.GetByteCount(file.Text));

    private static void Agree(Pair one, Pair other, NetworkText text)
    {
        using (one)
        using (other)
        {
            Batch[] batches = [.. Enumerable.Range(0, 3).Select(i =>
                Batches.Of(Models.Of(text), Math.Max(1, text.BatchSize - i * text.BatchSize / 3), seed: i, missing: 0.1))];
            foreach (Batch batch in batches)
            {
                SameBits.Check(text.Name, other.StepNetwork(batch), one.StepNetwork(batch));
                SameBits.Check(text.Name, RecordedBits.OutcomeOf(other, batch), RecordedBits.OutcomeOf(one, batch));
                SameBits.Check(text.Name, RecordedBits.OutcomeOf(other, batch.Only(0)), RecordedBits.OutcomeOf(one, batch.Only(0)));
                for (int pass = 0; pass < 2 && one.Twin.IsRandom; pass++)
                {
                    SameBits.Check(text.Name, other.SampleNetwork(batch, pass), one.SampleNetwork(batch, pass));
                }
            }
        }
    }

    /// <summary>A network side by side with three copies of itself.</summary>
    private static NetworkText Fourfold(NetworkText network)
    {
        var fourfold = new NetworkText($"{network.Name}Fourfold", network.BatchSize, network.OnClass);
        for (int copy = 0; copy < 4; copy++)
        {
            fourfold.Values.AddRange(network.Values.Select(value => value with
            {
                Name = Named(value.Name),
                Attributes = [.. value.Attributes.Select(attribute =>
                    Regex.Replace(attribute, @"nameof\((\w+)\)", match => $"nameof({Named(match.Groups[1].Value)})"))],
            }));

            string Named(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}{(char)('P' + copy)}");
        }

        return fourfold;
    }

    /// <summary>Equal layers with a mask, in training by everything that acts on weights.</summary>
    private static NetworkText Deep(int layers)
    {
        var network = new NetworkText("Deep", 10, "Adam(0.01f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "GradientClipping(Norm = 0.5f)",
            "AverageWeights(0.7f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.6f, Steps = 2)");
        network.Layer("X", "Input(17)");
        for (int i = 0; i < layers; i++)
        {
            network.Layer(Numbered("H", i), "Dense(17)", "Tanh", "L2(0.01f)", "MaxNorm(0.9f)", "Dropout(0.9f)");
        }

        return network.Head("Y", "Dense(3)", "SoftmaxCrossEntropy");
    }

    /// <summary>Layers of an adversarial network with a mask and noise, half of them without an activation; each reads the one before, the last the first too.</summary>
    private static NetworkText Named(string network, string input, string[] names)
    {
        var text = new NetworkText(network, 10, "Adam(0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.6f)").Layer(input, "Input(17)", "GaussianNoise(0.1f)");
        foreach ((int i, string name) in names.Index())
        {
            string activation = i % 2 == 0 ? "Relu" : "Identity";
            text.Layer(name, [.. new[] { "Dense(17)", activation, "L1(0.01f)", "GaussianPrior(2)", "Dropout(0.9f)" }.Where(a => a != "Identity")]);
        }

        return text.Layer("Both", $"Sum(nameof({names[0]}), nameof({names[^1]}))").Head("Y", "Dense(3)", "SoftmaxCrossEntropy");
    }

    private static NetworkText Plain(int layers)
    {
        var network = new NetworkText("Plain", 32, "Adam(1e-3f)");
        network.Layer("X", "Input(64, Min = 0, Max = 1)");
        for (int i = 0; i < layers; i++)
        {
            network.Layer(Numbered("H", i), "Dense(64)", "Relu", "L2(1e-4f)", "Dropout(0.8f)");
        }

        return network.Head("Label", "Dense(10)", "SoftmaxCrossEntropy");
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
