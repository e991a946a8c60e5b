using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Language.Schedules;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language;

/// <summary>Everything a model may be made of, one line each: the attribute's name and what binds it. The table of contents of the language.</summary>
internal static class Catalogue
{
    public static readonly KindEntry[] Kinds =
    [
        new("Input", InputLayer.Bind, []),
        new("Dense", DenseLayer.Bind, DenseLayer.AllRoles),
        new("Sum", SumLayer.Bind, []),
        new("Scale", ScaleLayer.Bind, ScaleLayer.AllRoles),
        new("Conv2D", Conv2DLayer.Bind, Conv2DLayer.AllRoles),
        new("MaxPool", PoolLayer.BindMax, []),
        new("AveragePool", PoolLayer.BindAverage, []),
        new("GlobalAveragePool", GlobalAveragePoolLayer.Bind, []),
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

    public static readonly Entry<Func<AttributeReader, int, Loss>>[] Losses =
    [
        new("SoftmaxCrossEntropy", SoftmaxCrossEntropy.Bind, SoftmaxCrossEntropy.Declares),
        new("BinaryCrossEntropy", BinaryCrossEntropy.Bind, LossWeight.Declares),
        new("MeanSquaredError", MeanSquaredError.Bind, LossWeight.Declares),
        new("MeanAbsoluteError", MeanAbsoluteError.Bind, LossWeight.Declares),
        new("Huber", Huber.Bind, LossWeight.Declares),
    ];

    public static readonly Entry<Func<AttributeReader, string, Penalty>>[] Penalties =
    [
        new("L2", L2.Bind, L2.Declares),
        new("GaussianPrior", L2.BindPrior, L2.PriorDeclares),
        new("L1", L1.Bind, L1.Declares),
        new("LaplacePrior", L1.BindPrior, L1.PriorDeclares),
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
        new("WarmUp", WarmUp.Bind, WarmUp.Declares),
    ];

    /// <summary>What a layer's value may have besides, at most once.</summary>
    public static readonly Modifier[] OnLayers = [new("Dropout", Dropout.Declares), new("GaussianNoise", GaussianNoise.Declares)];

    /// <summary>The same of the parameters of a layer, or of all layers where it stands on the class.</summary>
    public static readonly Modifier[] OnParameters = [new("Decay", Decay.Declares), new("MaxNorm", MaxNorm.Declares)];

    /// <summary>The same of the network's training.</summary>
    public static readonly Modifier[] OnNetworks =
    [
        new("GradientClipping", GradientClipping.Declares),
        new("Mixup", Mixup.Declares),
        new("AverageWeights", Averaging.Declares),
        new("AdversarialTraining", AdversarialTraining.Declares),
    ];

    /// <summary>What declares hyperparameters on a property.</summary>
    private static readonly Dictionary<string, Modifier> s_ofValues = new Modifier[][] { Losses, Penalties, OnLayers, OnParameters }.SelectMany(list => list).ToDictionary(m => m.Attribute, StringComparer.Ordinal);

    /// <summary>What declares hyperparameters on a class.</summary>
    private static readonly Dictionary<string, Modifier> s_ofNetworks = new Modifier[][] { Optimizers, Schedules, Penalties, OnParameters, OnNetworks }.SelectMany(list => list).ToDictionary(m => m.Attribute, StringComparer.Ordinal);

    /// <summary>The kinds for a message: <c>[Input], [Dense] or [Sum]</c>, and so on.</summary>
    public static string KindNames => string.Join(", ", Kinds.Take(Kinds.Length - 1).Select(kind => $"[{kind.Attribute}]")) + $" or [{Kinds[Kinds.Length - 1].Attribute}]";

    /// <summary>The hyperparameters that an attribute of a property declares.</summary>
    public static IEnumerable<HyperparameterName> HyperparametersOfValue(AttributeDeclaration attribute) => Of(s_ofValues, attribute);

    /// <summary>The hyperparameters that an attribute of the class declares.</summary>
    public static IEnumerable<HyperparameterName> HyperparametersOfNetwork(AttributeDeclaration attribute) => Of(s_ofNetworks, attribute);

    /// <summary>Whether an attribute, by its name without "Attribute", is a loss: a property with a loss is a head.</summary>
    public static bool IsLoss(string attribute) => Losses.Any(loss => loss.Attribute == attribute);

    private static IEnumerable<HyperparameterName> Of(Dictionary<string, Modifier> modifiers, AttributeDeclaration attribute) =>
        modifiers.TryGetValue(attribute.Name, out Modifier? modifier) && modifier.Hyperparameters is { } hyperparameters ? hyperparameters(attribute) : [];
}

/// <summary>An attribute, and the hyperparameters that it declares.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Hyperparameters">Their names; null for none.</param>
internal record Modifier(string Attribute, Func<AttributeDeclaration, IEnumerable<HyperparameterName>>? Hyperparameters = null);

/// <summary>One line of the catalogue.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="Hyperparameters">The hyperparameters that the attribute declares; null for none.</param>
internal record Entry<TBind>(string Attribute, TBind Bind, Func<AttributeDeclaration, IEnumerable<HyperparameterName>>? Hyperparameters = null)
    : Modifier(Attribute, Hyperparameters);

/// <summary>One line of the kinds.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="Roles">The parameters that its layers may have: emitted names end in their titles.</param>
internal sealed record KindEntry(string Attribute, Func<AttributeReader, LayerKind?> Bind, IReadOnlyList<Ops.ParameterRole> Roles)
    : Entry<Func<AttributeReader, LayerKind?>>(Attribute, Bind);
