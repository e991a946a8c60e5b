using System.ComponentModel;
using System.Globalization;
using NetGen.CompilerServices;

namespace NetGen;

/// <content>Whose turn it is: a network serves one thread at a time, and ends when none is using it.</content>
public sealed partial class NetworkMemory
{
    private volatile int _owner; // the thread that uses the memory, 0 if none
    private volatile INetwork? _ending; // the network, where it was disposed of while a thread was using it
    private int _uses;

    /// <summary>
    /// Takes the memory for the current thread until the result is disposed of; the same thread may take it again meanwhile (a progress
    /// callback that evaluates).
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread has it.</exception>
    public Use Enter()
    {
        if (!TryEnter())
        {
            throw new InvalidOperationException($"{Schema.Name} is in use by another thread; an instance serves one thread at a time. Make one for each, with the same file loaded, or take turns (lock).");
        }

        return new Use(this);
    }

    /// <summary>As <see cref="Enter()"/>, for work on so many rows of the gathered batch.</summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">Another thread has the memory.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Use Enter(int rows)
    {
        HyperparameterRange.Check(rows, 1, Schema.BatchSize, nameof(rows));
        return Enter();
    }

    /// <summary>As <see cref="Enter(int)"/>, for work that reads labels: makes sure that each of them is a class of its head.</summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">A label is not a class of its head, or another thread has the memory.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Use EnterWithLabels(int rows)
    {
        Use use = Enter(rows);
        for (int head = 0; head < Schema.Heads.Length; head++)
        {
            HeadInfo info = Schema.Heads[head];
            if (info.HasLabels && ValueChecks.FirstNoLabel(_batch.Labels(head)[..rows], info.Units) is >= 0 and var row)
            {
                use.Dispose();
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"Row {row} of the batch has the label {_batch.Labels(head)[row]} for {info.Name}; a label is 0 to {info.Units - 1}, or −1 where it is missing."));
            }
        }

        return use;
    }

    /// <summary>
    /// Disposes of a network as soon as no other thread is using it: now, or when the use that is going on ends. Never throws, so that
    /// <c>using</c> hides no exception.
    /// </summary>
    /// <param name="network">The network of this memory.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void End(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        _ending = network;
        if (TryEnter())
        {
            using var use = new Use(this);
            _ending = null;
            network.Team?.Dispose(); // read now: another thread may have set Threads before
        }
    }

    private bool TryEnter()
    {
        int thread = Environment.CurrentManagedThreadId;
        if (_owner != thread && Interlocked.CompareExchange(ref _owner, thread, 0) != 0)
        {
            return false;
        }

        _uses++;
        return true;
    }

    /// <param name="depth">Which use it is, of those within one another from 1; one that was disposed of before has nothing to end.</param>
    private void Leave(int depth)
    {
        if (_owner != Environment.CurrentManagedThreadId || depth != _uses)
        {
            return;
        }

        if (--_uses == 0)
        {
            _owner = 0;
            Interlocked.MemoryBarrier(); // a thread that disposes of the network now finds the memory free, or is seen here
            if (Interlocked.Exchange(ref _ending, null) is { } network)
            {
                End(network);
            }
        }
    }

    /// <summary>The use of a network by one thread; it ends when this is disposed of.</summary>
    public readonly ref struct Use
    {
        private readonly NetworkMemory? _memory;
        private readonly int _depth;

        internal Use(NetworkMemory memory) => (_memory, _depth) = (memory, memory._uses);

        /// <summary>Ends the use.</summary>
        public void Dispose() => _memory?.Leave(_depth);
    }
}
