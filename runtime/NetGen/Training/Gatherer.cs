using System.Runtime.ExceptionServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Gathers batches, one at a time: <c>Ask</c> for the next, work on the present one, then <see cref="Take"/>. Where it is told to gather
/// ahead, a thread of its own fills the memory's spare batch in between. The thread starts with the second batch, spins for a moment when
/// there is nothing to do, then sleeps, and is gone after <see cref="Dispose"/>. Nothing is allocated for a batch, and which thread copies
/// a row changes nothing.
/// </summary>
internal sealed class Gatherer : IDisposable
{
    private const int Spins = 2000;
    private const int Idle = 0, Asked = 1, Begun = 2, Done = 3;

    private readonly INetwork _network;
    private readonly NetworkMemory _memory;
    private readonly bool _ahead;
    private readonly int[] _rows;
    private readonly Action<Worker> _part;
    private readonly SemaphoreSlim _gate = new(0);
    private Dataset? _data;
    private int _count, _state, _asleep;
    private bool _hasAsked;
    private Thread? _thread;
    private ExceptionDispatchInfo? _fault;
    private volatile bool _ended;

    /// <summary>One that gathers ahead where <see cref="GatherRule"/> expects it to pay.</summary>
    public Gatherer(INetwork network)
        : this(network, GatherRule.GathersAhead(network))
    {
    }

    /// <summary>One for this network that gathers ahead, or not until a batch is taken.</summary>
    public Gatherer(INetwork network, bool ahead)
    {
        (_network, _memory, _ahead) = (network, network.Memory, ahead);
        _rows = new int[_memory.Schema.BatchSize];
        _part = GatherPart;
    }

    /// <summary>Whether its thread is alive.</summary>
    public bool IsRunning => _thread is { IsAlive: true };

    /// <summary>Says which rows come next; the batch that is worked on stays as it is.</summary>
    public void Ask(Dataset data, ReadOnlySpan<int> rows)
    {
        rows.CopyTo(_rows);
        Ask(data, rows.Length);
    }

    /// <summary>Says that rows <paramref name="first"/> to first + count − 1 come next.</summary>
    public void Ask(Dataset data, int first, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _rows[i] = first + i;
        }

        Ask(data, count);
    }

    /// <summary>Makes the rows last asked for the batch to work on.</summary>
    /// <returns>How many they are.</returns>
    public int Take()
    {
        if (!_ahead)
        {
            Gather();
            return _count;
        }

        // A thread that got no core yet has not begun: the work is done here, rather than waiting for a core.
        if (Interlocked.CompareExchange(ref _state, Begun, Asked) == Asked)
        {
            GatherSpare();
        }

        for (int spins = 0; Volatile.Read(ref _state) != Done; spins++)
        {
            if (spins < Spins)
            {
                Thread.SpinWait(1);
            }
            else
            {
                Thread.Yield();
            }
        }

        _fault?.Throw();
        Volatile.Write(ref _state, Idle);
        _memory.SwitchBatches();
        return _count;
    }

    /// <summary>Ends the thread; returns when it is gone.</summary>
    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        if (_thread is not null)
        {
            _gate.Release();
            _thread.Join();
        }

        _gate.Dispose();
    }

    private void Ask(Dataset data, int count)
    {
        (_data, _count) = (data, count);
        if (!_ahead)
        {
            return;
        }

        Interlocked.Exchange(ref _state, Asked);
        if (_thread is null && _hasAsked)
        {
            _thread = new Thread(Serve) { IsBackground = true, Name = "NetGen gatherer" };
            _thread.Start();
        }

        _hasAsked = true; // the first batch is taken at once: there is nothing to work on meanwhile
        if (Interlocked.Exchange(ref _asleep, 0) == 1)
        {
            _gate.Release();
        }
    }

    /// <summary>Gathers what was asked for into the present batch: a big one with the threads that are awake after the step before.</summary>
    private void Gather()
    {
        if (_network.Team is { } team && GatherRule.IsParallel(_memory.Schema, _count))
        {
            team.RunIfAwake(_part);
        }
        else
        {
            BatchCopy.Copy(_data!, _memory.Schema, _memory.Current, _rows.AsSpan(0, _count));
        }
    }

    private void GatherPart(Worker worker)
    {
        foreach ((int first, int last) in worker.StealableRanges(_count, 1))
        {
            BatchCopy.Copy(_data!, _memory.Schema, _memory.Current, _rows.AsSpan(0, _count), first, last);
        }
    }

    private void GatherSpare()
    {
        try
        {
            BatchCopy.Copy(_data!, _memory.Schema, _memory.Spare, _rows.AsSpan(0, _count));
        }
        catch (Exception exception)
        {
            _fault = ExceptionDispatchInfo.Capture(exception);
        }

        Volatile.Write(ref _state, Done);
    }

    private void Serve()
    {
        while (!_ended)
        {
            if (Interlocked.CompareExchange(ref _state, Begun, Asked) == Asked)
            {
                GatherSpare();
            }

            for (int spins = 0; Volatile.Read(ref _state) != Asked && !_ended && spins < Spins; spins++)
            {
                Thread.SpinWait(1);
            }

            if (Volatile.Read(ref _state) != Asked)
            {
                Sleep();
            }
        }
    }

    /// <summary>Who asks wakes the thread if it finds it asleep; what is asked for in between is seen before sleeping.</summary>
    private void Sleep()
    {
        Interlocked.Exchange(ref _asleep, 1);
        bool isAwaited = Volatile.Read(ref _state) == Asked || _ended;
        if (!isAwaited || Interlocked.Exchange(ref _asleep, 0) == 0)
        {
            _gate.Wait(); // or: the waker was faster, and its signal is to be taken
        }
    }
}
