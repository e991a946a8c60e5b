using NetGen.Benchmarks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>How TorchSharp trains a quoted workload. Its weight decay is our L2; it takes in the biases too, which start at zero.</summary>
/// <param name="Name">As the line calls it.</param>
/// <param name="Dropout">The probability that a hidden unit is dropped.</param>
/// <param name="Optimizer">The optimizer of these parameters.</param>
/// <param name="Undropped">Our network with dropout that keeps everything, to compare losses with.</param>
/// <param name="Epsilon">
/// How far an adversarial example is from its row, in [0, 1]; each has half of the loss. Null where there are none.
/// </param>
/// <param name="IsChannelsLast">
/// Whether images lie in memory as ours do, the channels of a position side by side: faster than the library's own order, by the
/// convolutions that it has for it.
/// </param>
internal sealed record TorchRecipe(
    string Name, double Dropout, Func<IEnumerable<Parameter>, optim.Optimizer> Optimizer, Func<IClassifier> Undropped,
    double? Epsilon = null, bool IsChannelsLast = true)
{
    private const string Planes = "-nchw";

    public static readonly TorchRecipe[] All =
    [
        new("W1", 0, p => optim.SGD(p, 0.1), () => new W1(seed: 1)),
        new("W2-sgd", 0.5, p => optim.SGD(p, 0.05, weight_decay: 1e-4), () => new W2Sgd(new() { WideKeep = 1, NarrowKeep = 1 }, seed: 1)),
        new("W2-adam", 0.5, p => optim.Adam(p, 1e-3, beta2: 0.999, weight_decay: 1e-4), () => new W2Adam(new() { WideKeep = 1, NarrowKeep = 1 }, seed: 1)),
        new("W3", 0.5, p => optim.SGD(p, 0.01, momentum: 0.9), () => new W3(new() { FirstKeep = 1, SecondKeep = 1 }, seed: 1)),
        new("W5", 0.5, p => optim.SGD(p, 0.05, weight_decay: 1e-4), () => new W5(new() { WideKeep = 1, NarrowKeep = 1 }, seed: 1), Epsilon: 0.1),
        new("W6", 0, p => optim.SGD(p, 0.01), () => new W6(seed: 1)),
        new("W4", 0.5, p => optim.Adam(p, 1e-3, beta2: 0.999), () => new W4(new() { HiddenKeep = 1 }, seed: 1)),
        new("W7", 0, p => optim.SGD(p, 0.01, momentum: 0.9), () => new W7(seed: 1)),
        new("W4" + Planes, 0.5, p => optim.Adam(p, 1e-3, beta2: 0.999), () => new W4(new() { HiddenKeep = 1 }, seed: 1),
            IsChannelsLast: false),
        new("W7" + Planes, 0, p => optim.SGD(p, 0.01, momentum: 0.9), () => new W7(seed: 1), IsChannelsLast: false),
    ];

    /// <summary>The name of the quoted workload.</summary>
    public string Workload => Name.EndsWith(Planes, StringComparison.Ordinal) ? Name[..^Planes.Length] : Name;

    /// <summary>The recipe of a name.</summary>
    public static TorchRecipe Of(string name) => All.Single(recipe => recipe.Name == name);
}
