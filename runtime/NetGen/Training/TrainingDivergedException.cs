using System.Globalization;

namespace NetGen;

/// <summary>
/// A loss, a parameter or the optimizer's state became NaN or infinite while training, or was so before. <see cref="Exception.Message"/> says
/// what the network holds now. A lower learning rate, a warm-up or normalized features usually help.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    private readonly string _fault, _advice;

    private TrainingDivergedException(long step, string? head, string? parameter, string fault, string now, string advice = "Try a lower learning rate, or normalized features.")
        : base(string.Join(' ', fault, now, advice))
    {
        Step = step;
        Head = head;
        Parameter = parameter;
        (_fault, _advice) = (fault, advice);
    }

    /// <summary>The update, counted from 1 over the life of the network (<see cref="NetworkMemory.Steps"/>), at which it happened.</summary>
    public long Step { get; }

    /// <summary>The head whose loss was not finite; null if every loss still was.</summary>
    public string? Head { get; }

    /// <summary>The parameter (<c>Hidden.weight</c>) that was not finite, or whose state was not; null if a loss was the first sign.</summary>
    public string? Parameter { get; }

    internal static TrainingDivergedException Of(long step, string head, float loss) => new(
        step, head, null, string.Create(CultureInfo.InvariantCulture, $"Training diverged: at step {step} the loss of {head} became {loss}."), Stepped);

    internal static TrainingDivergedException OfParameter(long step, string parameter) => new(
        step, null, parameter, string.Create(CultureInfo.InvariantCulture, $"Training diverged: by step {step} {parameter} held NaN or infinity."), Stepped);

    internal static TrainingDivergedException OfState(long step, string parameter) => new(
        step, null, parameter, string.Create(CultureInfo.InvariantCulture, $"Training diverged: by step {step} the optimizer's state of {parameter} held NaN or infinity."), Stepped);

    internal static TrainingDivergedException BeforeTraining(long step, string parameter, string state) => new(
        step, null, parameter, $"Training cannot begin: the network came with NaN or infinity in {state}{parameter}.", "Nothing has been changed.",
        "Load or initialize its parameters anew.");

    internal static TrainingDivergedException OfMeasurement(long step, string head, double loss) => new(
        step, head, null, string.Create(CultureInfo.InvariantCulture, $"Training diverged: after step {step} the loss of {head} on the rows held out is {loss}."), "The network has been disposed of.");

    /// <summary>The same, of a network whose parameters have been restored since.</summary>
    internal TrainingDivergedException Restored(string what) => new(Step, Head, Parameter, _fault, $"The network holds {what} again.", _advice);

    private const string Stepped = "The step has been taken: the network holds what it left.";
}
