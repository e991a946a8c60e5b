using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Normalizations;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Language.Schedules;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language;

/// <summary>A declaration whose every rule holds: kinds recognized, operands resolved, shapes known, defaults filled in.</summary>
/// <param name="Frame">The class it is part of.</param>
/// <param name="BatchSize">The most rows of a step.</param>
/// <param name="Values">The values in declaration order: operands come first.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Schedules">What shapes the learning rate: the schedule if any, then the warm-up if any.</param>
/// <param name="TrainingModifiers">What else shapes training, each at most once.</param>
internal sealed record NetworkModel(
    NetworkFrame Frame,
    int BatchSize,
    EquatableArray<ValueModel> Values,
    Optimizer Optimizer,
    EquatableArray<Schedule> Schedules,
    EquatableArray<TrainingModifier> TrainingModifiers)
{
    /// <summary>What limits gradients, if anything.</summary>
    public GradientClipping? Clipping => TrainingModifiers.OfType<GradientClipping>().SingleOrDefault();

    /// <summary>How adversarial examples take part in training, if they do.</summary>
    public AdversarialTraining? Adversarial => TrainingModifiers.OfType<AdversarialTraining>().SingleOrDefault();

    /// <summary>How rows are blended in training, if they are.</summary>
    public Blending? Blending => TrainingModifiers.OfType<Blending>().SingleOrDefault();

    /// <summary>How parameters are averaged over the updates, if they are.</summary>
    public Averaging? Averaging => TrainingModifiers.OfType<Averaging>().SingleOrDefault();

    /// <summary>How many numbers of state each parameter has: the optimizer's, then its average.</summary>
    public int StateSlots => Optimizer.Slots + (Averaging is null ? 0 : 1);

    /// <summary>Whether a head's targets are blended, so that none may be missing.</summary>
    public bool NeedsTargets(ValueModel head) => Blending is not null && !head.Loss!.IsLinearInTarget;

    /// <summary>The first layer whose batch normalization has one number a row for each channel, so that a step needs two rows; null if there is none.</summary>
    public ValueModel? NormalizedByRows => Values.FirstOrDefault(v => v is { Normalization: BatchNorm, Type.IsImage: false });

    public IEnumerable<ValueModel> Heads => Values.Where(v => v.Loss is not null);

    public IEnumerable<ValueModel> Inputs => Values.Where(v => v.IsInput);
}

/// <summary>One named value: its operation with everything attached to it.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Modifiers">What the property's implementing half must repeat before <c>partial</c>.</param>
/// <param name="Kind">The operation; what it reads is resolved, so it names nothing.</param>
/// <param name="Operands">The names of the values it reads, resolved.</param>
/// <param name="InputShape">The shape of one row of its first operand; none for an input.</param>
/// <param name="Shape">The shape of one row of its result.</param>
/// <param name="Normalization">What comes between its kind and its activation, if anything.</param>
/// <param name="Activation">Its activation, if any.</param>
/// <param name="Augmentations">What training does to the images of an input, in this order, before anything else.</param>
/// <param name="ValueModifiers">What is done to its value, in this order: noise, dropout.</param>
/// <param name="Loss">Its loss, if it is a head.</param>
/// <param name="Initializer">How its weights start, by default what suits the activation.</param>
/// <param name="Penalties">What the objective adds for its parameters, its own and the network-wide ones.</param>
/// <param name="ParameterModifiers">What is done to its parameters beside the optimizer's step, its own and the network-wide.</param>
internal sealed record ValueModel(
    string Name,
    string Modifiers,
    LayerKind Kind,
    EquatableArray<string> Operands,
    EquatableArray<int> InputShape,
    EquatableArray<int> Shape,
    Normalization? Normalization,
    Activation? Activation,
    EquatableArray<Augmentation> Augmentations,
    EquatableArray<ValueModifier> ValueModifiers,
    Loss? Loss,
    Initializer Initializer,
    EquatableArray<Penalty> Penalties,
    EquatableArray<ParameterModifier> ParameterModifiers)
{
    public bool IsInput => Kind is InputLayer;

    /// <summary>Its dropout, if any.</summary>
    public Dropout? Dropout => ValueModifiers.OfType<Dropout>().SingleOrDefault();

    /// <summary>Its parameters, in the order in which they lie in memory and in files.</summary>
    public IReadOnlyList<Parameter> Parameters =>
        [.. Kind.ParametersOf(Name, InputShape, Initializer), .. Normalization?.ParametersOf(Name, Type.Channels) ?? []];

    /// <summary>What its parameters are to it, in the same order.</summary>
    public IReadOnlyList<ParameterRole> Roles => [.. Kind.Roles, .. Normalization?.Roles ?? []];

    /// <summary>The parameters of its kind as leaves of a graph.</summary>
    public IReadOnlyList<Node> ParametersIn(NetworkGraph graph) => [.. AllParametersIn(graph).Take(Kind.Roles.Count)];

    /// <summary>The parameters of its normalization as leaves of a graph.</summary>
    public IReadOnlyList<Node> ParametersOfNormalizationIn(NetworkGraph graph) => [.. AllParametersIn(graph).Skip(Kind.Roles.Count)];

    /// <summary>
    /// What a prediction computes for it: <c>Dense(64) of Image, then Relu</c>. How dropout rescales is not in it, for its factor is a
    /// hyperparameter.
    /// </summary>
    public string Operation
    {
        get
        {
            string operands = Operands.Count == 0 ? "" : " of " + string.Join(", ", Operands);
            string?[] steps = [Kind.Operation + operands, Normalization?.Operation, Activation?.Operation, Loss?.Prediction];
            return string.Join(", then ", steps.Where(step => step is not null));
        }
    }

    /// <summary>What of a type is done to its parameters of a role, if anything.</summary>
    public T? ParameterModifier<T>(ParameterRole role)
        where T : ParameterModifier => ParameterModifiers.OfType<T>().SingleOrDefault(modifier => modifier.ActsOn(role));

    /// <summary>Numbers per row.</summary>
    public int Size => Type.Columns;

    /// <summary>The type of its result.</summary>
    public TensorType Type => TensorType.OfShape(Shape);

    private IReadOnlyList<Node> AllParametersIn(NetworkGraph graph) => [.. Parameters.Select(p => graph.Add(p).Named(p.Role.Symbol))];
}
