using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The memory of one network: parameters, batch and activations, and from the first training step on optimiser state and gradients, each
/// one 64-byte aligned arena that is allocated once. Emitted code addresses it by literal offsets.
/// </summary>
public sealed partial class NetworkMemory
{
    private readonly AlignedArena _parameters, _work;
    private readonly float[] _headLosses, _headWeights, _targetWeights;
    private volatile int _owner; // the thread that uses the memory, 0 if none
    private int _uses;
    private AlignedArena _state, _training, _attack;
    private BatchBuffers _batch;
    private BatchBuffers? _spare;
    private int[]? _partners;
    private bool _trains, _attacks;

    /// <summary>Allocates what a prediction needs and draws the parameters from the schema's initialisers.</summary>
    /// <param name="schema">What to hold.</param>
    /// <param name="seed">Every random number of the network is a function of it: initial parameters, dropout masks, shuffles.</param>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    public NetworkMemory(NetworkSchema schema, int seed)
    {
        ArgumentNullException.ThrowIfNull(schema);
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

    /// <summary>The number of updates made so far; it drives the schedules, Adam's bias correction and the dropout masks.</summary>
    public long Steps { get; set; }

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
    /// All optimiser state: <see cref="NetworkSchema.StateSlots"/> arenas, each laid out as <see cref="Parameters"/>. Who asks for it
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
    public void RescaleAtPrediction(string layer, float keep) => Rescaled[layer] = keep;

    /// <summary>Draws the partner of each of the first <paramref name="rows"/> rows in this step of mixup.</summary>
    /// <param name="rows">Rows of the batch.</param>
    public void DrawPartners(int rows)
    {
        _partners ??= new int[Schema.BatchSize];
        CompilerServices.Mixup.DrawPartners(_partners.AsSpan(0, rows), Seed, Steps);
    }

    /// <summary>The partner of row <paramref name="row"/>, after <see cref="DrawPartners"/>.</summary>
    public ref int Partner(int row) => ref _partners![row];

    /// <summary>Draws the parameters afresh, clears the optimiser state and sets <see cref="Steps"/> to 0: a new network.</summary>
    public void Initialize()
    {
        _parameters.Span.Clear();
        Restart();
        for (int i = 0; i < Schema.Parameters.Length; i++)
        {
            CompilerServices.Initialization.Fill(Parameters, Schema.Parameters[i], Seed, stream: i);
        }
    }

    /// <summary>
    /// Allocates, when called for the first time, what only training needs: optimiser state, gradients, and values kept for them. A network
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

    /// <summary>Allocates, when called for the first time, what only an attack needs: gradients towards the inputs, and the inputs as they were.</summary>
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

    /// <summary>The gradient of each row's own loss towards input <paramref name="input"/>, padding included; after <see cref="INetwork.Attack"/>.</summary>
    internal ReadOnlySpan<float> GradientRows(int input)
    {
        InputInfo info = Schema.Inputs[input];
        return _attack.Span.Slice(info.GradientOffset, Schema.BatchSize * info.Stride);
    }

    /// <summary>The gradient of row <paramref name="row"/>'s loss towards input <paramref name="input"/>; after <see cref="INetwork.Attack"/>.</summary>
    public ReadOnlySpan<float> InputGradientRow(int input, int row)
    {
        InputInfo info = Schema.Inputs[input];
        return GradientRows(input).Slice(row * info.Stride, info.Size);
    }

    /// <summary>What was gathered meanwhile becomes the batch to work on, and the other one the spare.</summary>
    internal void SwitchBatches() => (_batch, _spare) = (Spare, _batch);

    /// <summary>Clears the optimiser state and sets <see cref="Steps"/> to 0, as befits parameters that no step has touched.</summary>
    internal void Restart()
    {
        if (_trains)
        {
            _state.Span.Clear();
        }

        Steps = 0;
    }

    /// <summary>
    /// Takes the memory for the current thread until the result is disposed of; the same thread may take it again meanwhile (a progress
    /// callback that evaluates).
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread has it.</exception>
    public Use Enter()
    {
        int thread = Environment.CurrentManagedThreadId;
        if (_owner != thread && Interlocked.CompareExchange(ref _owner, thread, 0) != 0)
        {
            throw new InvalidOperationException($"{Schema.Name} is in use by another thread; an instance serves one thread at a time. Make one for each.");
        }

        _uses++;
        return new Use(this);
    }

    /// <summary>The element at <paramref name="offset"/> of the parameter arena.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Parameter(int offset) => ref _parameters[offset];

    /// <summary>The element at <paramref name="offset"/> of optimiser arena <paramref name="slot"/>, after <see cref="PrepareTraining"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float StateOf(int slot, int offset) => ref _state[slot * Schema.ParameterFloats + offset];

    /// <summary>The element at <paramref name="offset"/> of the batch arena.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Batch(int offset) => ref _batch[offset];

    /// <summary>The element at <paramref name="offset"/> of the arena of what only training computes, after <see cref="PrepareTraining"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Training(int offset) => ref _training[offset];

    /// <summary>The element at <paramref name="offset"/> of the arena of what only an attack computes, after <see cref="PrepareAttack"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Attack(int offset) => ref _attack[offset];

    /// <summary>The element at <paramref name="offset"/> of the work arena.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Work(int offset) => ref _work[offset];

    /// <summary>The element at <paramref name="offset"/> of the label arena.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int Label(int offset) => ref _batch.Label(offset);

    /// <summary>Where row <paramref name="row"/> of input <paramref name="input"/> is gathered to.</summary>
    public Span<float> InputRow(int input, int row) => _batch.InputRow(input, row);

    /// <summary>The batch's class labels for head <paramref name="head"/>; −1 is a missing label.</summary>
    public Span<int> Labels(int head) => _batch.Labels(head);

    /// <summary>Where the float target of row <paramref name="row"/> of head <paramref name="head"/> is gathered to; a NaN marks it missing.</summary>
    public Span<float> TargetRow(int head, int row) => _batch.TargetRow(head, row);

    /// <summary>The prediction of row <paramref name="row"/> of head <paramref name="head"/>, after <see cref="INetwork.Predict"/>.</summary>
    public ReadOnlySpan<float> PredictionRow(int head, int row)
    {
        HeadInfo h = Schema.Heads[head];
        return _work.Span.Slice(h.PredictionOffset + row * h.PredictionStride, h.Units);
    }

    /// <summary>All predictions of a head, padding included.</summary>
    internal ReadOnlySpan<float> PredictionRows(int head)
    {
        HeadInfo h = Schema.Heads[head];
        return _work.Span.Slice(h.PredictionOffset, Schema.BatchSize * h.PredictionStride);
    }

    /// <summary>1 for each row whose target for head <paramref name="head"/> is there, else 0; after <see cref="INetwork.Evaluate"/>.</summary>
    public ReadOnlySpan<float> Present(int head) => _work.Span.Slice(Schema.Heads[head].PresentOffset, Schema.BatchSize);

    /// <summary>The loss of each row for head <paramref name="head"/>, 0 where the target is missing; after <see cref="INetwork.Evaluate"/>.</summary>
    public ReadOnlySpan<float> RowLosses(int head) => _work.Span.Slice(Schema.Heads[head].RowLossOffset, Schema.BatchSize);

    /// <summary>The use of a network by one thread; it ends when this is disposed of.</summary>
    public readonly ref struct Use
    {
        private readonly NetworkMemory _memory;

        internal Use(NetworkMemory memory) => _memory = memory;

        /// <summary>Ends the use.</summary>
        public void Dispose()
        {
            if (--_memory._uses == 0)
            {
                _memory._owner = 0;
            }
        }
    }
}
