using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>One mistake in a network, one error: none at the calls of a program that uses all of its members and is right.</summary>
public class CallTests
{
    private const string Sound = """
        [Input(8)] public partial Layer Image { get; }
        [Dense(16), Relu, Dropout(0.8f)] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        [Dense(1, From = nameof(Hidden)), Huber] public partial Head Price { get; }
        """;

    private const string Program = """
        using NetGen;

        namespace App;

        public static class Program
        {
            public static void Run(float[] image, int[] label, float[] price, float[] p, float[] q)
            {
                using Shop.Net net = new(new() { LearningRate = 0.1f, HiddenKeep = 0.5f }, seed: 1);
                using var seeded = new Shop.Net(seed: 2);
                using var plain = new Shop.Net();
                using var swept = new Shop.Net(hyperparameters: new Shop.Net.Hyperparameters { LearningRate = 1 }, seed: 3);
                Dataset data = Shop.Net.Data(image: image, label: label, price: price);
                FitResult result = net.Fit(training: data, validation: data, options: new FitOptions { Epochs = 3 }, progress: null);
                Shop.Net.Evaluation evaluation = net.Evaluate(data);
                double sum = evaluation.Loss + evaluation.Label.Accuracy + net.Evaluate(data).Price.RSquared;
                float loss = net.TrainStep(image, label, price);
                net.Predict(image, p, q);
                net.Predict(image: image, label: p, price: q);
                net.PredictUncertain(image, samples: 5, p, q, p, q);
                net.InputGradient(image, label, price, gradient: p);
                net.Fgsm(image, label, price, 0.1f, adversarial: p, targeted: true);
                net.Pgd(image, label, price, epsilon: 0.1f, stepSize: 0.1f, steps: 4, adversarial: p, randomStart: 4);
                net.Save(path: "net");
                net.Load("net");
                net.Load("net", WeightLayout.PyTorch);
                net.Threads = 2;
                System.Console.WriteLine(net.HyperparameterValues.LearningRate + net.Hidden.Name + net.Label.Name + net.Sparsity() + result + sum + loss);
                Trainer.Fit(net, data);
                net.Dispose();
            }
        }
        """;

    [Fact]
    public void The_program_is_right() => Assert.Empty(Errors(Sound));

    [Theory]
    [InlineData("NG0204", "Dense(16)", "Dense(16), Input(4)")]
    [InlineData("NG0204", "Dense(16)", "Input(4), Dense(16)")]
    [InlineData("NG0204", "Dense(16)", "Dense(16), Sum(nameof(Image))")]
    [InlineData("NG0204", "Input(8)", "Input(8), Dense(3)")]
    [InlineData("NG0204", "Dense(3)", "Dense(3), Input(4)")]
    [InlineData("NG0204", "SoftmaxCrossEntropy", "Huber, SoftmaxCrossEntropy")]
    [InlineData("NG0203", "[Input(8)] ", "")]
    [InlineData("NG0203", "Dense(16), Relu", "Relu")]
    [InlineData("NG0203", "Dense(3), SoftmaxCrossEntropy", "SoftmaxCrossEntropy")]
    [InlineData("NG0203", "[Dense(3), SoftmaxCrossEntropy]", "")]
    [InlineData("NG0301", ", SoftmaxCrossEntropy", "")]
    [InlineData("NG0301", ", Huber", "")]
    [InlineData("NG0301", "Layer Hidden", "Head Hidden")]
    [InlineData("NG0303", "Layer Image", "Head Image")]
    [InlineData("NG0302", "Relu,", "Relu, Huber,")]
    [InlineData("NG0302", "Head Label", "Layer Label")]
    [InlineData("NG0008", "Head Price", "int Price")]
    [InlineData("NG0007", "Head Price { get; }", "Head Price { get; set; }")]
    [InlineData("NG0006", "partial Layer Image", "Layer Image")]
    [InlineData("NG0102", "Dense(16)", "Dense(0)")]
    [InlineData("NG0103", "0.8f", "8")]
    [InlineData("NG0205", "nameof(Hidden)", "\"Hiden\"")]
    [InlineData("NG0214", "Dense(16)", "Dense(16, From = nameof(Hidden))")]
    [InlineData("NG0307", "Dense(3)", "Dense(1)")]
    public void A_mistake_in_a_value(string id, string right, string wrong) => Assert.Equal([id], Errors(Replaced(Sound, right, wrong)));

    [Theory]
    [InlineData("NG0005", "public partial record Net")]
    [InlineData("NG0005", "public sealed partial record class Net(int Size, string? Name = null)")]
    [InlineData("NG0005", "public partial class Net : System.IO.StringWriter")]
    [InlineData("NG0009", "public partial class Net(System.Action<int> done)")]
    public void A_mistake_in_the_class(string id, string declaration) => Assert.Equal([id], Errors(Sound, declaration));

    [Theory]
    [InlineData("NG0009", "public Net(string name) => System.Console.WriteLine(name);")]
    [InlineData("NG0009", "public Net(int seed) : this(null, seed) { }")]
    [InlineData("NG0010", "public int Predict = 3;")]
    [InlineData("NG0010", "public string Load => \"\";")]
    [InlineData("NG0010", "public enum Fit { }")]
    [InlineData("NG0010", "public void Predict(System.ReadOnlySpan<float> image, System.Span<float> label, System.Span<float> price) { }")]
    [InlineData("NG0010", "public void Fgsm(System.ReadOnlySpan<float> image, System.ReadOnlySpan<int> label, System.ReadOnlySpan<float> price, float epsilon, System.Span<float> adversarial, bool targeted) { } public void Dispose(bool all) { }")]
    public void A_mistake_in_another_member(string id, string member) =>
        Assert.Equal([id], Errors($"{Sound}\n{member}"));

    [Theory]
    [InlineData("Fit")]
    [InlineData("Predict")]
    [InlineData("Data")]
    [InlineData("Evaluate")]
    [InlineData("TrainStep")]
    [InlineData("PredictUncertain")]
    [InlineData("InputGradient")]
    [InlineData("Fgsm")]
    [InlineData("Pgd")]
    [InlineData("Sparsity")]
    [InlineData("Save")]
    [InlineData("Load")]
    [InlineData("Dispose")]
    [InlineData("Layout")]
    public void A_layer_of_an_emitted_name(string name) =>
        Assert.Equal(["NG0010"], Errors(Replaced(Sound, "Hidden", name), program: Replaced(Program, "Hidden", name)));

    [Fact]
    public void A_mistake_beside_overloads_of_the_users_own() => Assert.Equal(["NG0102"], Errors(Replaced(Sound, "Dense(16)", "Dense(0)") + """
        public float[] Predict(float[] image) => image;
        public void Load(ref string path) => Load(path);
        public FitResult Fit(int epochs) => Fit(null!, options: new FitOptions { Epochs = epochs });
        """));

    private static string Replaced(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Errors(string members, string declaration = "public partial class Net", string program = Program)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile([$"using NetGen;\nnamespace Shop;\n[Network]\n{declaration}\n{{\n{members}\n}}", program]);
        return compilation.Diagnostics.Concat(compilation.CSharpDiagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id);
    }
}
