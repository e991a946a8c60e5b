using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// What the threads of a <see cref="Team"/> know: their work, their barrier, when to end. They do not know the team, so that a team, and
/// the network it works for, are collected when nothing else refers to them.
/// </summary>
internal sealed class Crew
{
    // A pause is some 10 to 40 ns: workers stay awake for about 50 µs after a step, and wait for one another as long before they yield.
    private const int Spins = 2000;

    private readonly string _owner;
    private readonly Worker[] _workers;
    private readonly SemaphoreSlim[] _gates;
    private Thread[] _threads = [];
    private Line _run, _arrived, _phase;
    private Action<Worker>? _work;
    private ExceptionDispatchInfo? _fault;
    private volatile bool _faulted, _ended;
    private int _isRunning;

    /// <param name="threads">Threads in all, the caller's among them.</param>
    /// <param name="scratchFloats">Floats of scratch memory for each thread.</param>
    /// <param name="owner">Whose threads they are, for messages.</param>
    public Crew(int threads, int scratchFloats, string owner)
    {
        _owner = owner;
        // The caller's thread works alone or with the others, in the same memory.
        var callers = new ScratchMemory(scratchFloats);
        Alone = new Worker(this, 0, 1, callers);
        _workers = threads == 1 ? [Alone] : [.. Enumerable.Range(0, threads).Select(part => new Worker(this, part, threads, part == 0 ? callers : new ScratchMemory(scratchFloats)))];
        _gates = [.. Enumerable.Range(1, threads - 1).Select(_ => new SemaphoreSlim(0))];
    }

    /// <summary>Threads in all.</summary>
    public int Count => _workers.Length;

    /// <summary>The caller's thread where it works without the others.</summary>
    public Worker Alone { get; }

    /// <summary>Whether some work has been shared.</summary>
    public bool HasRun => _threads.Length > 0;

    /// <summary>Whether the threads have been told to end.</summary>
    public bool HasEnded => _ended;

    /// <summary>Whether other threads have worked and none of them sleeps. One that falls asleep right after is woken by <see cref="Run"/>.</summary>
    public bool IsAwake
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

    /// <summary>The thread of that number.</summary>
    public Worker WorkerOf(int part) => _workers[part];

    /// <summary>Runs the work on every thread, the caller's among them, and returns when all are done.</summary>
    /// <exception cref="InvalidOperationException">They are at work already.</exception>
    public void Run(Action<Worker> work)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) == 1)
        {
            throw new InvalidOperationException($"The threads of {_owner} are at work for another caller; they serve one at a time. Make a network for each thread, or take turns (lock).");
        }

        try
        {
            RunExclusively(work);
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    /// <summary>Tells the workers to end, asleep or awake; they end when they have heard it.</summary>
    public void Stop()
    {
        _ended = true;
        for (int i = 0; i < _threads.Length; i++)
        {
            _gates[i].Release();
        }
    }

    /// <summary>Ends the workers; returns when they are gone.</summary>
    public void End()
    {
        Stop();
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        foreach (SemaphoreSlim gate in _gates)
        {
            gate.Dispose();
        }
    }

    /// <summary>Waits until every thread has come here.</summary>
    public void WaitAtBarrier()
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

    private void RunExclusively(Action<Worker> work)
    {
        if (_threads.Length == 0)
        {
            Start();
        }

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

        Do(_workers[0]);
        Join();
        _work = null; // sleeping workers do not keep the network alive
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

    private void Start()
    {
        Thread[] threads = [.. _workers.Skip(1).Select(worker => new Thread(() => Serve(worker)) { IsBackground = true, Name = $"NetGen worker {worker.Part}" })];
        Array.ForEach(threads, thread => thread.UnsafeStart()); // without what the caller's thread has in its AsyncLocals
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

                // The thread that starts a run wakes the workers that it finds asleep. A worker sees a run that started in between before it sleeps.
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
            Do(worker);
            Volatile.Write(ref worker.Finished, seen);
        }
    }

    /// <summary>Does the work on one thread. The frame of this method, and no other, holds the work, and is gone when the thread sleeps.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Do(Worker worker)
    {
        try
        {
            _work!(worker);
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
