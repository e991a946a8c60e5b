using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The memory of one network: parameters, batch and activations, and from the first training step on optimizer state and gradients, each
/// one 64-byte aligned arena that is allocated once. Emitted code addresses it by literal offsets.
/// </summary>
public sealed partial class NetworkMemory
{
    // Whole numbers up to here are doubles, which schedules compute with; no training comes near.
    private const long MostSteps = 1L << 53;

    private readonly AlignedArena _parameters, _work;
    private readonly float[] _headLosses, _headWeights, _targetWeights;
    private AlignedArena _state, _training, _attack;
    private BatchBuffers _batch;
    private BatchBuffers? _spare;
    private int[]? _partners;
    private bool _trains, _attacks;

    /// <summary>Allocates what a prediction needs and draws the parameters from the schema's initializers.</summary>
    /// <param name="schema">What to hold.</param>
    /// <param name="seed">Every random number of the network is a function of it: initial parameters, dropout masks, shuffles.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size of the schema is negative or more than an array can hold, or a parameter lies outside its arena.</exception>
    public NetworkMemory(NetworkSchema schema, int seed)
    {
        ArgumentNullException.ThrowIfNull(schema);
        HyperparameterRange.Check(schema.BatchSize, 1, nameof(schema.BatchSize));
        Schema = schema;
        Seed = seed;
        _parameters = new AlignedArena(schema.ParameterFloats);
        _batch = new BatchBuffers(schema);
        _work = new AlignedArena(schema.WorkFloats);
        _headLosses = new float[schema.Heads.Length];
        _headWeights = new float[schema.Heads.Length];
        _targetWeights = new float[schema.Heads.Length];
        Array.Fill(_headWeights, 1f);
        Initialize();
    }

    /// <summary>The description this memory was laid out by.</summary>
    public NetworkSchema Schema { get; }

    /// <summary>The seed given at construction.</summary>
    public int Seed { get; }

    /// <summary>The number of updates made so far, 0 to 2⁵³; it drives the schedules, Adam's bias correction and the dropout masks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public long Steps
    {
        get;
        set => field = value is >= 0 and <= MostSteps ? value : throw new ArgumentOutOfRangeException(
            nameof(Steps), value, string.Create(CultureInfo.InvariantCulture, $"Steps is {value}; a number of updates is in [0, {MostSteps}]."));
    }

    /// <summary>
    /// N, the number of examples the network is trained on, which the strength of a prior depends on; 0 until known. A fit sets it to the
    /// rows of its training set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int TrainingExamples
    {
        get;
        set => field = HyperparameterRange.Check(value, 1, nameof(TrainingExamples));
    }

    /// <summary>Called by emitted code of networks with a prior, before it uses <see cref="TrainingExamples"/>.</summary>
    /// <exception cref="InvalidOperationException">The number is not known yet.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RequireTrainingExamples()
    {
        if (TrainingExamples == 0)
        {
            throw new InvalidOperationException(
                $"{Schema.Name} has a prior, whose strength depends on the number of training examples. Set TrainingExamples first, or call Fit, which sets it to the rows of its training set.");
        }
    }

    /// <summary>All parameters, padding included: what a checkpoint in memory copies.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>
    /// All optimizer state: <see cref="NetworkSchema.StateSlots"/> arenas, each laid out as <see cref="Parameters"/>. Who asks for it
    /// before the first training step gets the zeros it starts from, and they are allocated (<see cref="PrepareTraining"/>).
    /// </summary>
    public Span<float> State
    {
        get
        {
            PrepareTraining();
            return _state.Span;
        }
    }

    /// <summary>The batch that the network's methods work on.</summary>
    internal BatchBuffers Current => _batch;

    /// <summary>A second batch, to be gathered meanwhile; allocated when first asked for.</summary>
    internal BatchBuffers Spare => _spare ??= new BatchBuffers(Schema);

    /// <summary>Checks and copies what callers give.</summary>
    internal RowCopy Copying { get; } = new();

    /// <summary>The mean loss of each head in the last step, over the rows whose target is there; NaN where <see cref="TargetWeights"/> is 0.</summary>
    public Span<float> HeadLosses => _headLosses;

    /// <summary>
    /// How much the targets of each head in the last batch weigh together: the rows whose target is there, or, where classes have weights,
    /// the sum of those rows' weights. 0 if nothing counts; then there is no loss to speak of.
    /// </summary>
    public Span<float> TargetWeights => _targetWeights;

    /// <summary>The weight of each head's loss in the objective.</summary>
    public Span<float> HeadWeights => _headWeights;

    /// <summary>
    /// The layers whose values prediction multiplies, and by what: those with <see cref="Rescale.AtPrediction"/> and their keep. The
    /// parameters mean something else with another factor, so files say which they were trained for.
    /// </summary>
    internal SortedDictionary<string, float> Rescaled { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes that prediction multiplies the values of <paramref name="layer"/> by <paramref name="keep"/>; emitted constructors call it.</summary>
    /// <param name="layer">A value with dropout in the textbook's form.</param>
    /// <param name="keep">The probability that a unit of it is kept in training.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RescaleAtPrediction(string layer, float keep) => Rescaled[layer] = keep;

    /// <summary>Refuses a batch too small for a step's statistics.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than <see cref="NetworkSchema.LeastRows"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void RequireStatistics(int rows)
    {
        if (rows < Schema.LeastRows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rows), rows, $"{Schema.LeastRowsOf} has a batch normalization, which takes the variance of each unit over the rows of a step; it needs at least {Schema.LeastRows} rows.");
        }
    }

    /// <summary>Draws the partner of each of the first <paramref name="rows"/> rows in this step of mixup.</summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is outside its range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void DrawPartners(int rows)
    {
        HyperparameterRange.Check(rows, 1, Schema.BatchSize, nameof(rows));
        _partners ??= new int[Schema.BatchSize];
        Mixup.DrawPartners(_partners.AsSpan(0, rows), Seed, Steps);
    }

    /// <summary>The partner of row <paramref name="row"/>, after <see cref="DrawPartners"/>.</summary>
    /// <exception cref="InvalidOperationException">No partners have been drawn.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not a row of the batch.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ref int Partner(int row)
    {
        int[] partners = _partners ?? throw new InvalidOperationException($"{Schema.Name} has drawn no partners: DrawPartners does.");
        return ref partners[RequireRow(row)];
    }

    /// <summary>Draws the parameters afresh, clears the optimizer state and sets <see cref="Steps"/> to 0: a new network.</summary>
    public void Initialize()
    {
        _parameters.Span.Clear();
        Restart();
        for (int i = 0; i < Schema.Parameters.Length; i++)
        {
            Initialization.Fill(Parameters, Schema.Parameters[i], Seed, stream: i);
        }
    }

    /// <summary>
    /// Allocates, when called for the first time, what only training needs: optimizer state, gradients, and values kept for them. A network
    /// that only predicts does without.
    /// </summary>
    public void PrepareTraining()
    {
        if (!_trains)
        {
            _state = new AlignedArena(Schema.ParameterFloats * Schema.StateSlots);
            _training = new AlignedArena(Schema.TrainingFloats);
            _trains = true;
        }
    }

    /// <summary>Allocates, when called for the first time, what only an attack needs: gradients toward the inputs, and the inputs as they were.</summary>
    public void PrepareAttack()
    {
        if (!_attacks)
        {
            _attack = new AlignedArena(Schema.AttackFloats);
            _attacks = true;
        }
    }

    /// <summary>Keeps the gathered rows of every input as they are now: the x that x′ must stay near.</summary>
    internal void KeepOriginals(int rows)
    {
        PrepareAttack();
        for (int i = 0; i < Schema.Inputs.Length; i++)
        {
            InputInfo input = Schema.Inputs[i];
            Current.InputRows(i)[..(rows * input.Stride)].CopyTo(_attack.Span[input.OriginalOffset..]);
        }
    }

    /// <summary>What was gathered meanwhile becomes the batch to work on, and the other one the spare.</summary>
    internal void SwitchBatches() => (_batch, _spare) = (Spare, _batch);

    /// <summary>Clears the optimizer state and sets <see cref="Steps"/> to 0, as befits parameters that no step has touched.</summary>
    internal void Restart()
    {
        if (_trains)
        {
            _state.Span.Clear();
        }

        Steps = 0;
    }

    /// <summary>The element at <paramref name="offset"/> of the parameter arena.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the arena.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Parameter(int offset) => ref _parameters[offset];

    /// <summary>The element at <paramref name="offset"/> of optimizer arena <paramref name="slot"/>, after <see cref="PrepareTraining"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such arena, or <paramref name="offset"/> is outside it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float StateOf(int slot, int offset)
    {
        if ((uint)slot >= (uint)Schema.StateSlots || (uint)offset >= (uint)Schema.ParameterFloats)
        {
            ThrowNoState(slot, offset);
        }

        return ref _state[slot * Schema.ParameterFloats + offset];
    }

    private void ThrowNoState(int slot, int offset)
    {
        if (Schema.StateSlots == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(slot), slot, $"The optimizer of {Schema.Name} keeps no state.");
        }

        HyperparameterRange.Check(slot, 0, Schema.StateSlots - 1, nameof(slot));
        HyperparameterRange.Check(offset, 0, Schema.ParameterFloats - 1, nameof(offset));
    }

    /// <summary>The element at <paramref name="offset"/> of the batch arena.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the arena.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Batch(int offset) => ref _batch[offset];

    /// <summary>The element at <paramref name="offset"/> of the arena of what only training computes, after <see cref="PrepareTraining"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the arena, or it is not allocated.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Training(int offset) => ref _training[offset];

    /// <summary>The element at <paramref name="offset"/> of the arena of what only an attack computes, after <see cref="PrepareAttack"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the arena, or it is not allocated.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Attack(int offset) => ref _attack[offset];

    /// <summary>The element at <paramref name="offset"/> of the work arena.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the arena.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Work(int offset) => ref _work[offset];

    /// <summary>The element at <paramref name="offset"/> of the label arena.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is outside the arena.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int Label(int offset) => ref _batch.Label(offset);
}
