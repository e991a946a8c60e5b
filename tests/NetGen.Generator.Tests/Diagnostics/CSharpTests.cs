using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Parsing;
using NetGen.Generator.Surface;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What the class and its properties must be as C#.</summary>
public class CSharpTests
{
    private const string SameMethod = "the network has a method of that name with these parameters";

    private const string Everywhere = "every network has a member of that name";

    [Fact]
    public void A_network_class_is_partial() => Mistake.InSource(
        "NG0002", "'Net' must be partial, so that its training code can be added to it: 'public partial class Net'", """
        using NetGen;

        [Network]
        public class [|Net|]
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """, "CS0260", "CS0751");

    [Fact]
    public void It_is_not_generic() => Mistake.InSource(
        "NG0003", "'Net<T, U>' cannot be generic: a network's shapes are constants and its parameters floats. Remove <T, U>.", $$"""
        using NetGen;

        [Network]
        public partial class [|Net|]<T, U>
            where T : class
        {
        {{Mistake.Sound}}
        }
        """);

    [Fact]
    public void What_contains_it_is_partial() => Mistake.InSource(
        "NG0004", "'Middle', which contains the network 'Net', must be partial too, so that the other half of 'Net' can be written inside it", $$"""
        using NetGen;

        public partial class Outer
        {
            public struct Middle
            {
                [Network]
                public partial class [|Net|]
                {
                {{Mistake.Sound}}
                }
            }
        }
        """, "CS0260");

    [Theory]
    [InlineData("partial record", "a record", "")]
    [InlineData("partial record class", "a record", "(int Seed)")]
    [InlineData("abstract partial class", "abstract", "")]
    [InlineData("partial class", "derived from 'Exception'", " : System.Exception")]
    public void It_is_a_plain_class(string keywords, string form, string rest) => Mistake.InSource(
        "NG0005", $"'Net' is {form}, but a network must be a plain class with no base class: 'public partial class Net'", $$"""
        using NetGen;

        [Network]
        public {{keywords}} [|Net|]{{rest}}
        {
        {{Mistake.Sound}}
        }
        """);

    [Fact]
    public void It_is_not_static() => Mistake.InSource(
        "NG0005", "'Net' is static, but a network must be a plain class with no base class: 'public partial class Net'", """
        using NetGen;

        [Network]
        public static partial class [|Net|]
        {
            [Input(8)] public static partial Layer Image { get; }
            [Dense(3), SoftmaxCrossEntropy] public static partial Head Label { get; }
        }
        """);

    [Fact]
    public void It_is_not_local_to_its_file() => Mistake.InSource(
        "NG0005", "'Net' is local to its file, but a network must be a plain class with no base class: 'partial class Net'", $$"""
        using NetGen;

        [Network]
        file partial class [|Net|]
        {
        {{Mistake.Sound}}
        }
        """, "CS9248");

    [Fact]
    public void It_may_implement_interfaces()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($$"""
            using NetGen;

            public interface IModel;

            [Network]
            public partial class Net : IModel
            {
            {{Mistake.Sound}}
            }
            """);
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Fact]
    public void A_value_is_partial() => Mistake.In(
        "NG0006", "'Hidden' must be partial, so that the compiler can implement it: 'public partial Layer Hidden { get; }'", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public Layer [|Hidden|] { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("{ get; set; }", "declared with { get; set; }")]
    [InlineData("{ get; init; }", "declared with { get; init; }")]
    [InlineData("{ set; }", "declared with { set; }")]
    public void A_value_has_no_setter(string accessors, string form) => Mistake.In(
        "NG0007", $"'Hidden' is {form}, but a value is written once and implemented by the compiler: 'public partial Layer Hidden {{ get; }}'", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer [|Hidden|] {{accessors}}
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_value_is_not_static() => Mistake.In(
        "NG0007", "'Hidden' is static, but a value is written once and implemented by the compiler: 'public partial Layer Hidden { get; }'", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public static partial Layer [|Hidden|] { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_value_is_not_implemented_by_hand() => Mistake.In(
        "NG0007", "'Hidden' is implemented, but a value is written once and implemented by the compiler: 'public partial Layer Hidden { get; }'", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer [|Hidden|] { get; }
        public partial Layer Hidden { get => Image; }
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Fact]
    public void A_value_is_no_indexer() => Mistake.In(
        "NG0007", "'this[]' is an indexer, but a value is written once and implemented by the compiler: 'public partial Layer Name { get; }'", """
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public Layer [|this|][int i] => Image;
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("int")]
    [InlineData("Layer?")]
    [InlineData("Dataset")]
    public void A_value_is_a_Layer_or_a_Head(string type) => Mistake.In(
        "NG0008", $"'Hidden' is of type '{type}', but a value is a Layer (other values may read it) or a Head (an output with a loss): 'public partial Layer Hidden {{ get; }}'", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial {{type}} [|Hidden|] { get; }
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("public [|Net|]() { }")]
    [InlineData("public [|Net|](int seed) : this(seed, 0) { } public Net(int seed, int more) : this(new Hyperparameters(), seed) { }")]
    public void A_constructor_goes_through_an_emitted_one(string constructor) => Mistake.InSource(
        "NG0009",
        "This constructor of 'Net' would leave the network without memory or repeat an emitted one. Call an emitted one first, ': this(seed: 0)', and take other parameters than (int) or (Hyperparameters, int).",
        Mistake.Source(Mistake.Sound + "\n" + constructor));

    [Fact]
    public void A_primary_constructor_does_not() => Mistake.InSource(
        "NG0009",
        "This constructor of 'Net' would leave the network without memory or repeat an emitted one. Call an emitted one first, ': this(seed: 0)', and take other parameters than (int) or (Hyperparameters, int).", $$"""
        using NetGen;

        [Network]
        public partial class Net[|(string name)|]
        {
            public string Name => name;
        {{Mistake.Sound}}
        }
        """);

    [Theory]
    [InlineData("Predict", Everywhere)]
    [InlineData("Fit", Everywhere)]
    [InlineData("Evaluate", Everywhere)]
    [InlineData("Data", Everywhere)]
    [InlineData("TrainStep", Everywhere)]
    [InlineData("Save", Everywhere)]
    [InlineData("Load", Everywhere)]
    [InlineData("Dispose", Everywhere)]
    [InlineData("Hyperparameters", Everywhere)]
    [InlineData("HyperparameterValues", Everywhere)]
    [InlineData("Evaluation", Everywhere)]
    [InlineData("Layout", Everywhere)]
    [InlineData("Fgsm", Everywhere)]
    [InlineData("Pgd", Everywhere)]
    [InlineData("InputGradient", Everywhere)]
    [InlineData("PredictUncertain", Everywhere)]
    [InlineData("Uncertain", "with it 'PredictUncertain' would have two meanings")]
    [InlineData("Penalty", Everywhere)]
    [InlineData("Sparsity", Everywhere)]
    [InlineData("TrainingExamples", Everywhere)]
    [InlineData("UseAveragedWeights", Everywhere)]
    [InlineData("ConstrainImage", "the compiler gives it to what it emits for 'Image'")]
    [InlineData("AverageImageWeights", "the compiler gives it to what it emits for 'Image'")]
    [InlineData("ForwardImage", "the compiler gives it to what it emits for 'Image'")]
    [InlineData("UpdateLabelWeights2", "the compiler gives it to what it emits for 'Label'")]
    public void A_value_cannot_take_an_emitted_name(string name, string owner) => Mistake.In(
        "NG0010", $"The name '{name}' is taken: {owner}. Rename it.", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer [|{{name}}|] { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("AverageWeights(0.99f)", "Average", "Layer", "Decay(0.1f)", "AverageDecay", "[Decay] of 'Average' and that of [AverageWeights]")]
    [InlineData("AdversarialTraining(Weight = 0.5f)", "Adversarial", "Head", "MeanSquaredError(Weight = 3)", "AdversarialWeight", "[MeanSquaredError] of 'Adversarial' and that of [AdversarialTraining]")]
    public void A_value_cannot_have_a_hyperparameter_that_the_network_has(string onNetwork, string name, string type, string own, string hyperparameter, string owners) => Mistake.In(
        "NG0010", $"The name '{name}' is taken: with it the hyperparameter '{hyperparameter}' would have two meanings, that of the {owners}. Rename it.", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4), {{own}}] public partial {{type}} [|{{name}}|] { get; }
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        [Dense(3{{(type == "Layer" ? $", From = nameof({name})" : ", From = nameof(Image)")}}), SoftmaxCrossEntropy] public partial Head Other { get; }
        """, $"Network, {onNetwork}");

    [Theory]
    [InlineData("AverageWeights(0.99f)", "Average", "Layer", "L2(0.1f)")]
    [InlineData("L2(0.1f)", "Average", "Layer", "Decay(0.1f)")]
    [InlineData("AdversarialTraining", "Adversarial", "Head", "MeanSquaredError")]
    [InlineData("Sgd(0.1f)", "Adversarial", "Head", "MeanSquaredError(Weight = 3)")]
    [InlineData("Mixup(0.2f), GradientClipping(Norm = 1)", "Mixup", "Head", "MeanSquaredError(Weight = 3)")]
    public void But_it_can_take_the_name_of_what_the_network_has_if_all_hyperparameters_differ(string onNetwork, string name, string type, string own)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source($$"""
            [Input(8)] public partial Layer Image { get; }
            [Dense(4), {{own}}] public partial {{type}} {{name}} { get; }
            [Dense(3{{(type == "Layer" ? "" : ", From = nameof(Image)")}}), SoftmaxCrossEntropy] public partial Head Label { get; }
            """, $"Network, {onNetwork}"));
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Theory]
    [InlineData("Schema")]
    [InlineData("Memory")]
    [InlineData("Part")]
    [InlineData("RowPart")]
    public void But_it_can_take_a_name_that_only_resembles_one(string name)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source($$"""
            [Input(8)] public partial Layer {{name}} { get; }
            [Dense(4)] public partial Layer {{name}}2 { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head {{name}}3 { get; }
            """));
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Theory]
    [InlineData("Loss")]
    [InlineData("Clone")]
    [InlineData("Deconstruct")]
    [InlineData("EqualityContract")]
    [InlineData("PrintMembers")]
    public void A_head_cannot_have_a_name_of_the_evaluations(string name) => Mistake.In(
        "NG0010", $"The name '{name}' is taken: the result of Evaluate has a property for each head, and a member of that name already. Rename it.", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head [|{{name}}|] { get; }
        """);

    [Theory]
    [InlineData("Layer", "Equals")]
    [InlineData("Layer", "ToString")]
    [InlineData("Layer", "GetType")]
    [InlineData("Layer", "Finalize")]
    [InlineData("Head", "GetHashCode")]
    [InlineData("Head", "Equals")]
    public async Task Nor_can_a_value_have_an_inherited_one_and_CSharp_does_not_say_so_again(string type, string name)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(Mistake.Source($$"""
            [Input(8)] public partial Layer Image { get; }
            [Dense(4){{(type == "Head" ? ", MeanSquaredError" : "")}}] public partial {{type}} {{name}} { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            """));
        Assert.Equal($"The name '{name}' is taken: every class inherits a member of that name. Rename it.", Assert.Single(compilation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error).GetMessage(CultureInfo.InvariantCulture));
        CompilationWithAnalyzers analyzed = compilation.Full.WithAnalyzers([new HiddenMemberSuppressor()]);
        Assert.Empty((await analyzed.GetAllDiagnosticsAsync()).Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed));
    }

    [Fact]
    public async Task What_hides_an_inherited_member_elsewhere_is_still_warned_of()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("public class Other { public int ToString { get; } }");
        CompilationWithAnalyzers analyzed = compilation.Full.WithAnalyzers([new HiddenMemberSuppressor()]);
        Assert.Equal(["CS0108"], (await analyzed.GetAllDiagnosticsAsync()).Where(d => !d.IsSuppressed).Select(d => d.Id));
    }

    [Theory]
    [InlineData("public void [|Predict|](System.ReadOnlySpan<float> x, System.Span<float> y) { }", "Predict", SameMethod)]
    [InlineData("public static string? [|Save|](string? name) => name;", "Save", SameMethod)]
    [InlineData("public void Load(int slot) { } public void [|Load|](string file) { }", "Load", SameMethod)]
    [InlineData("public void [|Load|](string file, WeightLayout layout) { } public void Load(int slot) { }", "Load", SameMethod)]
    [InlineData("private int [|Threads|](int least) => least;", "Threads", Everywhere)]
    [InlineData("private float[] [|_memory|] = [];", "_memory", Everywhere)]
    [InlineData("public event System.Action? [|Fit|] { add { } remove { } }", "Fit", Everywhere)]
    [InlineData("public int [|Evaluation|] { get; set; }", "Evaluation", Everywhere)]
    [InlineData("public enum [|Layout|] { }", "Layout", Everywhere)]
    [InlineData("void [|BackwardLabel|]() { }", "BackwardLabel", "the compiler gives it to what it emits for 'Label'")]
    public void Nor_can_another_member(string member, string name, string owner) => Mistake.In(
        "NG0010", $"The name '{name}' is taken: {owner}. Rename it.", $"{Mistake.Sound}\n{member}");

    [Theory]
    [InlineData("ForwardDense", "Dense")]
    [InlineData("UpdateDenseWeights2", "Dense")]
    public void Nor_can_it_take_the_name_of_a_method_that_layers_share(string name, string kind) => Mistake.In(
        "NG0010", $"The name '{name}' is taken: the compiler gives it to what it emits for '{kind}'. Rename it.", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] public partial Layer A { get; }
        [Dense(4)] public partial Layer B { get; }
        [Dense(4)] public partial Layer C { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        private void [|{{name}}|]() { }
        """);

    [Theory]
    [InlineData("public float[] Predict(float[] row) => row;")]
    [InlineData("public void Predict(ref System.ReadOnlySpan<float> x, System.Span<float> y) => Predict(x, y);")]
    [InlineData("public void Predict<T>(System.ReadOnlySpan<float> x, System.Span<float> y) => Predict(x, y);")]
    [InlineData("public void Predict(System.ReadOnlySpan<float> x, System.Span<double> y) { }")]
    [InlineData("public void Fit(int epochs) => Fit(null!, options: new FitOptions { Epochs = epochs });")]
    [InlineData("public void Save() => Save(\"net\"); public void Load() => Load(\"net\"); public void Load(params string[] parts) { }")]
    [InlineData("public void Evaluate(Dataset data, string title) => System.Console.WriteLine(title + Evaluate(data));")]
    [InlineData("public static Dataset Data(float[][] rows, int[] labels) => Data(rows[0], labels);")]
    [InlineData("protected virtual void Dispose(bool disposing) { } public int Sparsity(string name) => name.Length; public float TrainStep() => 0;")]
    [InlineData("public void Pgd(System.ReadOnlySpan<float> image, System.ReadOnlySpan<int> label, float epsilon, float stepSize, int steps, System.Span<float> adversarial, bool targeted = false) { }")]
    [InlineData("public void Fgsm(float[] x) { } public void InputGradient(float[] x) { }")]
    [InlineData("public double Penalty() => 0; public void UseAveragedWeights() { } public void PredictUncertain() { }")]
    public void But_a_method_can_overload_an_emitted_one(string member)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(
            Mistake.Source($"{Mistake.Sound}\n{member}") + """
            public static class Use
            {
                public static void Run(Net net, float[] x, int[] labels, float[] y, string path)
                {
                    net.Fit(Net.Data(x, labels), options: new FitOptions());
                    net.TrainStep(x, labels);
                    net.Predict(image: x, label: y);
                    net.Fgsm(x, labels, 0.1f, x);
                    net.Save(path);
                    net.Load(path);
                    net.Dispose();
                }
            }
            """,
            new() { Documentation = true });
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics.Where(d => d.Id != "CS1591"));
    }

    [Fact]
    public void The_signatures_that_overloads_are_judged_by_are_those_emitted()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("""
            using NetGen;

            [Network, AverageWeights(0.99f)]
            public partial class Net
            {
                [Input(8)] public partial Layer Left { get; }
                [Input(8)] public partial Layer Right { get; }
                [Sum(nameof(Left), nameof(Right)), Dropout(0.5f)] public partial Layer Both { get; }
                [Dense(3), SoftmaxCrossEntropy, LaplacePrior(1)] public partial Head Kind { get; }
                [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
                [Dense(1), Huber] public partial Head Price { get; }
            }

            [Network]
            public partial class Bare
            {
                [Input(8)] public partial Layer Image { get; }
                [Dense(1), MeanSquaredError] public partial Head Price { get; }
            }
            """);
        foreach (string name in new[] { "Net", "Bare" })
        {
            IEnumerable<(string, string)> emitted = compilation.Full.GetTypeByMetadataName(name)!.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public }).Select(method => (method.Name, NetworkSymbols.SignatureOf(method)!));
            Assert.Equal(emitted.Order(), DeclaredSurface.Certain(compilation.Declaration(name)).Order());
        }
    }

    [Fact]
    public void Nor_can_the_class() => Mistake.InSource(
        "NG0010", $"The name 'Evaluation' is taken: {Everywhere}. Rename it.", $$"""
        using NetGen;

        [Network]
        public partial class [|Evaluation|]
        {
        {{Mistake.Sound}}
        }
        """);
}
