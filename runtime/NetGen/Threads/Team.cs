using System.ComponentModel;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The threads of one network: the caller's and persistent workers. A step is one piece of work that all of them run, each on its own
/// tiles, meeting at barriers. Between steps the workers spin for a moment and then sleep.
/// </summary>
/// <remarks>
/// Which thread computes a tile changes nothing about how it is computed, so results do not depend on the number of threads.
/// Nothing is allocated by <see cref="Run"/>. Not safe for use by two callers at once.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Team : IDisposable
{
    // A pause is some 10 to 40 ns: workers stay awake for about 50 µs after a step, and wait for one another as long before they yield.
    private const int Spins = 2000;

    private readonly int _scratchFloats;
    private readonly string _owner;
    private readonly Worker _alone;
    private readonly Worker[] _workers;
    private readonly SemaphoreSlim[] _gates;
    private Thread[] _threads = [];
    private Line _run, _arrived, _phase;
    private Action<Worker>? _work;
    private ExceptionDispatchInfo? _fault;
    private volatile bool _faulted, _ended;

    /// <summary>A team whose workers start with the first work worth sharing.</summary>
    /// <param name="threads">Threads in all, the caller's among them; ≥ 1.</param>
    /// <param name="scratchFloats">Floats of scratch memory for each thread.</param>
    /// <param name="owner">Whose threads they are, for messages.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1 or more than <see cref="ThreadCounts.Most"/>.</exception>
    public Team(int threads, int scratchFloats, string owner = nameof(Team))
    {
        HyperparameterRange.Check(threads, 1, ThreadCounts.Most, nameof(threads));
        (_scratchFloats, _owner) = (scratchFloats, owner);
        // The caller's thread works alone or with the others, in the same memory.
        var callers = new ScratchMemory(scratchFloats);
        _alone = new Worker(this, 0, 1, callers);
        _workers = threads == 1 ? [_alone] : [.. Enumerable.Range(0, threads).Select(part => new Worker(this, part, threads, part == 0 ? callers : new ScratchMemory(scratchFloats)))];
        _gates = [.. Enumerable.Range(1, threads - 1).Select(_ => new SemaphoreSlim(0))];
    }

    /// <summary>Threads in all.</summary>
    public int Threads => _workers.Length;

    /// <summary>
    /// From how many operations on work is shared. Below some 4 million (about 40 µs on one core) a step gains less from company than it
    /// pays for meeting; tests share less.
    /// </summary>
    internal long WorthSharing { get; set; } = 4_000_000;

    /// <summary>Whether some work has been shared.</summary>
    internal bool HasShared => _threads.Length > 0;

    /// <summary>The thread of that number.</summary>
    internal Worker WorkerOf(int part) => _workers[part];

    /// <summary>Whether work of this size leaves threads idle: there are several, and sharing it does not pay.</summary>
    /// <param name="operations">How many multiplications and additions it is in all.</param>
    public bool HasIdleThread(long operations) => _workers.Length > 1 && operations < WorthSharing;

    /// <summary>Runs the work on every thread, the caller's among them, and returns when all are done; small work the caller does alone.</summary>
    /// <param name="work">What each thread does with its share.</param>
    /// <param name="operations">How many multiplications and additions it is in all.</param>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    /// <remarks>An exception on any thread ends the work of all of them and is thrown here; the team can be used again.</remarks>
    public void Run(Action<Worker> work, long operations)
    {
        ThrowIfEnded();
        if (_workers.Length == 1 || operations < WorthSharing)
        {
            work(_alone);
            return;
        }

        if (_threads.Length == 0)
        {
            Start();
        }

        Share(work);
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
        if (IsAwake)
        {
            Share(work);
        }
        else
        {
            work(_alone);
        }
    }

    /// <summary>A team of another size in the place of this one, which ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1 or more than <see cref="ThreadCounts.Most"/>.</exception>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    public Team Resize(int threads)
    {
        ThrowIfEnded();
        var team = new Team(threads, _scratchFloats, _owner) { WorthSharing = WorthSharing };
        Dispose();
        return team;
    }

    /// <summary>Ends the workers; returns when they are gone.</summary>
    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        for (int i = 0; i < _threads.Length; i++)
        {
            _gates[i].Release();
            _threads[i].Join();
        }

        foreach (SemaphoreSlim gate in _gates)
        {
            gate.Dispose();
        }
    }

    /// <summary>Waits until every thread has come here.</summary>
    internal void Meet()
    {
        int phase = Volatile.Read(ref _phase.Value);
        if (Interlocked.Increment(ref _arrived.Value) == _workers.Length)
        {
            Volatile.Write(ref _arrived.Value, 0);
            Volatile.Write(ref _phase.Value, phase + 1);
            return;
        }

        for (int spins = 0; Volatile.Read(ref _phase.Value) == phase; spins++)
        {
            if (_faulted)
            {
                throw new AbandonedException();
            }

            Wait(spins);
        }
    }

    /// <summary>Does nothing while the team can work.</summary>
    /// <exception cref="ObjectDisposedException">The team has been disposed of.</exception>
    public void ThrowIfEnded()
    {
        if (_ended)
        {
            throw Ended();
        }
    }

    /// <summary>Whether other threads have worked and none of them sleeps. One that falls asleep right after is woken by <see cref="Share"/>.</summary>
    private bool IsAwake
    {
        get
        {
            foreach (Worker worker in _workers.AsSpan(1))
            {
                if (Volatile.Read(ref worker.Asleep) == 1)
                {
                    return false;
                }
            }

            return _threads.Length > 0;
        }
    }

    private void Share(Action<Worker> work)
    {
        _work = work;
        _faulted = false;
        Interlocked.Increment(ref _run.Value);
        for (int i = 0; i < _threads.Length; i++)
        {
            Worker worker = _workers[i + 1];
            if (Interlocked.Exchange(ref worker.Asleep, 0) == 1)
            {
                _gates[i].Release();
            }
        }

        Do(work, _workers[0]);
        Join();
        _work = null; // sleeping workers keep the team alive, but not the network
        if (_faulted)
        {
            ExceptionDispatchInfo fault = _fault!;
            (_fault, _arrived.Value) = (null, 0);
            Align();
            fault.Throw();
        }
    }

    /// <summary>Threads that were interrupted in different places go on counting from the same number.</summary>
    private void Align()
    {
        uint last = _workers[0].Divisions;
        foreach (Worker worker in _workers)
        {
            last = (int)(worker.Divisions - last) > 0 ? worker.Divisions : last;
        }

        foreach (Worker worker in _workers)
        {
            worker.Divisions = last;
        }
    }

    /// <summary>Names the network: its user knows no team.</summary>
    private ObjectDisposedException Ended() => new(_owner);

    private void Start()
    {
        Thread[] threads = [.. _workers.Skip(1).Select(worker => new Thread(() => Serve(worker)) { IsBackground = true, Name = $"NetGen worker {worker.Part}" })];
        Array.ForEach(threads, thread => thread.Start());
        _threads = threads;
    }

    private static void Wait(int spins)
    {
        if (spins < Spins)
        {
            Thread.SpinWait(1);
        }
        else
        {
            Thread.Yield(); // another process has the core of the one waited for
        }
    }

    private void Serve(Worker worker)
    {
        int seen = 0;
        while (true)
        {
            for (int spins = 0; Volatile.Read(ref _run.Value) == seen && !_ended; spins++)
            {
                if (spins < Spins)
                {
                    Thread.SpinWait(1);
                    continue;
                }

                // Whoever starts a run wakes those it finds asleep; a run that started in between is seen before sleeping.
                Volatile.Write(ref worker.Asleep, 1);
                Interlocked.MemoryBarrier();
                if (Volatile.Read(ref _run.Value) != seen || _ended)
                {
                    if (Interlocked.Exchange(ref worker.Asleep, 0) == 0)
                    {
                        _gates[worker.Part - 1].Wait(); // the waker was faster: take its signal
                    }

                    break;
                }

                _gates[worker.Part - 1].Wait();
                spins = 0;
            }

            if (_ended)
            {
                return;
            }

            seen++;
            Do(_work!, worker);
            Volatile.Write(ref worker.Finished, seen);
        }
    }

    private void Do(Action<Worker> work, Worker worker)
    {
        try
        {
            work(worker);
        }
        catch (AbandonedException)
        {
            // Another thread failed; it has the exception that counts.
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _fault, ExceptionDispatchInfo.Capture(exception), null);
            _faulted = true;
        }
    }

    /// <summary>Waits until every worker has finished the run.</summary>
    private void Join()
    {
        int run = Volatile.Read(ref _run.Value);
        for (int i = 1; i < _workers.Length; i++)
        {
            for (int spins = 0; Volatile.Read(ref _workers[i].Finished) != run; spins++)
            {
                Wait(spins);
            }
        }
    }

    /// <summary>A counter on a cache line of its own: threads that watch one do not disturb those that watch another.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct Line
    {
        [FieldOffset(64)]
        public int Value;
    }

    private sealed class AbandonedException : Exception;
}
