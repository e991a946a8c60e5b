namespace NetGen;

/// <summary>
/// A network at one moment: parameters, optimizer state, count of updates and number of training examples. Its memory is allocated once.
/// </summary>
internal sealed class NetworkSnapshot
{
    private readonly NetworkMemory _memory;
    private readonly float[] _parameters, _state;
    private long _steps;
    private int _examples;

    /// <summary>Starts as the network is now.</summary>
    public NetworkSnapshot(NetworkMemory memory)
    {
        _memory = memory;
        _parameters = new float[memory.Parameters.Length];
        _state = new float[memory.State.Length];
        Take();
    }

    /// <summary>Remembers the network as it is now.</summary>
    public void Take()
    {
        _memory.Parameters.CopyTo(_parameters);
        _memory.State.CopyTo(_state);
        _steps = _memory.Steps;
        _examples = _memory.TrainingExamples;
    }

    /// <summary>
    /// Makes the network what it was. The optimizer's state goes back with the parameters: moments gathered on the way to other
    /// parameters, or to NaN, would mislead the next update. So does the number of examples, on which depends how strong a prior was when
    /// the parameters were found; if it was not known then, it stays what it is now.
    /// </summary>
    public void Restore()
    {
        _parameters.CopyTo(_memory.Parameters);
        _state.CopyTo(_memory.State);
        _memory.Steps = _steps;
        if (_examples > 0)
        {
            _memory.TrainingExamples = _examples;
        }
    }
}
