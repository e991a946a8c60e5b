using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>Attribute arguments that are out of range.</summary>
internal static class ArgumentRules
{
    private const string Category = "NetGen.Arguments";

    public static readonly DiagnosticDescriptor InputShape = new(
        Rules.InputShape, "Every extent of an input must be positive",
        "'{0}' has the shape {2}, but an input needs at least one extent, each at least 1: [Input(784)] or [Input(28, 28, 1)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The shape is that of one row, without the batch: height, width, channels for an image.");

    public static readonly DiagnosticDescriptor UnitsNotPositive = new(
        Rules.UnitsNotPositive, "A layer needs at least one unit",
        "'{0}' has {3} units, but {1} needs at least 1",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Units is the number of outputs of the layer.");

    public static readonly DiagnosticDescriptor KeepOutOfRange = new(
        Rules.KeepOutOfRange, "keep is a probability",
        "'{0}' keeps units with probability {3}, but keep must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "keep is the share of units that stay, as in Srivastava et al. 2014: keep = 0.8 drops a fifth of them. Other libraries ask for the share to drop.");

    public static readonly DiagnosticDescriptor SlopeOutOfRange = new(
        Rules.SlopeOutOfRange, "The slope of LeakyRelu is less than one",
        "'{0}' has a slope of {3} for negative inputs, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "With slope 1 the function would be the identity.");

    public static readonly DiagnosticDescriptor SmoothingOutOfRange = new(
        Rules.SmoothingOutOfRange, "Label smoothing must leave the true class ahead",
        "'{0}' smooths labels by ε = {3}, but ε must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The true class gets 1 − ε and each other ε/(k − 1). From ε = (k − 1)/k on the true class would no longer be the likeliest.");

    public static readonly DiagnosticDescriptor WeightNegative = new(
        Rules.WeightNegative, "A head's weight is not negative",
        "'{0}' has the weight {3} in the objective, but a weight must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A negative weight would make training increase the loss.");

    public static readonly DiagnosticDescriptor LambdaNegative = new(
        Rules.LambdaNegative, "The strength of a penalty is not negative",
        "The {1} penalty of '{0}' has λ = {3}, but λ must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A negative λ would make the weights grow without bound.");

    public static readonly DiagnosticDescriptor DecayNegative = new(
        Rules.DecayNegative, "A decay rate is not negative",
        "'{0}' decays at the rate {3}, but a rate must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A negative rate would make the weights grow without bound.");

    public static readonly DiagnosticDescriptor LearningRateNotPositive = new(
        Rules.LearningRateNotPositive, "A learning rate is positive",
        "{1} has the learning rate {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Usual rates are 0.001 for Adam and its kin, 0.01 to 0.1 for SGD.");

    public static readonly DiagnosticDescriptor MomentOutOfRange = new(
        Rules.MomentOutOfRange, "Momentum and the decay of a moment must be in [0, 1)",
        "{1} has {2} = {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "At 1 a running mean would never forget, and never move.");

    public static readonly DiagnosticDescriptor ScheduleOutOfRange = new(
        Rules.ScheduleOutOfRange, "A schedule's argument is out of range",
        "{1} has {2} = {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Schedules count updates, not epochs: an epoch has rows divided by BatchSize of them.");

    public static readonly DiagnosticDescriptor AlphaNotPositive = new(
        Rules.AlphaNotPositive, "The limit of Elu is positive",
        "'{0}' has α = {3}, but α must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Elu tends to −α for very negative inputs.");

    public static readonly DiagnosticDescriptor DeltaNotPositive = new(
        Rules.DeltaNotPositive, "The bend of the Huber loss is positive",
        "'{0}' has δ = {3}, but δ must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The loss is quadratic up to an error of δ and linear beyond.");

    public static readonly DiagnosticDescriptor DeviationNotPositive = new(
        Rules.DeviationNotPositive, "A standard deviation is positive",
        "'{0}' starts with the standard deviation {3}, but it must be {4}. For weights that start at zero write [Zero].",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Weights are drawn from a normal distribution of that deviation.");

    public static readonly DiagnosticDescriptor EpsilonNotPositive = new(
        Rules.EpsilonNotPositive, "ε is positive",
        "{1} has ε = {3}, but ε must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "ε keeps the step from dividing by zero; 1e-8 is usual.");

    public static readonly DiagnosticDescriptor BatchSizeNotPositive = new(
        Rules.BatchSizeNotPositive, "A batch has at least one row",
        "'{0}' has a batch size of {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The most rows one step takes; memory for the batch is reserved once.");

    public static readonly DiagnosticDescriptor RescaleUnknown = new(
        Rules.RescaleUnknown, "Dropout rescales in training or at prediction",
        "'{0}' has Rescale = {3}, which is neither Rescale.InTraining (0) nor Rescale.AtPrediction (1)",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Either a kept unit is multiplied by 1/keep in training, or every unit by keep when predicting.");

    public static readonly DiagnosticDescriptor ClassWeightCount = new(
        Rules.ClassWeightCount, "Every class has one weight",
        "'{0}' has {2} classes, but ClassWeights has {3} numbers. Give one for each class.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The first number is the weight of class 0. Leave ClassWeights out for classes that count the same.");

    public static readonly DiagnosticDescriptor ClassWeightNegative = new(
        Rules.ClassWeightNegative, "The weight of a class is not negative",
        "'{0}' gives class {3} the weight {2}, but a weight must be ≥ 0 and finite",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A negative weight would make the loss of a class large. 0 leaves a class out of training.");

    public static readonly DiagnosticDescriptor ClassWeightsZero = new(
        Rules.ClassWeightsZero, "Some class weight must be positive",
        "'{0}' gives every class the weight 0, so there is nothing to learn. Give at least one class a weight above 0.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The loss is the mean of the rows' losses, weighted by their classes.");

    public static readonly DiagnosticDescriptor NoiseNotPositive = new(
        Rules.NoiseNotPositive, "The deviation of noise is positive",
        "'{0}' has noise with σ = {3}, but σ must be {4}. For none leave GaussianNoise out.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Training adds a number from N(0, σ²) to each unit.");

    public static readonly DiagnosticDescriptor MixupNegative = new(
        Rules.MixupNegative, "The α of mixup and CutMix is not negative",
        "'{0}' has {1} with α = {3}, but α must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The share λ of a row is drawn from Beta(α, α) in each step: near 0 or 1 for a small α, uniform for 1, near ½ for a large one. " +
        "Zhang et al. 2018 use 0.1 to 0.4 for mixup, Yun et al. 2019 use 1 for CutMix. For 0 nothing is blended.");

    public static readonly DiagnosticDescriptor SigmaNotPositive = new(
        Rules.SigmaNotPositive, "The scale of a prior is positive",
        "The {1} of '{0}' has σ = {3}, but σ must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A small σ holds weights tight; as σ grows, the prior says less and less.");

    public static readonly DiagnosticDescriptor LimitNotPositive = new(
        Rules.LimitNotPositive, "A limit is positive",
        "The {1} of '{0}' has {2} = {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A limit of 0 would leave nothing to learn with. For no limit leave the attribute out, or give float.PositiveInfinity.");

    public static readonly DiagnosticDescriptor InputRange = new(
        Rules.InputRange, "The minimum of an input must be below its maximum",
        "'{0}' ranges from {2} to {3}, but Min must be less than Max: [Input(784, Min = 0, Max = 1)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The range says what a feature may be: data outside it is refused, adversarial examples are clipped to it. Either end may be left out.");

    public static readonly DiagnosticDescriptor WindowNotPositive = new(
        Rules.WindowNotPositive, "A window has a size and moves on",
        "'{0}' has {2} = {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The size of a kernel or window, and how far it moves, are counted in positions of the image.");

    public static readonly DiagnosticDescriptor PaddingUnknown = new(
        Rules.PaddingUnknown, "Padding is Valid or Same",
        "'{0}' has Padding = {3}, which is neither ConvPadding.Valid (0) nor ConvPadding.Same (1)",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Valid adds nothing around the image, Same as much as gives ⌈size/stride⌉ positions. Any other amount is written as Pads.");

    public static readonly DiagnosticDescriptor PadsOutOfRange = new(
        Rules.PadsOutOfRange, "Pads are four numbers less than the window",
        "'{0}' has Pads of [{2}], but they must be four numbers, [top, bottom, left, right], each ≥ 0 and less than its side of the {3} window",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A window that lay outside the image altogether would compute nothing of it.");

    public static readonly DiagnosticDescriptor PaddingTwice = new(
        Rules.PaddingTwice, "Padding is given once",
        "'{0}' has Padding and Pads. Keep one: Pads gives the positions at each side, Padding computes them.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Padding = ConvPadding.Same computes what is added; Pads says it.");

    public static readonly DiagnosticDescriptor AdversarialEpsilon = new(
        Rules.AdversarialEpsilon, "An adversarial ε is not negative",
        "'{0}' moves features of adversarial examples by ε = {3}, but ε must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "ε is how far each feature may be moved, in the units of the features: 0.1 for pixels in [0, 1] is usual, 25 for pixels in [0, 255].");

    public static readonly DiagnosticDescriptor AdversarialWeight = new(
        Rules.AdversarialWeight, "The weight of adversarial examples must be in [0, 1]",
        "'{0}' gives adversarial examples the share {3} of the loss, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The step minimizes (1 − w)·E(x) + w·E(x′). Goodfellow, Shlens & Szegedy 2015 use 0.5.");

    public static readonly DiagnosticDescriptor AdversarialSteps = new(
        Rules.AdversarialSteps, "Adversarial training needs at least one step",
        "'{0}' makes adversarial examples in {3} steps, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "One step is the fast gradient sign method, several are the basic iterative method; each costs about as much as a step on the clean rows.");

    public static readonly DiagnosticDescriptor AugmentationOutOfRange = new(
        Rules.AugmentationOutOfRange, "The strength of an augmentation is in its range",
        "The {1} of '{0}' has {2} = {3}, but it must be {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Probabilities are in [0, 1]; factors of stretching and zooming are 1 ± v with v below 1, for an image of no size shows nothing; angles are in degrees, up to 180. " +
        "A strength of 0, and of RandomCrop an area of 1, switches an augmentation off.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        InputShape, UnitsNotPositive, KeepOutOfRange, SlopeOutOfRange, SmoothingOutOfRange,
        WeightNegative, LambdaNegative, DecayNegative, LearningRateNotPositive, MomentOutOfRange,
        ScheduleOutOfRange, AlphaNotPositive, DeltaNotPositive, DeviationNotPositive, EpsilonNotPositive,
        BatchSizeNotPositive, RescaleUnknown, ClassWeightCount, ClassWeightNegative, ClassWeightsZero,
        NoiseNotPositive, MixupNegative, SigmaNotPositive, LimitNotPositive,
        AdversarialEpsilon, AdversarialWeight, AdversarialSteps, InputRange, WindowNotPositive, PaddingUnknown, PadsOutOfRange, PaddingTwice,
        AugmentationOutOfRange,
    ];
}
