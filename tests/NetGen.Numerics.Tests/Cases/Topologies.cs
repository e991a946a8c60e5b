namespace NetGen.Numerics.Tests;

/// <summary>The choices that fill a topology.</summary>
internal sealed record Filling
{
    public string Activation { get; init; } = "";

    public string Loss { get; init; } = "MeanSquaredError";

    public string Penalty { get; init; } = "";

    public string Dropout { get; init; } = "";

    public string Initializer { get; init; } = "";

    public override string ToString() => $"{Activation} {Loss} {Penalty} {Dropout} {Initializer}";
}

/// <summary>Shapes of graph: each adds its values to a network and fills them with what a case is about.</summary>
internal static class Topologies
{
    public delegate NetworkText Topology(NetworkText network, Filling filling);

    public static readonly Topology[] All = [Chain, DropoutOnInput, Residual, TwoHeads, TwoInputs, FanOut, SumHead];

    /// <summary>What they are called.</summary>
    public static IEnumerable<string> Names => All.Select(topology => topology.Method.Name);

    /// <summary>One of them, by its name.</summary>
    public static Topology Of(string name) => All.Single(topology => topology.Method.Name == name);

    /// <summary>x → hidden → head.</summary>
    public static NetworkText Chain(NetworkText network, Filling f) => network
        .Layer("Image", "Input(2, 3, 1)")
        .Layer("Hidden", "Dense(7)", f.Activation, f.Penalty, f.Dropout, f.Initializer)
        .Head("Out", "Dense(3)", f.Loss);

    /// <summary>The mask on what enters; everything else on the head, which has no bias.</summary>
    public static NetworkText DropoutOnInput(NetworkText network, Filling f) => network
        .Layer("Image", "Input(5)", f.Dropout)
        .Head("Out", "Dense(4, Bias = false)", f.Loss, f.Penalty, f.Initializer);

    /// <summary>a + f(a), with dropout on the sum and on its branch.</summary>
    public static NetworkText Residual(NetworkText network, Filling f) => network
        .Layer("X", "Input(4)")
        .Layer("A", "Dense(6)", f.Activation, f.Initializer)
        .Layer("B", "Dense(6, From = nameof(A), Bias = false)", f.Activation, f.Penalty, f.Dropout)
        .Layer("S", "Sum(nameof(A), nameof(B))", f.Activation, f.Dropout)
        .Head("Out", "Dense(3)", f.Loss, f.Penalty);

    /// <summary>Two heads at different depths: the gradients of both meet in A.</summary>
    public static NetworkText TwoHeads(NetworkText network, Filling f) => network
        .Layer("X", "Input(4)")
        .Layer("A", "Dense(5)", f.Activation, f.Penalty)
        .Head("Near", "Dense(2)", f.Loss, f.Initializer)
        .Layer("B", "Dense(6)", f.Activation, f.Dropout, f.Penalty)
        .Head("Far", "Dense(3)", "MeanSquaredError(Weight = 0.4f)");

    /// <summary>Two inputs, one of which also feeds a linear head by itself.</summary>
    public static NetworkText TwoInputs(NetworkText network, Filling f) => network
        .Layer("X", "Input(4)", f.Dropout)
        .Layer("Y", "Input(3)")
        .Layer("A", "Dense(5, From = nameof(X))", f.Activation, f.Penalty)
        .Layer("B", "Dense(5, From = nameof(Y))", f.Initializer, f.Dropout)
        .Layer("S", "Sum(nameof(A), nameof(B))", f.Activation)
        .Head("Out", "Dense(3)", f.Loss)
        .Head("Linear", "Dense(2, From = nameof(Y))", "MeanSquaredError");

    /// <summary>One value read by three layers and a sum of three.</summary>
    public static NetworkText FanOut(NetworkText network, Filling f) => network
        .Layer("X", "Input(4)")
        .Layer("A", "Dense(5)", f.Activation, f.Dropout)
        .Layer("B", "Dense(5, From = nameof(A))", f.Activation, f.Penalty)
        .Layer("C", "Dense(5, From = nameof(A))", f.Initializer)
        .Layer("S", "Sum(nameof(A), nameof(B), nameof(C))")
        .Head("Out", "Dense(2)", f.Loss);

    /// <summary>A head that is itself a sum, of a chain and of a shortcut past it.</summary>
    public static NetworkText SumHead(NetworkText network, Filling f) => network
        .Layer("X", "Input(3)")
        .Layer("A", "Dense(4)", f.Activation, f.Dropout)
        .Layer("B", "Dense(3)", f.Penalty)
        .Layer("C", "Dense(3, From = nameof(X))", f.Initializer)
        .Head("Out", "Sum(nameof(B), nameof(C), nameof(X))", f.Loss);
}
