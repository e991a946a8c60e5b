using NetGen.CompilerServices;

namespace NetGen;

/// <summary>What <see cref="Sweep"/> and <see cref="CrossValidation"/> are both told: how each network is trained, and how many at a time.</summary>
public abstract record ExperimentOptions
{
    private protected ExperimentOptions()
    {
    }

    /// <summary>How each network is trained.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public FitOptions Fit
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Fit));
    } = new();

    /// <summary>
    /// How many networks are trained at a time; as many as there are cores if not given. With more than one, each has one thread. Results
    /// do not depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 1024.</exception>
    public int Workers
    {
        get;
        init => field = HyperparameterRange.Check(value, 1, ThreadCounts.Most, nameof(Workers));
    } = ThreadCounts.OfMachine;

    /// <summary>Leaves the cores to the workers, if there are several.</summary>
    internal void ShareCores(INetwork network)
    {
        if (Workers > 1)
        {
            network.Threads = 1;
        }
    }
}
