using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks;

/// <summary>A network to be measured.</summary>
/// <param name="Name">As figures and <c>--only</c> call it.</param>
/// <param name="Create">Makes a fresh one, always the same.</param>
/// <param name="Rows">Rows in a batch; the network's capacity if not given.</param>
/// <param name="IsAdversarial">Whether a step trains on adversarial rows too, made by one step along the signs of the gradient.</param>
/// <param name="Positions">
/// At how many positions each layer of weights is used, from the first on; once each, if not given and for those after.
/// </param>
internal sealed record Workload(string Name, Func<IClassifier> Create, int? Rows = null, bool IsAdversarial = false, params int[] Positions)
{
    private static readonly int[] OfW4 = [28 * 28, 14 * 14], OfW7 = [32 * 32, 32 * 32, 16 * 16, 16 * 16];

    /// <summary>The networks that figures are quoted for.</summary>
    public static readonly Workload[] Quoted =
    [
        new("W1", () => new W1(seed: 1)),
        new("W2-sgd", () => new W2Sgd(seed: 1)),
        new("W2-adam", () => new W2Adam(seed: 1)),
        new("W3", () => new W3(seed: 1)),
        new("W5", () => new W5(seed: 1), IsAdversarial: true),
        new("W6", () => new W6(seed: 1)),
        new("W4", () => new W4(seed: 1), Positions: OfW4),
        new("W4-augmented", () => new W4Augmented(seed: 1), Positions: OfW4),
        new("W7", () => new W7(seed: 1), Positions: OfW7),
    ];

    /// <summary>The networks whose predictions are timed; the optimizer has no part in them.</summary>
    public static readonly Workload[] Predicted =
    [
        new("W1", () => new W1(seed: 1)),
        new("W2", () => new W2Sgd(seed: 1)),
        new("W3", () => new W3(seed: 1)),
        new("W6", () => new W6(seed: 1)),
        new("W4", () => new W4(seed: 1), Positions: OfW4),
        new("W7", () => new W7(seed: 1), Positions: OfW7),
    ];

    /// <summary>At how many positions of its result a layer of weights is used.</summary>
    public int PositionsOf(int layer) => layer < Positions.Length ? Positions[layer] : 1;
}
