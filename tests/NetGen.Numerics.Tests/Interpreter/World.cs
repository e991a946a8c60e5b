namespace NetGen.Numerics.Tests;

/// <summary>All that a graph reads from outside itself, and where its assignments go.</summary>
/// <param name="Seed">The network's seed, which the dropout masks are a function of.</param>
internal sealed record World(int Seed)
{
    public required Batch Batch { get; set; }

    /// <summary>The number of the update, from 1.</summary>
    public long Step { get; set; } = 1;

    /// <summary>The pass of an uncertain prediction, from 0.</summary>
    public int Pass { get; set; }

    /// <summary>η of this update, after the schedules.</summary>
    public double LearningRate { get; set; }

    /// <summary>N, which priors divide by.</summary>
    public int TrainingExamples { get; init; } = 40;

    /// <summary>In an adversarial step: x′ of each input.</summary>
    public Dictionary<string, Tensor> Perturbed { get; init; } = [];

    /// <summary>In an attack: the inputs before it.</summary>
    public Dictionary<string, Tensor> Originals { get; init; } = [];

    /// <summary>In an attack: how far a feature may be moved in all.</summary>
    public double AttackEpsilon { get; set; }

    /// <summary>In an attack: how far a step moves a feature.</summary>
    public double AttackStep { get; set; }

    public Dictionary<string, double> Hyperparameters { get; init; } = [];

    /// <summary>Values by layer and role.</summary>
    public Dictionary<(string Layer, string Role), Tensor> Parameters { get; init; } = [];

    /// <summary>The optimizer's numbers by layer, role and slot; what is not there yet is zero.</summary>
    public Dictionary<(string Layer, string Role, int Slot), Tensor> States { get; init; } = [];

    /// <summary>Another world that goes on from here by itself. Steps replace tensors and never write into them, so these are shared.</summary>
    public World Fork() => this with { Hyperparameters = new(Hyperparameters), Parameters = new(Parameters), States = new(States) };
}
