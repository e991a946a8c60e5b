using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>What is attached to a value: activation, dropout, loss, initializer, penalties.</summary>
internal static class ModifierRules
{
    private const string Category = "NetGen.Modifiers";

    public static readonly DiagnosticDescriptor HeadWithoutLoss = new(
        Rules.HeadWithoutLoss, "A head needs a loss",
        "'{0}' is a head without a loss. Add one, such as SoftmaxCrossEntropy for classes or MeanSquaredError for numbers, or make it a layer: '{1}'.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A head is trained to make its loss small.");

    public static readonly DiagnosticDescriptor LossOnLayer = new(
        Rules.LossOnLayer, "A loss belongs on a head",
        "'{0}' is a Layer, but has the loss {1}. Declare it as '{2}' if it is an output, or remove {1}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Layers feed on; only heads are compared with targets.");

    public static readonly DiagnosticDescriptor InputAsHead = new(
        Rules.InputAsHead, "An input is no head",
        "'{0}' is a Head, but an input only feeds others. Declare it as '{2}'.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A head computes something from other values and compares it with a target.");

    public static readonly DiagnosticDescriptor ActivationMisplaced = new(
        Rules.ActivationMisplaced, "An activation has no place here",
        "'{0}' is {2}, where {1} has no place: {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Each loss implies what its head predicts: SoftmaxCrossEntropy probabilities of classes, BinaryCrossEntropy σ(z), the others z itself. " +
        "An activation in front would only stand in their way.");

    public static readonly DiagnosticDescriptor DropoutOnHead = new(
        Rules.DropoutOnHead, "Dropout has no place on a head",
        "'{0}' is a head, and dropping its outputs would only spoil the loss. Put Dropout on the layer before it.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Dropout makes hidden units useful without each other; outputs have no one to rely on.");

    public static readonly DiagnosticDescriptor NeedsWeights = new(
        Rules.NeedsWeights, "There are no weights here",
        "'{0}' is {2} and has no weights, so {1} has nothing to act on: {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Penalties, decay and initializers act on a layer's own weights.");

    public static readonly DiagnosticDescriptor TooFewClasses = new(
        Rules.TooFewClasses, "A classifier needs two classes",
        "'{0}' has {2} unit, but SoftmaxCrossEntropy chooses between at least 2 classes. For a yes or no use BinaryCrossEntropy.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Softmax over one unit is always 1, whatever the weights.");

    public static readonly DiagnosticDescriptor NoiseOnHead = new(
        Rules.NoiseOnHead, "Noise has no place on a head",
        "'{0}' is a head, and noise on its outputs would only blur the loss. Put GaussianNoise on the layer before it.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Noise makes a network insensitive to small changes of what a layer reads; nothing reads a head.");

    public static readonly DiagnosticDescriptor ClassesOverImage = new(
        Rules.ClassesOverImage, "A head of classes has one position",
        "'{0}' has the shape {2}, {3} positions, but [{1}] compares one class with each row. Put [GlobalAveragePool] between to have a number for each class, or let a [Dense] layer read the image.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A label is one class for each row of the batch. Heads of floats may be images: their targets are images too.");

    public static readonly DiagnosticDescriptor ChannelsOfVector = new(
        Rules.ChannelsOfVector, "Dropping whole channels takes an image",
        "'{0}' drops whole channels, but its shape is {2}, where each number is a channel of its own. Leave Channels = true out.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "In an image a channel has a number at each position, and its neighbors say nearly the same. In a row of numbers, dropping channels is dropping units.");

    public static readonly DiagnosticDescriptor AugmentationWithoutImage = new(
        Rules.AugmentationWithoutImage, "An augmentation needs an input that is an image",
        "'{0}' is {2}, but {1} changes the images of an input: {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Augmentations move and recolor what an image shows, so they need to know its height, its width and its channels.");

    public static readonly DiagnosticDescriptor ColorOfOneChannel = new(
        Rules.ColorOfOneChannel, "One channel has no color",
        "The images of '{0}' have one channel, and so no color that {2} could change. Leave {2} out; brightness and contrast act on one channel too.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Gain changes channels against each other, and saturation their distance from gray. Of one channel the one would be a second brightness, the other nothing.");

    public static readonly DiagnosticDescriptor AugmentationTooLarge = new(
        Rules.AugmentationTooLarge, "An augmentation leaves something of an image",
        "The images of '{0}' are {2}: {3}. Give {1} at most {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "What training sees must still show what the label says.");

    public static readonly DiagnosticDescriptor NormalizationMisplaced = new(
        Rules.NormalizationMisplaced, "A normalization has no place here",
        "'{0}' is {2}, where {1} has no place: {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A normalization stands between a layer's kind and its activation. Inputs are standardized as data, with a Standardizer; what a head predicts has a scale of its own.");

    public static readonly DiagnosticDescriptor BatchNormOfFewRows = new(
        Rules.BatchNormOfFewRows, "Batch normalization needs several numbers for each channel",
        "'{0}' {2} has one number a row for each channel, and a batch has at most {3} rows; BatchNorm takes means and variances of them. Set BatchSize to at least 3, or use LayerNorm.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The variance of one number is 0. The last rows of an epoch are cut so that no batch has a single one, which needs batches of 3.");

    public static readonly DiagnosticDescriptor DropoutBeforeBatchNorm = new(
        Rules.DropoutBeforeBatchNorm, "Dropout before a batch normalization shifts its variance",
        "'{0}' is batch-normalized, but '{2}' before it has dropout, so that the running variance is one that predictions do not have. Put the dropout behind the last BatchNorm.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "In training dropout adds variance to what the normalization measures; a prediction without dropout has less (Li et al. 2019).");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        HeadWithoutLoss, LossOnLayer, InputAsHead, ActivationMisplaced, DropoutOnHead,
        NeedsWeights, TooFewClasses, NoiseOnHead, ClassesOverImage, ChannelsOfVector, AugmentationWithoutImage, ColorOfOneChannel, AugmentationTooLarge,
        NormalizationMisplaced, BatchNormOfFewRows, DropoutBeforeBatchNorm,
    ];
}
