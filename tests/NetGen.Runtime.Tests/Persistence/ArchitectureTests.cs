using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Tests.Persistence;

/// <summary>A file is for networks that compute the same, not for all of the same shapes.</summary>
public sealed partial class ArchitectureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ArchitectureTests()
    {
        using ReluNet saved = new(seed: 1);
        saved.Save(Path);
    }

    private string Path => _folder.File("net");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_tells_what_each_value_computes()
    {
        string header = Encoding.UTF8.GetString(File.ReadAllBytes(Path));
        string[] architecture = [.. Operation().Matches(header).Select(m => m.Value)];
        Assert.Equal(
            [
                "\"Both.architecture\":\"Sum of First, Second\"", "\"First.architecture\":\"Dense(4) of X, then Relu\"", "\"Second.architecture\":\"Dense(4, no bias) of First, then Elu(0.5f)\"",
                "\"Tags.architecture\":\"Dense(2) of Both, then Sigmoid\"", "\"X.architecture\":\"Input(2, 2, 1)\"", "\"Y.architecture\":\"Dense(2) of Both, then Softmax\"",
            ],
            architecture);
    }

    [Fact]
    public void A_network_that_differs_in_training_alone_takes_the_file()
    {
        using RegularizedNet loaded = new(seed: 2);
        using ReluNet saved = new(seed: 1);
        loaded.Load(Path);
        Assert.Equal(Learning.Measure.Weights(saved.Second), Learning.Measure.Weights(loaded.Second));
    }

    [Fact]
    public void Another_activation_is_refused()
    {
        using TanhNet network = new();
        Refused(network, "First: the file has Dense(4) of X, then Relu, TanhNet Dense(4) of X, then Tanh.");
    }

    [Fact]
    public void Another_constant_of_an_activation_is_refused()
    {
        using SteepNet network = new();
        Refused(network, "Second: the file has Dense(4, no bias) of First, then Elu(0.5f), SteepNet Dense(4, no bias) of First, then Elu(1f).");
    }

    [Fact]
    public void Another_wiring_is_refused()
    {
        using CrossedNet network = new();
        Refused(network, "Second: the file has Dense(4, no bias) of First, then Elu(0.5f), CrossedNet Dense(4, no bias) of X, then Elu(0.5f).");
    }

    [Fact]
    public void Another_prediction_is_refused()
    {
        using RegressionNet network = new();
        Refused(network, "Tags: the file has Dense(2) of Both, then Sigmoid, RegressionNet Dense(2) of Both.");
    }

    [Fact]
    public void A_value_more_or_less_is_refused()
    {
        using ShortNet less = new();
        Refused(less, "Y: the file has Dense(2) of Both, then Softmax, ShortNet Dense(2) of Second, then Softmax.");
        less.Save(Path);
        using ReluNet more = new();
        Refused(more, "Both: the file has no such value, ReluNet Sum of First, Second.");
    }

    [Fact]
    public void A_file_written_before_files_told_it_loads_by_its_shapes()
    {
        byte[] file = File.ReadAllBytes(Path);
        string header = Encoding.UTF8.GetString(file, 8, BitConverter.ToInt32(file));
        byte[] text = Encoding.UTF8.GetBytes(Operation().Replace(header, m => $"\"{m.Index}\":\"\""));
        File.WriteAllBytes(Path, [.. BitConverter.GetBytes((long)text.Length), .. text, .. file[(8 + header.Length)..]]);

        using TanhNet network = new(seed: 2);
        using ReluNet saved = new(seed: 1);
        network.Load(Path);
        Assert.Equal(Learning.Measure.Weights(saved.Second), Learning.Measure.Weights(network.Second));
    }

    private void Refused(INetwork network, string difference)
    {
        float[] before = network.Memory.Parameters.ToArray();
        var e = Assert.Throws<CheckpointException>(() => Checkpoint.Load(network, Path));
        Assert.Equal($"{Path}: it belongs to another architecture. {difference}", e.Message);
        Assert.Equal(before, network.Memory.Parameters.ToArray());
    }

    [GeneratedRegex("\"\\w+\\.architecture\":\"[^\"]*\"")]
    private static partial Regex Operation();
}

[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class ReluNet
{
    [Input(2, 2, 1)] public partial Layer X { get; }
    [Dense(4), Relu] public partial Layer First { get; }
    [Dense(4, Bias = false), Elu(0.5f)] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Both { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
    [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
}

/// <summary>The same but for what acts in training alone.</summary>
[Network(BatchSize = 7), Adam(0.1f), L2(0.1f)]
internal sealed partial class RegularizedNet
{
    [Input(2, 2, 1, Min = 0, Max = 1), GaussianNoise(0.1f)] public partial Layer X { get; }
    [Dense(4), Relu, Dropout(0.5f)] public partial Layer First { get; }
    [Dense(4, Bias = false), Elu(0.5f), L1(0.1f)] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Both { get; }
    [Dense(2), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Y { get; }
    [Dense(2), BinaryCrossEntropy(Weight = 2)] public partial Head Tags { get; }
}

[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class TanhNet
{
    [Input(2, 2, 1)] public partial Layer X { get; }
    [Dense(4), Tanh] public partial Layer First { get; }
    [Dense(4, Bias = false), Elu(0.5f)] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Both { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
    [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
}

[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class SteepNet
{
    [Input(2, 2, 1)] public partial Layer X { get; }
    [Dense(4), Relu] public partial Layer First { get; }
    [Dense(4, Bias = false), Elu] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Both { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
    [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
}

[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class CrossedNet
{
    [Input(2, 2, 1)] public partial Layer X { get; }
    [Dense(4), Relu] public partial Layer First { get; }
    [Dense(4, Bias = false, From = nameof(X)), Elu(0.5f)] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Both { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
    [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
}

[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class RegressionNet
{
    [Input(2, 2, 1)] public partial Layer X { get; }
    [Dense(4), Relu] public partial Layer First { get; }
    [Dense(4, Bias = false), Elu(0.5f)] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Both { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
    [Dense(2), MeanSquaredError] public partial Head Tags { get; }
}

[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class ShortNet
{
    [Input(2, 2, 1)] public partial Layer X { get; }
    [Dense(4), Relu] public partial Layer First { get; }
    [Dense(4, Bias = false), Elu(0.5f)] public partial Layer Second { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }
    [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
}
