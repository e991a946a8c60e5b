namespace NetGen;

/// <summary>Multiplies the learning rate by <see cref="Factor"/> every <see cref="Every"/> updates.</summary>
/// <param name="every">Updates between two drops; ≥ 1.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StepScheduleAttribute(int every) : Attribute
{
    /// <summary>Updates between two drops.</summary>
    public int Every { get; } = every;

    /// <summary>What each drop multiplies by; in (0, 1].</summary>
    public float Factor { get; set; } = 0.1f;
}

/// <summary>
/// Lowers the learning rate along half a cosine from η at the first update to η·<see cref="Final"/> at update <see cref="Steps"/>, and
/// leaves it there. Loshchilov &amp; Hutter 2017.
/// </summary>
/// <remarks>
/// Update 1 is the first of the network, with a <see cref="WarmUpAttribute"/> too: the cosine does not wait for the warm-up, and the two
/// factors multiply. So <see cref="Steps"/> is the number of all updates of a training, the warm-up's among them.
/// </remarks>
/// <param name="steps">Updates the descent takes; ≥ 1.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CosineScheduleAttribute(int steps) : Attribute
{
    /// <summary>Updates the descent takes.</summary>
    public int Steps { get; } = steps;

    /// <summary>The share of the learning rate that remains; in [0, 1].</summary>
    public float Final { get; set; }
}

/// <summary>Raises the learning rate in a line over the first updates: update t (from 1) uses η·min(1, t/steps).</summary>
/// <remarks>
/// With a schedule, update t uses the schedule's rate at t times min(1, t/steps): both count from the first update, and the peak, at the end of
/// the warm-up, is what the schedule has left of η by then (with <c>CosineSchedule(1000)</c> and <c>WarmUp(100)</c> 0.976·η).
/// </remarks>
/// <param name="steps">Updates the rise takes; ≥ 1.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WarmUpAttribute(int steps) : Attribute
{
    /// <summary>Updates the rise takes.</summary>
    public int Steps { get; } = steps;
}
