using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// The threads of one network: the caller's and persistent workers. A step is one piece of work that all of them run, each on its own
/// tiles, waiting for each other at barriers. Between steps the workers spin for a moment and then sleep; they end when the team is disposed of, or collected.
/// </summary>
/// <remarks>
/// Which thread computes a tile changes nothing about how it is computed, so results do not depend on the number of threads.
/// Nothing is allocated by <see cref="Run"/>. It serves one caller at a time: a second caller that would use the threads is refused.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Team : IDisposable
{
    private readonly int _scratchFloats;
    private readonly string _owner;
    private readonly Crew _crew;

    /// <summary>A team whose workers start with the first work that is large enough to divide.</summary>
    /// <param name="threads">Threads in all, the caller's among them; ≥ 1.</param>
    /// <param name="scratchFloats">Floats of scratch memory for each thread.</param>
    /// <param name="owner">Whose threads they are, for messages.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1 or more than <see cref="ThreadCounts.Most"/>.</exception>
    public Team(int threads, int scratchFloats, string owner = nameof(Team))
    {
        HyperparameterRange.Check(threads, 1, ThreadCounts.Most, nameof(threads));
        (_scratchFloats, _owner) = (scratchFloats, owner);
        _crew = new Crew(threads, scratchFloats, owner);
    }

    /// <summary>Ends the workers of a team that was collected without being disposed of.</summary>
    ~Team() => _crew?.Stop(); // null where the constructor refused its arguments

    /// <summary>Threads in all.</summary>
    public int Threads => _crew.Count;

    /// <summary>
    /// The number of operations from which work is divided among threads. Below some 4 million (about 40 µs on one core) a step gains less
    /// from more threads than the barriers cost; tests use a smaller number.
    /// </summary>
    internal long MinParallelOperations { get; set; } = 4_000_000;

    /// <summary>Whether some work has been divided among threads.</summary>
    internal bool HasRunInParallel => _crew.HasRun;

    /// <summary>Whether work of this size leaves threads idle: there are several, and the work is too small to divide.</summary>
    /// <param name="operations">How many multiplications and additions it is in all.</param>
    public bool HasIdleThread(long operations) => _crew.Count > 1 && operations < MinParallelOperations;

    /// <summary>Runs the work on every thread, the caller's among them, and returns when all are done; the caller does small work alone.</summary>
    /// <param name="work">What each thread does with its part.</param>
    /// <param name="operations">How many multiplications and additions it is in all.</param>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    /// <exception cref="InvalidOperationException">The threads are at work for another caller.</exception>
    /// <remarks>An exception on any thread ends the work of all of them and is thrown here; the team can be used again.</remarks>
    public void Run(Action<Worker> work, long operations)
    {
        ThrowIfEnded();
        if (_crew.Count == 1 || operations < MinParallelOperations)
        {
            work(_crew.Alone);
            return;
        }

        _crew.Run(work);
        GC.KeepAlive(this); // its finalizer would end the workers
    }

    /// <summary>
    /// Runs work that is not worth waking anyone for: on every thread where all are awake, as between the steps of a training loop, else
    /// on the caller's.
    /// </summary>
    /// <param name="work">What each thread does with its share; no result may depend on how many there are.</param>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    internal void RunIfAwake(Action<Worker> work)
    {
        ThrowIfEnded();
        if (_crew.IsAwake)
        {
            _crew.Run(work);
        }
        else
        {
            work(_crew.Alone);
        }

        GC.KeepAlive(this);
    }

    /// <summary>A team of another size in the place of this one, which ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1 or more than <see cref="ThreadCounts.Most"/>.</exception>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    public Team Resize(int threads)
    {
        ThrowIfEnded();
        var team = new Team(threads, _scratchFloats, _owner) { MinParallelOperations = MinParallelOperations };
        Dispose();
        return team;
    }

    /// <summary>Ends the workers; returns when they are gone.</summary>
    public void Dispose()
    {
        if (!_crew.HasEnded)
        {
            _crew.End();
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Does nothing while the team can work.</summary>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    public void ThrowIfEnded()
    {
        if (_crew.HasEnded)
        {
            throw Ended();
        }
    }

    /// <summary>Names the network, because users see networks and no teams.</summary>
    private ObjectDisposedException Ended() => new(_owner);
}
