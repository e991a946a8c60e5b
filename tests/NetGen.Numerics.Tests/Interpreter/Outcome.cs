namespace NetGen.Numerics.Tests;

/// <summary>What running a graph yields besides its assignments.</summary>
internal sealed class Outcome
{
    /// <summary>E + Σ λΩ, if the graph still has its objective.</summary>
    public double? Objective { get; set; }

    /// <summary>Σ λΩ, of the parameters that were there before.</summary>
    public double Penalty { get; set; }

    /// <summary>The mean loss of each head; NaN where no target is there.</summary>
    public Dictionary<string, double> Losses { get; } = [];

    /// <summary>The loss of each row [n] of each head.</summary>
    public Dictionary<string, Tensor> RowLosses { get; } = [];

    /// <summary>What each head predicts.</summary>
    public Dictionary<string, Tensor> Predictions { get; } = [];

    /// <summary>∂E/∂x of each input.</summary>
    public Dictionary<string, Tensor> InputGradients { get; } = [];

    /// <summary>x′ of each input.</summary>
    public Dictionary<string, Tensor> Inputs { get; } = [];

    /// <summary>See <see cref="Interpreter.NearestKink"/>.</summary>
    public double NearestKink { get; set; }

    /// <summary>See <see cref="Interpreter.LeastLeft"/>.</summary>
    public double LeastLeft { get; set; }

    /// <summary>See <see cref="Interpreter.NearestParameterKink"/>.</summary>
    public double NearestParameterKink { get; set; }
}
