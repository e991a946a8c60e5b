using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Every attribute of the catalogue as a user writes it, with arguments that are no defaults and no neutral numbers, so that a factor
/// left out or swapped shows. The first of each list is the absence of one, where a network may do without.
/// </summary>
internal static class Ingredients
{
    private static readonly HashSet<string> Known = [.. Catalogue.All.Select(entry => entry.Attribute)];

    public static readonly string[] Activations =
        ["", "Relu", "LeakyRelu(0.2f)", "Elu(0.7f)", "Gelu", "Sigmoid", "Tanh", "Softplus", "Swish"];

    /// <summary>What brings the numbers of a layer to a common scale, with an ε that counts.</summary>
    public static readonly string[] Normalizations = ["", "BatchNorm(Epsilon = 0.03f)", "BatchNorm(Decay = 0.8f, Epsilon = 0.2f)", "LayerNorm(Epsilon = 0.05f)"];

    public static readonly string[] Losses =
    [
        "SoftmaxCrossEntropy", "SoftmaxCrossEntropy(Smoothing = 0.15f, Weight = 0.7f)", "BinaryCrossEntropy(Weight = 1.3f)",
        "MeanSquaredError", "MeanAbsoluteError", "Huber(0.6f, Weight = 0.8f)",
    ];

    /// <summary>What a layer may say about its weights.</summary>
    public static readonly string[] Penalties =
    [
        "", "L2(0.06f)", "L2(0.05f, Bias = true)", "L1(0.04f)", "L1(0.03f, Bias = true)", "Decay(0.3f)", "Decay(0.2f, Bias = true)",
        "L1(0.04f, Proximal = true)", "L2(0.05f), L1(0.03f, Bias = true, Proximal = true)", "GaussianPrior(0.7f)", "GaussianPrior(0.8f, Bias = true)",
        "LaplacePrior(0.6f, Bias = true)", "LaplacePrior(0.9f, Proximal = true)", "GroupLasso(0.05f)", "MaxNorm(0.4f)",
        "MaxNorm(0.5f), L1(0.02f, Proximal = true)",
    ];

    /// <summary>What the class may say about all weights.</summary>
    public static readonly string[] NetworkPenalties =
    [
        "", "L2(0.04f)", "L1(0.03f)", "Decay(0.25f)", "L1(0.02f, Proximal = true)", "GaussianPrior(0.9f)", "LaplacePrior(1.1f)", "GroupLasso(0.03f)",
        "MaxNorm(0.6f)",
    ];

    /// <summary>What is done to all gradients.</summary>
    public static readonly string[] Clippings = ["", "GradientClipping(Value = 0.03f)", "GradientClipping(Norm = 0.2f)"];

    /// <summary>What training does to the values of a layer.</summary>
    public static readonly string[] Dropouts = ["", "Dropout(0.7f)", "Dropout(0.6f, Rescale = Rescale.AtPrediction)", "GaussianNoise(0.3f)"];

    public static readonly string[] Initializers = ["", "He", "Glorot", "LeCun", "Normal(0.3f)", "Zero"];

    public static readonly string[] Optimizers =
    [
        "", "Sgd(0.1f)", "Sgd(0.1f, Momentum = 0.8f)", "Sgd(0.1f, Momentum = 0.8f, Nesterov = true)", "RmsProp(0.02f, Rho = 0.8f, Epsilon = 0.01f)",
        "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdamW(0.02f, Decay = 0.2f, Beta1 = 0.7f, Beta2 = 0.9f, Epsilon = 0.01f)",
    ];

    /// <summary>How adversarial examples take part: mostly not, so that most cases stay what they are.</summary>
    public static readonly string[] Adversaries =
        ["", "", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)", "", "AdversarialTraining(Epsilon = 0.3f, Weight = 0.7f, Steps = 3)"];

    /// <summary>What is blended.</summary>
    public static readonly string[] Blends = ["", "Mixup(0.7f)"];

    /// <summary>What is cut out of images.</summary>
    public static readonly string[] Cuts = ["CutMix(0.8f)"];

    /// <summary>What training does to images of one channel and two positions and more each way.</summary>
    public static readonly string[] Augmentations =
    [
        "HorizontalFlip(0.4f)", "VerticalFlip", "Shift(1)", "Stretch(0.3f, 0.2f)", "Rotate(40)", "Rotate(30, Crop = true)", "Zoom(0.3f)", "RandomCrop(0.5f)",
        "Elastic(4, 1.2f)", "ColorBalance(brightness: 0.3f, contrast: 0.4f)", "Blur(1.3f)", "Erase(1, Probability = 0.6f)",
    ];

    /// <summary>What becomes of the weights over the steps.</summary>
    public static readonly string[] Averages = ["", "AverageWeights(0.8f)"];

    /// <summary>What an input may say about its numbers, those of <see cref="Batches"/>: parts of its attribute.</summary>
    public static readonly string[] Ranges = ["", ", Min = -1", ", Max = 1", ", Min = -1, Max = 1"];

    public static readonly string[] Schedules =
        ["", "StepSchedule(2, Factor = 0.5f)", "CosineSchedule(4, Final = 0.2f)", "WarmUp(3)", "StepSchedule(1, Factor = 0.6f), WarmUp(2)"];

    /// <summary>The names of attributes that are written together: <c>L2</c> and <c>L1</c> of <c>L2(0.05f), L1(0.03f)</c>.</summary>
    public static IEnumerable<string> NamesOf(string ingredient) => ingredient.Split("), ").Select(NameOf).Where(Known.Contains);

    /// <summary>The attribute's name: <c>L2</c> of <c>L2(0.05f, Bias = true)</c>.</summary>
    public static string NameOf(string ingredient) => ingredient.Split('(')[0];
}
