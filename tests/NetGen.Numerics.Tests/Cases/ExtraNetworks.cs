namespace NetGen.Numerics.Tests;

/// <summary>Networks of elements that depend on a head's size or on each other, and so fit into no list of ingredients.</summary>
internal static class ExtraNetworks
{
    public static IReadOnlyList<NetworkText> All { get; } =
    [
        new NetworkText("ClassWeights", 9, "Sgd(0.1f, Momentum = 0.8f)")
            .Layer("X", "Input(6)")
            .Layer("A", "Dense(7)", "Tanh", "Dropout(0.8f)")
            .Head("Kind", "Dense(4)", "SoftmaxCrossEntropy(Smoothing = 0.15f, ClassWeights = new[] { 0.5f, 2f, 0f, 1.5f })")
            .Head("Side", "Dense(2, From = nameof(X))", "SoftmaxCrossEntropy(ClassWeights = new[] { 1f, 3f }, Weight = 0.7f)")
            .Head("Place", "Dense(2, From = nameof(A))", "Huber(0.6f)"),
        new NetworkText("NoiseBeforeDropout", 11, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)")
            .Layer("X", "Input(6)", "GaussianNoise(0.2f)", "Dropout(0.8f)")
            .Layer("A", "Dense(17)", "Relu", "GaussianNoise(0.3f)", "Dropout(0.7f)")
            .Layer("B", "Dense(17)", "Gelu", "GaussianNoise(0.4f)", "Dropout(0.6f, Rescale = Rescale.AtPrediction)")
            .Layer("S", "Sum(nameof(A), nameof(B))", "Relu", "GaussianNoise(0.5f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy"),
        new NetworkText("Scaled", 13, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)", "L1(0.01f)", "AverageWeights(0.7f)")
            .Layer("X", "Input(6)")
            .Layer("Gain", "Scale", "L2(0.05f, Bias = true)")
            .Layer("A", "Dense(17, Bias = false)", "Tanh", "Dropout(0.8f)")
            .Layer("Again", "Scale(From = nameof(A))", "Relu", "Decay(0.2f, Bias = true)", "Dropout(0.7f)")
            .Layer("S", "Sum(nameof(A), nameof(Again))")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Direct", "Scale(From = nameof(S))", "MeanSquaredError", "L2(0.02f, Bias = true)"),
        // Batch normalization of vectors and images, of few and many channels, before every kind of reader, with all that training may add.
        new NetworkText("NormalizedByBatch", 7, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)", "AverageWeights(0.7f)")
            .Layer("X", "Input(6)")
            .Layer("A", "Dense(17)", "BatchNorm(Decay = 0.8f, Epsilon = 0.01f)", "Tanh", "L2(0.05f, Bias = true)")
            .Layer("B", "Dense(17, From = nameof(X))", "BatchNorm(Epsilon = 0.02f)", "Swish")
            .Layer("S", "Sum(nameof(A), nameof(B))", "BatchNorm(Epsilon = 0.01f)", "Gelu", "Dropout(0.8f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy"),
        new NetworkText("NormalizedImages", 6, "Sgd(0.1f, Momentum = 0.8f)", "GradientClipping(Norm = 0.5f)", "Mixup(0.7f)")
            .Layer("X", "Input(5, 4, 2)")
            .Layer("A", "Conv2D(17, kernel: 3, Padding = ConvPadding.Same)", "BatchNorm(Epsilon = 0.01f)", "Tanh")
            .Layer("B", "Conv2D(3, kernel: 2)", "BatchNorm(Epsilon = 0.01f)", "Swish")
            .Layer("P", "AveragePool(2, Stride = 1)", "Softplus")
            .Layer("Q", "MaxPool(2, Stride = 1, From = nameof(X))", "BatchNorm(Epsilon = 0.01f)")
            .Layer("E", "Conv2D(3, kernel: 2, From = nameof(Q))")
            .Layer("F", "Sum(nameof(P), nameof(E))", "Tanh")
            .Layer("D", "Dense(5)", "LayerNorm(Epsilon = 0.02f)", "Tanh", "Dropout(0.7f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Image", "Conv2D(1, kernel: 1, From = nameof(A))", "MeanSquaredError"),
        new NetworkText("NormalizedRows", 5, "RmsProp(0.02f, Rho = 0.8f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f, Steps = 2)")
            .Layer("X", "Input(4, 5, 2)", "Dropout(0.9f)")
            .Layer("A", "Conv2D(17, kernel: 3)", "LayerNorm(Epsilon = 0.01f)", "Relu")
            .Layer("B", "Conv2D(2, kernel: 2)", "LayerNorm", "Gelu", "GaussianNoise(0.2f)")
            .Layer("D", "Dense(19)", "LayerNorm(Epsilon = 0.02f)", "L1(0.02f, Bias = true)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy"),
        // Images: dense and padded channels, borders on inputs and on layers, strides, every side of a pool.
        new NetworkText("Convolved", 5, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
            .Layer("X", "Input(7, 5, 2, Min = -3, Max = 3)")
            .Layer("A", "Conv2D(17, kernel: 3, Padding = ConvPadding.Same)", "Tanh", "L2(0.05f)", "Dropout(0.8f)")
            .Layer("P", "AveragePool(2, Stride = 1)")
            .Layer("B", "Conv2D(4, height: 2, width: 3, StrideY = 2, Pads = new[] { 1, 0, 2, 1 })", "Gelu", "Decay(0.2f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Image", "Conv2D(1, kernel: 1, Bias = false, From = nameof(P))", "MeanSquaredError"),
        new NetworkText("Pooled", 6, "Sgd(0.1f, Momentum = 0.8f)", "GradientClipping(Norm = 0.5f)")
            .Layer("X", "Input(8, 6)", "Dropout(0.9f)")
            .Layer("A", "Conv2D(16, kernel: 3, Bias = false)", "MaxNorm(0.9f)")
            .Layer("M", "MaxPool(2, Padding = ConvPadding.Same)", "Relu", "Dropout(0.7f)")
            .Layer("B", "Conv2D(16, kernel: 3, Padding = ConvPadding.Same)", "Swish")
            .Layer("S", "Sum(nameof(M), nameof(B))")
            .Layer("G", "GlobalAveragePool")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy"),
        // Everything that training does to images, before they are blended, dropped, attacked, and read with a border.
        new NetworkText("AugmentedImages", 5, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "Mixup(0.7f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f, Steps = 2)")
            .Layer("X", "Input(7, 5, 3, Min = -2, Max = 2)", "HorizontalFlip", "VerticalFlip(0.4f)", "Shift(2)", "Stretch(0.3f, 0.2f)", "Rotate(30, Crop = true)", "Zoom(0.2f)", "RandomCrop(0.6f)", "Elastic(6, 1.5f)", "ColorBalance(0.2f, 0.3f, 0.4f, 0.5f)", "Blur(1.2f)", "Erase(3, Probability = 0.7f)", "Dropout(0.9f)")
            .Layer("A", "Conv2D(4, kernel: 3, Padding = ConvPadding.Same)", "Tanh")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy(Smoothing = 0.15f)"),
        new NetworkText("CutImages", 6, "Sgd(0.1f, Momentum = 0.8f)", "CutMix(0.9f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
            .Layer("X", "Input(6, 4, 2, Min = -1)", "Rotate(40)", "Erase(2)")
            .Layer("Y", "Input(6, 4)", "GaussianNoise(0.1f)")
            .Layer("Z", "Input(7)")
            .Layer("A", "Conv2D(3, kernel: 3, Padding = ConvPadding.Same, From = nameof(X))", "Gelu")
            .Layer("B", "Dense(7, From = nameof(Y))", "Tanh")
            .Layer("S", "Sum(nameof(B), nameof(Z))")
            .Head("Kind", "Dense(4, From = nameof(A))", "SoftmaxCrossEntropy")
            .Head("Place", "Dense(3, From = nameof(S))", "MeanSquaredError"),
        // Channels of inputs and of layers side by side, scaled, dropped as a whole; vectors joined; heads that are a concatenation or scale an image.
        new NetworkText("Joined", 6, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
            .Layer("X", "Input(5, 4, 2, Min = -3, Max = 3)", "Dropout(0.9f)")
            .Layer("Y", "Input(5, 4)")
            .Layer("A", "Conv2D(17, kernel: 3, Padding = ConvPadding.Same, From = nameof(X))", "Tanh", "Dropout(0.7f, Channels = true)")
            .Layer("C", "Concat(nameof(Y), nameof(A), nameof(X))", "Gelu", "Dropout(0.8f, Channels = true)")
            .Layer("Gain", "Scale", "Swish", "L2(0.05f, Bias = true)")
            .Layer("B", "Conv2D(3, kernel: 2, Stride = 2)", "Tanh")
            .Layer("G", "GlobalAveragePool(From = nameof(A))")
            .Layer("D", "Dense(5, From = nameof(B))", "Tanh")
            .Layer("V", "Concat(nameof(G), nameof(D))", "Relu", "Dropout(0.7f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Near", "Concat(nameof(Y), nameof(X))", "MeanSquaredError")
            .Head("Scaled", "Scale(From = nameof(A))", "MeanSquaredError"),
        new NetworkText("JoinedBlends", 7, "Sgd(0.1f, Momentum = 0.8f)", "Mixup(0.7f)", "GradientClipping(Norm = 0.5f)")
            .Layer("X", "Input(4, 3, 3)")
            .Layer("Y", "Input(4, 3, 3)", "Dropout(0.8f, Rescale = Rescale.AtPrediction, Channels = true)")
            .Layer("Gain", "Scale(From = nameof(X))", "Tanh")
            .Layer("S", "Sum(nameof(Gain), nameof(Y))", "Gelu", "Dropout(0.6f, Channels = true)")
            .Layer("J", "Concat(nameof(S), nameof(X), nameof(S))")
            .Layer("Again", "Scale", "Elu(0.7f)")
            .Layer("A", "Dense(7)", "Tanh")
            .Head("Kind", "Dense(4)", "SoftmaxCrossEntropy")
            .Head("Place", "Dense(2, From = nameof(Again))", "Huber(0.6f, Weight = 0.7f)"),
        // Groups of weights that leave a channel, and filters of limited norm.
        new NetworkText("Channels", 6, "Sgd(0.1f, Momentum = 0.8f)", "GroupLasso(0.03f)", "MaxNorm(0.8f)")
            .Layer("X", "Input(5, 4, 3)")
            .Layer("A", "Conv2D(17, kernel: 2)", "Tanh")
            .Layer("B", "Conv2D(4, height: 2, width: 1, Padding = ConvPadding.Same)", "Swish", "GroupLasso(0.05f)", "MaxNorm(0.5f)")
            .Layer("C", "Dense(7)", "Tanh")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy"),
        new NetworkText("Depthwise", 5, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
            .Layer("X", "Input(6, 5, 3, Min = -3, Max = 3)")
            .Layer("A", "DepthwiseConv2D(kernel: 3, Padding = ConvPadding.Same)", "Tanh", "GroupLasso(0.05f)", "MaxNorm(0.6f)")
            .Layer("B", "Conv2D(17, kernel: 1)", "Gelu")
            .Layer("C", "DepthwiseConv2D(height: 2, width: 3, Multiplier = 2, StrideY = 2, Pads = new[] { 1, 0, 2, 1 }, Bias = false)", "Swish", "L2(0.05f)", "MaxNorm(0.7f)", "Dropout(0.8f, Channels = true)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Image", "DepthwiseConv2D(kernel: 2, Multiplier = 3, From = nameof(X))", "MeanSquaredError", "GroupLasso(0.03f)"),
        new NetworkText("Local", 5, "Sgd(0.1f, Momentum = 0.8f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)", "GradientClipping(Norm = 0.5f)")
            .Layer("X", "Input(5, 4, 2, Min = -3, Max = 3)")
            .Layer("A", "LocallyConnected2D(17, kernel: 3, Padding = ConvPadding.Same)", "Tanh", "GroupLasso(0.05f)", "MaxNorm(0.8f)")
            .Layer("B", "LocallyConnected2D(3, kernel: 2, Stride = 2, Bias = false)", "Swish", "Decay(0.2f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Image", "LocallyConnected2D(1, kernel: 1, From = nameof(A))", "MeanSquaredError", "L2(0.02f, Bias = true)"),
        new NetworkText("Transposed", 5, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
            .Layer("X", "Input(3, 4, 2, Min = -3, Max = 3)")
            .Layer("A", "ConvTranspose2D(5, kernel: 3, Stride = 2)", "Tanh", "GroupLasso(0.05f)", "MaxNorm(0.7f)")
            .Layer("B", "ConvTranspose2D(17, height: 2, width: 3, StrideX = 2, Pads = new[] { 1, 0, 2, 1 })", "Gelu", "Dropout(0.8f)")
            .Layer("C", "ConvTranspose2D(3, kernel: 3, Stride = 2, Padding = ConvPadding.Same, From = nameof(A))", "Swish", "L2(0.05f)")
            .Head("Out", "Dense(3, From = nameof(B))", "SoftmaxCrossEntropy")
            .Head("Image", "ConvTranspose2D(1, kernel: 2, Padding = ConvPadding.Same, Bias = false, From = nameof(C))", "MeanSquaredError"),
        // A normalization behind each kind of image layer: the kind reads its own parameters alone, and a bias of each position stays.
        new NetworkText("NormalizedKinds", 4, "Sgd(0.1f, Momentum = 0.8f)")
            .Layer("X", "Input(4, 3, 2)")
            .Layer("A", "LocallyConnected2D(3, kernel: 2)", "BatchNorm(Epsilon = 0.05f)", "Tanh", "L2(0.05f, Bias = true)")
            .Layer("B", "DepthwiseConv2D(kernel: 3, Padding = ConvPadding.Same, From = nameof(X))", "BatchNorm(Epsilon = 0.05f)", "Swish")
            .Layer("C", "ConvTranspose2D(3, kernel: 2)", "LayerNorm(Epsilon = 0.05f)", "Tanh")
            .Layer("D", "Scale", "BatchNorm(Epsilon = 0.05f)", "Softplus")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Local", "Dense(2, From = nameof(A))", "MeanSquaredError"),
        Robust("RobustAtOnce", steps: 1, "Sgd(0.1f, Momentum = 0.8f)"),
        Robust("RobustByValue", steps: 2, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "GradientClipping(Value = 0.03f)"),
        Robust("RobustByNorm", steps: 3, "Sgd(0.1f)", "GradientClipping(Norm = 0.2f)"),
        new NetworkText("AveragedAdam", 7, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AverageWeights(0.7f)", "Decay(0.25f)")
            .Layer("X", "Input(6)")
            .Layer("A", "Dense(17)", "Tanh", "L1(0.03f, Bias = true)")
            .Head("Out", "Dense(3, Bias = false)", "MeanSquaredError"),
        new NetworkText("AveragedSgd", 7, "Sgd(0.1f)", "AverageWeights(0.8f)")
            .Layer("X", "Input(6)")
            .Head("Out", "Dense(3)", "MeanSquaredError"),
        new NetworkText("AveragedLimits", 7, "Sgd(0.1f, Momentum = 0.8f)", "AverageWeights(0.6f)", "GradientClipping(Norm = 0.5f)")
            .Layer("X", "Input(6)")
            .Layer("A", "Dense(17)", "Relu", "MaxNorm(0.7f)", "L1(0.02f, Proximal = true)")
            .Layer("B", "Dense(7)", "Tanh", "L1(0.03f, Proximal = true)")
            .Head("Out", "Dense(3)", "MeanSquaredError", "MaxNorm(0.5f)"),
        new NetworkText("Mixed", 10, "Sgd(0.1f, Momentum = 0.8f)", "Mixup(0.7f)")
            .Layer("X", "Input(6)", "Dropout(0.8f)")
            .Layer("Y", "Input(17)")
            .Layer("Z", "Input(7)", "GaussianNoise(0.1f)")
            .Layer("A", "Dense(7, From = nameof(X))", "Tanh")
            .Layer("B", "Dense(7, From = nameof(Y))", "Gelu")
            .Layer("S", "Sum(nameof(A), nameof(B), nameof(Z))", "Relu")
            .Head("Kind", "Dense(4)", "SoftmaxCrossEntropy(Smoothing = 0.15f, ClassWeights = new[] { 0.5f, 2f, 1f, 1.5f })")
            .Head("Plain", "Dense(3, From = nameof(A))", "SoftmaxCrossEntropy")
            .Head("Tags", "Dense(2, From = nameof(S))", "BinaryCrossEntropy(Weight = 0.5f)")
            .Head("Place", "Dense(3, From = nameof(S))", "Huber(0.6f, Weight = 0.8f)")
            .Head("Size", "Dense(1, From = nameof(Y))", "MeanSquaredError"),
        Robust("RobustBlendsAtOnce", steps: 1, "Sgd(0.1f)", "Mixup(0.6f)", "AverageWeights(0.7f)"),
        Robust("RobustBlends", steps: 3, "Sgd(0.1f, Momentum = 0.8f)", "Mixup(0.8f)"),
        // Heads without weights: a step that only moves x′, losses of inputs alone, targets of partners beside a product, passes that draw a sum anew.
        // x′ that starts at random: in one step, and in several of two inputs, one of them with noise.
        new NetworkText("RandomStart", 9, "Sgd(0.1f, Momentum = 0.8f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.6f, RandomStart = true)")
            .Layer("X", "Input(19, Min = -3, Max = 3)")
            .Layer("A", "Dense(17)", "Tanh", "Dropout(0.8f)")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy"),
        new NetworkText("RandomStarts", 7, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.3f, Weight = 0.4f, Steps = 3, RandomStart = true)", "Mixup(0.7f)")
            .Layer("X", "Input(5)", "GaussianNoise(0.1f)")
            .Layer("Y", "Input(6)")
            .Layer("A", "Dense(17, From = nameof(X))", "Tanh")
            .Layer("B", "Dense(17, From = nameof(Y))", "Swish")
            .Layer("S", "Sum(nameof(A), nameof(B))")
            .Head("Out", "Dense(3)", "SoftmaxCrossEntropy")
            .Head("Value", "Dense(2, From = nameof(S))", "MeanSquaredError"),
        new NetworkText("BareHeads", 9, "Sgd(0.1f)", "Mixup(0.7f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.6f, Steps = 3)", "L2(0.02f)")
            .Layer("X", "Input(5)")
            .Layer("Y", "Input(5)")
            .Layer("S", "Sum(nameof(X), nameof(Y))", "Swish", "Dropout(0.8f)")
            .Layer("T", "Scale(From = nameof(X))", "Dropout(0.7f)")
            .Layer("U", "Scale")
            .Head("Both", "Sum(nameof(Y), nameof(S))", "Huber(0.6f)")
            .Head("Kind", "Sum(nameof(T), nameof(U))", "SoftmaxCrossEntropy")
            .Head("Inputs", "Sum(nameof(X), nameof(Y))", "SoftmaxCrossEntropy(Smoothing = 0.15f)")
            .Head("Tags", "Sum(nameof(S), nameof(U))", "BinaryCrossEntropy")
            .Head("Far", "Dense(3, From = nameof(T))", "MeanSquaredError"),
        new NetworkText("RobustPlainBlends", 9, "Sgd(0.1f)", "Mixup(0.8f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.6f, Steps = 2)")
            .Layer("X", "Input(6, Min = -0.95f)")
            .Head("Kind", "Dense(4)", "SoftmaxCrossEntropy")
            .Head("Place", "Dense(2, From = nameof(X))", "MeanSquaredError"),
    ];

    /// <summary>Adversarial rows of two inputs that meet, through everything random, to heads whose rows count differently.</summary>
    private static NetworkText Robust(string name, int steps, params string[] training) =>
        new NetworkText(name, 9, [.. training, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"AdversarialTraining(Epsilon = 0.2f, Weight = 0.6f, Steps = {steps})")])
            .Layer("X", "Input(6)", "GaussianNoise(0.2f)", "Dropout(0.8f)")
            .Layer("Side", "Input(6)")
            .Layer("Both", "Sum(nameof(X), nameof(Side))", "Tanh")
            .Layer("A", "Dense(17)", "Relu", "GaussianNoise(0.3f)", "Dropout(0.7f)", "L1(0.01f, Proximal = true)")
            .Layer("B", "Dense(7)", "Gelu", "Dropout(0.6f, Rescale = Rescale.AtPrediction)", "L2(0.05f, Bias = true), MaxNorm(0.5f)")
            .Head("Kind", "Dense(4)", "SoftmaxCrossEntropy(Smoothing = 0.15f, ClassWeights = new[] { 0.5f, 2f, 0f, 1.5f })")
            .Head("Place", "Dense(2, From = nameof(Side))", "Huber(0.6f, Weight = 0.7f)");
}
