namespace NetGen;

/// <summary>Lets a fit measure and keep the averaged parameters while it goes on training the others; nothing where there are none.</summary>
internal sealed class AveragedWeights(NetworkMemory memory)
{
    private readonly float[] _trained = memory.HasAverages ? new float[memory.Parameters.Length] : [];

    /// <summary>Makes the averages the parameters until the result is disposed of.</summary>
    public Use Enter()
    {
        if (memory.HasAverages)
        {
            memory.Parameters.CopyTo(_trained);
            memory.UseAverages();
        }

        return new Use(this);
    }

    /// <summary>Makes the averages the parameters for good.</summary>
    public void Adopt()
    {
        if (memory.HasAverages)
        {
            memory.UseAverages();
        }
    }

    private void Leave() => _trained.CopyTo(memory.Parameters);

    /// <summary>While it lasts, the parameters are the averages.</summary>
    public readonly ref struct Use(AveragedWeights owner)
    {
        public void Dispose() => owner.Leave();
    }
}
