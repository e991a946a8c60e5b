using NetGen.Generator.Diagnostics;
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
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language;

/// <summary>Everything a model may be made of, one line each: the attribute's name and what binds it. The table of contents of the language.</summary>
internal static class Catalogue
{
    /// <summary>The kind that reads no value.</summary>
    public static readonly KindEntry Input = new("Input", InputLayer.Bind, []);

    public static readonly KindEntry[] Kinds =
    [
        Input,
        new("Dense", DenseLayer.Bind, DenseLayer.AllRoles),
        new("Sum", SumLayer.Bind, []),
        new("Concat", ConcatLayer.Bind, []),
        new("Scale", ScaleLayer.Bind, ScaleLayer.AllRoles),
        new("Conv2D", Conv2DLayer.Bind, Conv2DLayer.AllRoles),
        new("DepthwiseConv2D", DepthwiseConv2DLayer.Bind, DepthwiseConv2DLayer.AllRoles),
        new("LocallyConnected2D", LocallyConnected2DLayer.Bind, LocallyConnected2DLayer.AllRoles),
        new("ConvTranspose2D", ConvTranspose2DLayer.Bind, ConvTranspose2DLayer.AllRoles),
        new("MaxPool", PoolLayer.BindMax, []),
        new("AveragePool", PoolLayer.BindAverage, []),
        new("GlobalAveragePool", GlobalAveragePoolLayer.Bind, []),
    ];

    public static readonly NormalizationEntry[] Normalizations =
    [
        new("BatchNorm", BatchNorm.Bind, BatchNorm.AllRoles, BatchNorm.Declares),
        new("LayerNorm", LayerNorm.Bind, LayerNorm.AllRoles, LayerNorm.Declares),
    ];

    public static readonly Entry<Func<AttributeReader, Activation>>[] Activations =
    [
        new("Relu", Relu.Bind),
        new("LeakyRelu", LeakyRelu.Bind),
        new("Elu", Elu.Bind),
        new("Gelu", Gelu.Bind),
        new("Sigmoid", Sigmoid.Bind),
        new("Tanh", Tanh.Bind),
        new("Softplus", Softplus.Bind),
        new("Swish", Swish.Bind),
    ];

    public static readonly LossEntry[] Losses =
    [
        new("SoftmaxCrossEntropy", SoftmaxCrossEntropy.Bind, HeadForm.OneClass, SoftmaxCrossEntropy.Declares),
        new("BinaryCrossEntropy", BinaryCrossEntropy.Bind, HeadForm.YesOrNo, LossWeight.Declares),
        new("MeanSquaredError", MeanSquaredError.Bind, HeadForm.Numbers, LossWeight.Declares),
        new("MeanAbsoluteError", MeanAbsoluteError.Bind, HeadForm.Numbers, LossWeight.Declares),
        new("Huber", Huber.Bind, HeadForm.Numbers, LossWeight.Declares),
    ];

    public static readonly PenaltyEntry[] Penalties =
    [
        new("L2", L2.Bind, L2.Declares),
        new("GaussianPrior", L2.BindPrior, L2.PriorDeclares, IsPrior: true),
        new("L1", L1.Bind, L1.Declares),
        new("LaplacePrior", L1.BindPrior, L1.PriorDeclares, IsPrior: true),
        new("GroupLasso", GroupLasso.Bind, GroupLasso.Declares),
    ];

    public static readonly Entry<Func<AttributeReader, Initializer>>[] Initializers =
    [
        new("He", He.Bind),
        new("Glorot", Glorot.Bind),
        new("LeCun", LeCun.Bind),
        new("Normal", Normal.Bind),
        new("Zero", Zero.Bind),
    ];

    public static readonly Entry<Func<AttributeReader, Optimizer>>[] Optimizers =
    [
        new("Sgd", Sgd.Bind, Sgd.Declares),
        new("RmsProp", RmsProp.Bind, RmsProp.Declares),
        new("Adam", Adam.Bind, Adam.Declares),
        new("AdamW", AdamW.Bind, AdamW.Declares),
    ];

    public static readonly Entry<Func<AttributeReader, Schedule>>[] Schedules =
    [
        new("StepSchedule", StepSchedule.Bind, StepSchedule.Declares),
        new("CosineSchedule", CosineSchedule.Bind, CosineSchedule.Declares),
    ];

    /// <summary>What goes with any schedule, and comes after it; two schedules would multiply.</summary>
    public static readonly Entry<Func<AttributeReader, Schedule>>[] WarmUps = [new("WarmUp", WarmUp.Bind, WarmUp.Declares)];

    /// <summary>What training does to the images of an input, each at most once, in the order in which they are applied.</summary>
    public static readonly Entry<Func<AttributeReader, Augmentation>>[] Augmentations =
    [
        new("HorizontalFlip", Flip.BindHorizontal, Flip.HorizontalDeclares, NetworkFeatures.AugmentedInputs),
        new("VerticalFlip", Flip.BindVertical, Flip.VerticalDeclares, NetworkFeatures.AugmentedInputs),
        new("Shift", Shift.Bind, Shift.Declares, NetworkFeatures.AugmentedInputs),
        new("Stretch", Stretch.Bind, Stretch.Declares, NetworkFeatures.AugmentedInputs),
        new("Rotate", Rotate.Bind, Rotate.Declares, NetworkFeatures.AugmentedInputs),
        new("Zoom", Zoom.Bind, Zoom.Declares, NetworkFeatures.AugmentedInputs),
        new("RandomCrop", RandomCrop.Bind, RandomCrop.Declares, NetworkFeatures.AugmentedInputs),
        new("Elastic", Elastic.Bind, Elastic.Declares, NetworkFeatures.AugmentedInputs),
        new("ColorBalance", ColorBalance.Bind, ColorBalance.Declares, NetworkFeatures.AugmentedInputs),
        new("Blur", Blur.Bind, Blur.Declares, NetworkFeatures.AugmentedInputs),
        new("Erase", Erase.Bind, Erase.Declares, NetworkFeatures.AugmentedInputs),
    ];

    /// <summary>What a layer's value may have besides, each at most once, in the order in which they are applied.</summary>
    public static readonly ValueModifierEntry[] OnLayers =
    [
        new("GaussianNoise", GaussianNoise.Bind, Rules.NoiseOnHead, GaussianNoise.Declares, NetworkFeatures.UncertainPredictions),
        new("Dropout", Dropout.Bind, Rules.DropoutOnHead, Dropout.Declares, NetworkFeatures.UncertainPredictions),
    ];

    /// <summary>The same of the parameters of a layer, or of all layers where it stands on the class.</summary>
    public static readonly Entry<Func<AttributeReader, string, ParameterModifier>>[] OnParameters =
    [
        new("Decay", Decay.Bind, Decay.Declares),
        new("MaxNorm", MaxNorm.Bind, MaxNorm.Declares),
    ];

    /// <summary>The same of the network's training.</summary>
    public static readonly Entry<Func<AttributeReader, TrainingModifier?>>[] OnNetworks =
    [
        new("GradientClipping", GradientClipping.Bind, GradientClipping.Declares),
        new("AdversarialTraining", AdversarialTraining.Bind, AdversarialTraining.Declares),
        new("Mixup", Mixup.Bind, Mixup.Declares, NetworkFeatures.BlendedRows),
        new("CutMix", CutMix.Bind, CutMix.Declares, NetworkFeatures.BlendedRows),
        new("AverageWeights", Averaging.Bind, Averaging.Declares, NetworkFeatures.AveragedWeights),
    ];

    /// <summary>Every attribute of the language.</summary>
    public static IEnumerable<Modifier> All => new Modifier[][]
    {
        Kinds, Normalizations, Activations, Losses, Penalties, Initializers, Optimizers, Schedules, WarmUps, Augmentations, OnLayers, OnParameters, OnNetworks,
    }.SelectMany(family => family);

    /// <summary>What declares hyperparameters on a property.</summary>
    private static readonly Dictionary<string, Modifier> s_ofValues = ByName(Normalizations, Losses, Penalties, Augmentations, OnLayers, OnParameters);

    /// <summary>What declares hyperparameters on a class.</summary>
    private static readonly Dictionary<string, Modifier> s_ofNetworks = ByName(Optimizers, Schedules, WarmUps, Penalties, OnParameters, OnNetworks);

    /// <summary>Every role that a parameter may have.</summary>
    public static IEnumerable<Ops.ParameterRole> Roles => Kinds.SelectMany(kind => kind.Roles).Concat(Normalizations.SelectMany(normalization => normalization.Roles));

    /// <summary>The kinds for a message: <c>[Input], [Dense] or [Sum]</c>, and so on.</summary>
    public static string KindNames => Either([.. Kinds.Select(kind => $"[{kind.Attribute}]")]);

    /// <summary>A layer of any kind that has weights, for a message: <c>a Dense layer</c>.</summary>
    public static string LayerWithWeights =>
        $"a {Either([.. Kinds.Where(kind => kind.Roles.Any(role => role.IsWeight)).Select(kind => kind.Attribute)])} layer";

    /// <summary>The hyperparameters that an attribute of a property declares.</summary>
    public static IEnumerable<HyperparameterName> HyperparametersOfValue(AttributeDeclaration attribute) => Of(s_ofValues, attribute);

    /// <summary>The hyperparameters that an attribute of the class declares.</summary>
    public static IEnumerable<HyperparameterName> HyperparametersOfNetwork(AttributeDeclaration attribute) => Of(s_ofNetworks, attribute);

    /// <summary>Whether an attribute, by its name without "Attribute", is a loss: a property with a loss is a head.</summary>
    public static bool IsLoss(string attribute) => Losses.Any(loss => loss.Attribute == attribute);

    /// <summary>Whether a value has an augmentation, by its attributes' names.</summary>
    public static bool IsAugmented(ValueDeclaration value) => value.Attributes.Any(a => Augmentations.Any(augmentation => augmentation.Attribute == a.Name));

    /// <summary>What the attributes of a network, faulty or not, add to what its callers see.</summary>
    public static NetworkFeatures FeaturesOf(NetworkDeclaration network) => network.Attributes.Select(a => FeaturesOf(s_ofNetworks, a))
        .Concat(network.Values.SelectMany(value => value.Attributes).Select(a => FeaturesOf(s_ofValues, a)))
        .Aggregate(NetworkFeatures.None, (all, features) => all | features);

    private static NetworkFeatures FeaturesOf(Dictionary<string, Modifier> modifiers, AttributeDeclaration attribute) =>
        modifiers.TryGetValue(attribute.Name, out Modifier? modifier) ? modifier.Features : NetworkFeatures.None;

    private static string Either(string[] names) =>
        names is [var only] ? only : $"{string.Join(", ", names.Take(names.Length - 1))} or {names[names.Length - 1]}";

    private static Dictionary<string, Modifier> ByName(params Modifier[][] lists) =>
        lists.SelectMany(list => list).ToDictionary(m => m.Attribute, StringComparer.Ordinal);

    private static IEnumerable<HyperparameterName> Of(Dictionary<string, Modifier> modifiers, AttributeDeclaration attribute) =>
        modifiers.TryGetValue(attribute.Name, out Modifier? modifier) && modifier.Hyperparameters is { } hyperparameters ? hyperparameters(attribute) : [];
}

/// <summary>An attribute, and what of it is known by its name alone.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Hyperparameters">The names of the hyperparameters that it declares; null for none.</param>
/// <param name="Features">What it adds to what callers see of the network.</param>
internal record Modifier(
    string Attribute, Func<AttributeDeclaration, IEnumerable<HyperparameterName>>? Hyperparameters = null, NetworkFeatures Features = NetworkFeatures.None);

/// <summary>One line of the catalogue.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="Hyperparameters">The hyperparameters that the attribute declares; null for none.</param>
/// <param name="Features">What the attribute adds to what callers see of the network.</param>
internal record Entry<TBind>(
    string Attribute,
    TBind Bind,
    Func<AttributeDeclaration, IEnumerable<HyperparameterName>>? Hyperparameters = null,
    NetworkFeatures Features = NetworkFeatures.None)
    : Modifier(Attribute, Hyperparameters, Features);

/// <summary>One line of the kinds.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="Roles">The parameters that its layers may have: emitted names end in their titles.</param>
internal sealed record KindEntry(string Attribute, Func<AttributeReader, LayerKind?> Bind, IReadOnlyList<Ops.ParameterRole> Roles)
    : Entry<Func<AttributeReader, LayerKind?>>(Attribute, Bind);

/// <summary>One line of the normalizations.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="Roles">The parameters that its layers have: emitted names end in their titles.</param>
/// <param name="Hyperparameters">The hyperparameters that the attribute declares.</param>
internal sealed record NormalizationEntry(
    string Attribute,
    Func<AttributeReader, Normalization> Bind,
    IReadOnlyList<Ops.ParameterRole> Roles,
    Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Hyperparameters)
    : Entry<Func<AttributeReader, Normalization>>(Attribute, Bind, Hyperparameters);

/// <summary>One line of the losses.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute of a head of so many units.</param>
/// <param name="Form">What callers of the network see of a head.</param>
/// <param name="Hyperparameters">The hyperparameters that the attribute declares.</param>
internal sealed record LossEntry(
    string Attribute, Func<AttributeReader, int, Loss> Bind, HeadForm Form, Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Hyperparameters)
    : Entry<Func<AttributeReader, int, Loss>>(Attribute, Bind, Hyperparameters);

/// <summary>One line of the penalties.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute of a layer, or of the network where the name is empty.</param>
/// <param name="Hyperparameters">The hyperparameters that the attribute declares.</param>
/// <param name="IsPrior">Whether its strength depends on the number of training examples.</param>
internal sealed record PenaltyEntry(
    string Attribute, Func<AttributeReader, string, Penalty> Bind, Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Hyperparameters, bool IsPrior = false)
    : Entry<Func<AttributeReader, string, Penalty>>(
        Attribute, Bind, Hyperparameters, NetworkFeatures.Penalties | (IsPrior ? NetworkFeatures.TrainingExamples : NetworkFeatures.None));

/// <summary>One line of what may be done to a layer's value.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="OnHead">The rule that it breaks on a head, which feeds nothing.</param>
/// <param name="Hyperparameters">The hyperparameters that the attribute declares.</param>
/// <param name="Features">What the attribute adds to what callers see of the network.</param>
internal sealed record ValueModifierEntry(
    string Attribute,
    Func<AttributeReader, ValueModifier> Bind,
    string OnHead,
    Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Hyperparameters,
    NetworkFeatures Features = NetworkFeatures.None)
    : Entry<Func<AttributeReader, ValueModifier>>(Attribute, Bind, Hyperparameters, Features);
