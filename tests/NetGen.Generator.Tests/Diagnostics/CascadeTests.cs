using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>One mistake, one diagnostic: nobody complains about what only follows from another mistake.</summary>
public class CascadeTests
{
    [Fact]
    public void What_reads_a_broken_layer_is_silent() => Mistake.In(
        "NG0102", "'Hidden' has 0 units, but Dense needs at least 1", """
        [Input(8)] public partial Layer Image { get; }
        [Dense([|0|]), Relu] public partial Layer Hidden { get; }
        [Dense(8, From = nameof(Hidden))] public partial Layer Next { get; }
        [Sum(nameof(Image), nameof(Hidden), nameof(Next)), SoftmaxCrossEntropy(Smoothing = 0.5f)] public partial Head Label { get; }
        """);

    [Fact]
    public void A_broken_input_does_not_leave_the_network_without_one() => Mistake.In(
        "NG0101", "'Image' has the shape [0], but an input needs at least one extent, each at least 1: [Input(784)] or [Input(28, 28, 1)]", """
        [Input([|0|])] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_layer_that_only_a_broken_one_reads_is_not_called_unused() => Mistake.In(
        "NG0205", "'Label' reads 'Hiden', but there is no value of that name: did you mean 'Hidden'?", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer Hidden { get; }
        [Dense(3, From = [|"Hiden"|]), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("Dense(3), [|SoftmaxCrossEntropy|]", "Layer X", "int", "NG0302")]
    [InlineData("Dense(3), [|Huber|]", "Layer X", "float", "NG0302")]
    [InlineData("Dense(3)", "Head [|X|]", "int", "NG0301")]
    [InlineData("Dense(3)", "Head [|X|]", "float", "NG0301")]
    public void Calls_of_a_network_with_a_broken_head_are_silent(string attributes, string declared, string target, string id) => Assert.Equal(id, Diagnosis.Diagnose($$"""
        using NetGen;

        [Network]
        public partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [{{attributes}}] public partial {{declared}} { get; }
        }

        public static class Use
        {
            public static void Run(Net net, float[] image, {{target}}[] x, float[] p)
            {
                net.Fit(Net.Data(image, x));
                net.TrainStep(image, x);
                net.Predict(image, p);
                net.Fgsm(image, x, 0.1f, image);
            }
        }
        """).Id);

    [Theory]
    [InlineData("Dense(3), [|MeanSquaredError|], Huber", "Layer", "NG0302")]
    [InlineData("Dense(3), Relu", "Head", "NG0301")]
    [InlineData("Dense(3), Dropout(0.5f), GaussianNoise(1), Gelu", "Head", "NG0301")]
    [InlineData("Dense(3), SoftmaxCrossEntropy, [|Relu|], Gelu", "Head", "NG0304")]
    [InlineData("Input(3), [|Relu|], Gelu", "Layer", "NG0304")]
    [InlineData("[|Input(3)|], SoftmaxCrossEntropy, Relu, Dropout(0.5f)", "Head", "NG0303")]
    [InlineData("Input(3), [|He|], Glorot", "Layer", "NG0306")]
    public void What_has_no_place_is_one_mistake_at_its_cause(string attributes, string type, string id)
    {
        string name = attributes.Contains("[|", StringComparison.Ordinal) ? "Value" : "[|Value|]";
        string reader = type == "Layer" ? "From = nameof(Value)" : "From = nameof(Image)";
        Assert.Equal(id, Diagnosis.Diagnose(Mistake.Source($$"""
            [Input(8)] public partial Layer Image { get; }
            [{{attributes}}] public partial {{type}} {{name}} { get; }
            [Dense(3, {{reader}}), SoftmaxCrossEntropy] public partial Head Label { get; }
            [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Other { get; }
            """)).Id);
    }

    [Theory]
    [InlineData("1_000_000_000", 2, "16,000,000,000")]
    [InlineData("1_000_000_000", 1, "16,000,000,000")]
    [InlineData("50_000_000", 2, "40,000,000,000")]
    public void A_batch_that_fits_no_memory_is_one_mistake(string batchSize, int inputs, string numbers) => Mistake.In(
        "NG0212",
        $"'Net' needs room for {numbers} numbers (BatchSize = {int.Parse(batchSize.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture)}), more than the 2,147,483,647 that one block of memory holds. Use fewer units, a smaller shape or a smaller batch.", $$"""
        [Input({{(batchSize == "50_000_000" ? 800 : 8)}})] public partial Layer Image { get; }
        {{(inputs == 1 ? "" : $"[Input({(batchSize == "50_000_000" ? 200 : 2)})] public partial Layer More {{ get; }}\n[Dense(3, From = nameof(More)), MeanSquaredError] public partial Head Other {{ get; }}")}}
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """, $"Network(BatchSize = [|{batchSize}|])");

    [Fact]
    public void An_attribute_of_the_class_that_CSharp_rejects_is_its_error_alone()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source(Mistake.Sound, "Network, Adam(1e400f)"));
        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(["CS0594"], compilation.CSharpDiagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Without_using_NetGen_only_CSharp_speaks()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($"[NetGen.Network] public partial class Net {{ {Mistake.Sound} }}");
        Assert.Empty(compilation.Diagnostics);
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Contains(d.Id, new[] { "CS0246", "CS9248" }));
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Equal("File0.cs", d.Location.SourceTree!.FilePath));
    }

    [Theory]
    [InlineData("Hiden", "did you mean 'Hidden'?")]
    [InlineData("hidden", "did you mean 'Hidden'?")]
    [InlineData("Hiddne", "did you mean 'Hidden'?")]
    [InlineData("Imag", "did you mean 'Image'?")]
    [InlineData("Convolution", "it can read 'Image', 'Hidden'")]
    public void A_name_that_is_nearly_right_is_completed(string name, string hint) => Mistake.In(
        "NG0205", $"'Label' reads '{name}', but there is no value of that name: {hint}", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer Hidden { get; }
        [Dense(3, From = [|"{{name}}"|]), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void Two_mistakes_are_two_diagnostics()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source("""
            [Input(8)] public partial Layer Image { get; }
            [Dense(0)] public partial Layer Hidden { get; }
            [Dense(3), Dropout(2), SoftmaxCrossEntropy] public partial Head Label { get; }
            """));
        Assert.Equal(["NG0102", "NG0305", "NG0103"], compilation.Diagnostics.Select(d => d.Id));
    }

    [Theory]
    [InlineData("[Dens(4)] public partial Layer Hidden { get; }", "CS0246")]
    [InlineData("[Dense] public partial Layer Hidden { get; }", "CS7036")]
    [InlineData("[Dense(\"4\")] public partial Layer Hidden { get; }", "CS1503")]
    [InlineData("[Dense(Size)] public partial Layer Hidden { get; } static int Size => 4;", "CS0182")]
    [InlineData("[Dense(4), Dense(5)] public partial Layer Hidden { get; }", "CS0579")]
    [InlineData("[Dense(4)] public partial Layer Net { get; }", "CS0542")]
    [InlineData("[Dense(4, From = nameof(Imagine))] public partial Layer Hidden { get; }", "CS0103")]
    public void What_the_compiler_reports_is_not_reported_again(string hidden, string id)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source($$"""
            [Input(8)] public partial Layer Image { get; }
            {{hidden}}
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            """));
        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(id, Assert.Single(compilation.CSharpDiagnostics.Select(d => d.Id).Distinct()));
    }

    /// <summary>Only a head over classes has labels to smooth: on the other losses the argument does not exist, and that is all one reads.</summary>
    [Theory]
    [InlineData("MeanSquaredError")]
    [InlineData("MeanAbsoluteError")]
    [InlineData("Huber")]
    [InlineData("BinaryCrossEntropy")]
    public void Nor_is_label_smoothing_where_there_are_no_classes(string loss)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source($$"""
            [Input(8)] public partial Layer Image { get; }
            [Dense(1), {{loss}}(Smoothing = 0.1f)] public partial Head Price { get; }
            """));
        Assert.Empty(compilation.Diagnostics);
        Diagnostic error = Assert.Single(compilation.CSharpDiagnostics);
        Assert.Equal(("CS0246", "Smoothing"), (error.Id, error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan)));
    }

    [Fact]
    public void Nor_is_a_type_that_does_not_exist() => Assert.Empty(NetworkCompilation.Compile(Mistake.Source("""
        [Input(8)] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Hed Label { get; }
        """)).Diagnostics);

    [Fact]
    public void Code_that_uses_a_faulty_network_goes_on_compiling()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("""
            using System;
            using NetGen;

            namespace Shop;

            [Network, Sgd(0.1f, Momentum = 0.9f), L1(1e-5f), WarmUp(10), Mixup(0.2f), AverageWeights(0.99f)]
            public partial class Net
            {
                [Input(8)] public partial Layer Image { get; }
                [Input(2)] internal partial Layer More { get; }
                [Dense(4), L2(1), Dropout(7)] public partial Layer Hidden { get; }
                [Dense(3), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
                [Dense(1), BinaryCrossEntropy] public partial Head Yes { get; }
                [Dense(1), Huber(Weight = 2)] public partial Head Price { get; }
            }

            public static class Use
            {
                public static void All(float[] x, int[] label)
                {
                    using Net net = new(new() { LearningRate = 1, Momentum = 0.5f, L1 = 0, WarmUpSteps = 3, MixupAlpha = 1, AverageDecay = 0.9f, HiddenL2 = 0, HiddenKeep = 1, LabelSmoothing = 0, PriceWeight = 1 }, seed: 1);
                    using var other = new Net(seed: 2);
                    Dataset data = Net.Data(x, x, label, x, x);
                    FitResult result = net.Fit(data, data, new FitOptions(), progress: null, cancellationToken: default);
                    double accuracy = net.Evaluate(data).Label.Accuracy + net.Evaluate(data).Yes.F1 + net.Evaluate(data).Price.RSquared + net.Evaluate(data).Loss;
                    float loss = net.TrainStep(x, x, label, x, x);
                    net.Predict(x, x, x, x, x);
                    net.PredictUncertain(x, x, samples: 20, x, x, priceMean: x, x, x, priceDeviation: x);
                    net.UseAveragedWeights();
                    net.Save("a");
                    net.Load("a");
                    net.Load("a", WeightLayout.PyTorch);
                    Console.WriteLine(net.Hidden.Name + net.Label.Loss + net.HyperparameterValues + loss + accuracy + result);
                    Trainer.Fit(net, data);
                }
            }
            """);
        Assert.Equal(["NG0103"], compilation.Diagnostics.Select(d => d.Id));
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("namespace Shop { partial class Outer<T> {", "} }")]
    public void A_failure_of_the_compiler_is_one_error_at_the_class(string before, string after)
    {
        string source = $"using NetGen;\n{before}\n[Network]\npublic partial class Net\n{{ {Mistake.Sound} }}\n{after}";
        Diagnostic error = Assert.Single(NetworkCompilation.DiagnosticsOfFailure(source, new InvalidOperationException("A list is empty.")));
        Assert.Equal(
            ("NG0001", "The network 'Net' could not be compiled because NetGen itself failed: InvalidOperationException: A list is empty."),
            (error.Id, error.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal("File0.cs", error.Location.GetLineSpan().Path);
        Assert.Equal("Net", source.Substring(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_failure_on_the_members_of_a_network_is_one_error_too()
    {
        Diagnostic[] sound = [.. NetworkCompilation.DiagnosticsOfFailure(Mistake.Source(Mistake.Sound), new InvalidOperationException("First."), alsoOnSurfaces: true)];
        Assert.Equal(("NG0001", "The network 'Net' could not be compiled because NetGen itself failed: InvalidOperationException: First."), NotOfCSharp(sound));
        Assert.All(sound, d => Assert.True(d.Id is "NG0001" or "CS9248", d.ToString())); // Without files the properties have no other halves.

        string faulty = Mistake.Source(Mistake.Sound.Replace("Dense(3)", "Dense(0)", StringComparison.Ordinal));
        Diagnostic[] ofFaulty = [.. NetworkCompilation.DiagnosticsOfFailure(faulty, new InvalidOperationException("Second."), alsoOnSurfaces: true)];
        Assert.Equal(("NG0001", "The network 'Net' could not be compiled because NetGen itself failed: InvalidOperationException: Second."), NotOfCSharp(ofFaulty));
        Assert.All(ofFaulty, d => Assert.True(d.Id is "NG0001" or "CS9248", d.ToString()));

        static (string, string) NotOfCSharp(Diagnostic[] diagnostics)
        {
            Diagnostic only = Assert.Single(diagnostics, d => !d.Id.StartsWith("CS", StringComparison.Ordinal));
            return (only.Id, only.GetMessage(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Running_a_faulty_network_says_what_is_wrong_with_it()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source("""
            [Input(8)] public partial Layer Image { get; }
            [Dense(0), Huber] public partial Head Label { get; }
            """));
        Assert.Contains("Net cannot run: its declaration has errors (NG0102).", Assert.Single(compilation.Generated).Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => compilation.Assembly);
    }
}
