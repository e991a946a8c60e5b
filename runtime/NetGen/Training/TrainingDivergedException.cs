using System.Globalization;

namespace NetGen;

/// <summary>
/// A loss, or a parameter, became NaN or infinite while training; the network holds its last good parameters again. A lower learning
/// rate, a warm-up or normalised features usually help.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    private TrainingDivergedException(long step, string? head, string? parameter, string message)
        : base(message)
    {
        Step = step;
        Head = head;
        Parameter = parameter;
    }

    /// <summary>The update, counted from 1 over the life of the network (<see cref="NetworkMemory.Steps"/>), at which it happened.</summary>
    public long Step { get; }

    /// <summary>The head whose loss was not finite; null if every loss still was, but a parameter was not.</summary>
    public string? Head { get; }

    /// <summary>The parameter (<c>Hidden.weight</c>) that was not finite; null if a loss was the first sign.</summary>
    public string? Parameter { get; }

    internal static TrainingDivergedException Of(long step, string head, float loss) => new(step, head, null, string.Create(
        CultureInfo.InvariantCulture,
        $"Training diverged: at step {step} the loss of {head} became {loss}. The last good parameters are restored. Try a lower learning rate, or normalised features."));

    internal static TrainingDivergedException OfParameter(long step, string parameter) => new(step, null, parameter, string.Create(
        CultureInfo.InvariantCulture,
        $"Training diverged: by step {step} {parameter} held NaN or infinity. The last good parameters are restored. Try a lower learning rate, or normalised features."));
}
