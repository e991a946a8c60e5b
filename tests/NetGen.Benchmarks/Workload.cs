using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks;

/// <summary>A network to be measured.</summary>
/// <param name="Name">As figures and <c>--only</c> call it.</param>
/// <param name="Create">Makes a fresh one, always the same.</param>
/// <param name="Rows">Rows in a batch; the network's capacity if not given.</param>
/// <param name="IsAdversarial">Whether a step trains on adversarial rows too, made by one step along the signs of the gradient.</param>
internal sealed record Workload(string Name, Func<IClassifier> Create, int? Rows = null, bool IsAdversarial = false)
{
    /// <summary>The networks that figures are quoted for.</summary>
    public static readonly Workload[] Quoted =
    [
        new("W1", () => new W1(seed: 1)),
        new("W2-sgd", () => new W2Sgd(seed: 1)),
        new("W2-adam", () => new W2Adam(seed: 1)),
        new("W3", () => new W3(seed: 1)),
        new("W5", () => new W5(seed: 1), IsAdversarial: true),
        new("W6", () => new W6(seed: 1)),
    ];

    /// <summary>The networks whose predictions are timed; the optimizer has no part in them.</summary>
    public static readonly Workload[] Predicted =
    [
        new("W1", () => new W1(seed: 1)),
        new("W2", () => new W2Sgd(seed: 1)),
        new("W3", () => new W3(seed: 1)),
        new("W6", () => new W6(seed: 1)),
    ];
}
