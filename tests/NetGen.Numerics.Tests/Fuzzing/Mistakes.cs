using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>One mistake each, put into a legal declaration. Where a declaration has no place for it, null.</summary>
internal static class Mistakes
{
    public delegate NetworkText? Mistake(NetworkText network, Random random);

    public static readonly IReadOnlyDictionary<string, Mistake> All = new SortedDictionary<string, Mistake>(StringComparer.Ordinal)
    {
        // The class and its properties.
        ["class not partial"] = (n, _) => n with { Declaration = n.Declaration.Replace("partial ", "", StringComparison.Ordinal) },
        ["class generic"] = (n, _) => n with { Declaration = n.Declaration + "<T>" },
        ["property not partial"] = (n, r) => Any(n, r, v => v with { Modifiers = "public" }),
        ["property static"] = (n, r) => Any(n, r, v => v with { Modifiers = "public static partial" }),
        ["property settable"] = (n, r) => Any(n, r, v => v with { Accessors = "{ get; set; }" }),
        ["property of another type"] = (n, r) => Any(n, r, v => v with { Type = "int" }),
        ["property named like a generated member"] = (n, r) =>
            Last(n, v => v with { Name = Pick(r, ["Predict", "Fit", "Evaluate", "TrainStep", "Data", "Save", "Load", "Hyperparameters", "Dispose"]) }),

        // What a value is.
        ["no kind"] = (n, r) => Any(n, r, v => Without(v, IsKind)),
        ["two kinds"] = (n, r) => Any(n, r, v => With(v, IsKind, k => [k, k.StartsWith("Dense", StringComparison.Ordinal) ? "Input(3)" : "Dense(3)"])),
        ["two activations"] = (n, r) => Layer(n, r, "Dense", v => With(Without(v, IsActivation), IsKind, k => [k, "Tanh", "Relu"])),
        ["two losses"] = (n, _) => Last(n, v => With(Without(v, IsLoss), IsKind, k => [k, "MeanSquaredError", "MeanAbsoluteError"])),
        ["two initializers"] = (n, r) => Layer(n, r, "Dense", v => With(Without(v, IsInitializer), IsKind, k => [k, "Normal(0.1f)", "Zero"])),
        ["head without a loss"] = (n, _) => Last(n, v => Without(v, IsLoss)),
        ["loss on a layer"] = (n, r) => Layer(n, r, "Dense", v => With(v, IsKind, k => [k, "MeanSquaredError"])),
        ["dropout on a head"] = (n, _) => Last(n, v => With(v, IsKind, k => [k, "Dropout(0.5f)"])),
        ["activation on a head"] = (n, _) => Last(n, v => With(v, IsKind, k => [k, "Tanh"])),
        ["activation on an input"] = (n, r) => Layer(n, r, "Input", v => With(v, IsKind, k => [k, "Tanh"])),
        ["penalty on an input"] = (n, r) => Layer(n, r, "Input", v => With(v, IsKind, k => [k, "L1(0.1f)"])),
        ["input as head"] = (n, _) => Last(n, v => With(v, IsKind, _ => ["Input(3)"])),

        // The graph.
        ["unknown operand"] = (n, r) => Any(n, r, v => With(v, IsDense, _ => ["Dense(3, From = \"Nowhere\")"])),
        ["later operand"] = (n, _) =>
            n.Values.Count < 3 ? null : At(n, 1, v => v.Type == "Head" ? null : With(v, IsKind, _ => [$"Dense(3, From = nameof({n.Values[^1].Name}))"])),
        ["own operand"] = (n, r) => Any(n, r, v => With(v, IsDense, _ => [$"Dense(3, From = nameof({v.Name}))"])),
        ["head as operand"] = (n, _) =>
            n with { Values = [.. n.Values, new ValueText("Head", "After", [$"Dense(3, From = nameof({n.Values[^1].Name}))", "MeanSquaredError"])] },
        ["sum of one"] = (n, _) => Last(n, v => With(v, IsKind, _ => [$"Sum(nameof({n.Values[0].Name}))"])),
        ["sum of nothing"] = (n, _) => Last(n, v => With(v, IsKind, _ => ["Sum"])),
        ["sum of unequal shapes"] = (n, _) => n with
        {
            Values =
            [
                .. n.Values,
                new ValueText("Layer", "One", [$"Dense(3, From = nameof({n.Values[0].Name}))"]),
                new ValueText("Layer", "Other", ["Dense(4)"]),
                new ValueText("Head", "After", ["Sum(nameof(One), nameof(Other))", "MeanSquaredError"]),
            ],
        },
        ["concatenation of one"] = (n, _) => Last(n, v => With(v, IsKind, _ => [$"Concat(nameof({n.Values[0].Name}))"])),
        ["concatenation of unequal images"] = (n, _) => n with
        {
            Values =
            [
                new ValueText("Layer", "One", ["Input(4, 3, 2)"]),
                new ValueText("Layer", "Other", ["Input(3, 4, 2)"]),
                new ValueText("Head", "After", ["Concat(nameof(One), nameof(Other))", "MeanSquaredError"]),
            ],
        },
        ["classes over an image"] = (n, _) => n with
        {
            Values = [new ValueText("Layer", "One", ["Input(4, 3, 2)"]), new ValueText("Head", "After", ["Conv2D(3, kernel: 2)", "SoftmaxCrossEntropy"])],
        },
        ["channels of a vector"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsDropout), IsKind, k => [k, "Dropout(0.5f, Channels = true)"])),
        ["augmentation of a vector"] = (n, r) => Image(n, [$"Input({Pick(r, ["7", "3, 2, 2, 1"])})", Pick(r, Ingredients.Augmentations)], ["Dense(3)"]),
        ["augmentation of a layer"] = (n, r) => Image(n, ["Input(4, 3, 2)"], ["Conv2D(3, kernel: 2)", Pick(r, Ingredients.Augmentations)]),
        ["augmentation of a head"] = (n, r) => Last(Image(n, ["Input(4, 3, 2)"], ["Dense(3)"]), v => v with { Attributes = [.. v.Attributes, Pick(r, Ingredients.Augmentations)] }),
        ["color of one channel"] = (n, r) =>
            Image(n, ["Input(4, 3, 1)", Pick(r, ["ColorBalance(gain: 0.2f)", "ColorBalance(saturation: 0.3f)", "ColorBalance(0.1f, 0.1f, 0.1f, 0.1f)"])], ["Dense(3)"]),
        ["augmentation that leaves nothing"] = (n, r) => Image(n, ["Input(4, 3, 2)", Pick(r, ["Shift(3)", "Shift(100)", "Erase(5)", "Erase(100, Probability = 1)"])], ["Dense(3)"]),
        ["normalization of an input"] = (n, r) => Image(n, ["Input(4, 3, 2)", Pick(r, ["BatchNorm", "LayerNorm"])], ["Dense(3)"]),
        ["normalization of a head"] = (n, r) => Last(n, v => With(v, IsKind, k => [k, Pick(r, ["BatchNorm", "LayerNorm"])])),
        ["two normalizations"] = (n, r) => Layer(n, r, "Dense", v => With(Without(v, IsNormalization), IsKind, k => [k, "BatchNorm", "LayerNorm"])),
        ["batch normalization of few rows"] = (n, r) =>
            Layer(n with { BatchSize = r.Next(1, 3) }, r, "Dense", v => With(Without(v, IsNormalization), IsKind, k => [k, "BatchNorm"])),
        ["no input"] = (n, _) => n with { Values = [new ValueText("Head", "After", ["Dense(3)", "MeanSquaredError"])] },
        ["no head"] = (n, _) => n with { Values = [.. n.Values.Where(v => v.Type != "Head")] },
        ["no values"] = (n, _) => n with { Values = [] },

        // Arguments out of range.
        ["units not positive"] = (n, r) => Any(n, r, v => With(v, IsDense, _ => [Pick(r, ["Dense(0)", "Dense(-7)", "Dense(int.MinValue)"])])),
        ["units enormous"] = (n, r) => Any(n, r, v => With(v, IsDense, _ => ["Dense(int.MaxValue)"])),
        ["input shape not positive"] = (n, r) =>
            Layer(n, r, "Input", v => With(v, IsKind, _ => [Pick(r, ["Input", "Input(0)", "Input(3, -1)", "Input(2, 0, 2)"])])),
        ["keep out of range"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsDropout), IsKind,
                k => [k, Pick(r, ["Dropout(0)", "Dropout(1.5f)", "Dropout(-0.5f)", "Dropout(float.NaN)"])])),
        ["mixup negative"] = (n, r) => Training(n, Pick(r, ["Mixup(-1)", "Mixup(float.PositiveInfinity)", "Mixup(float.NaN)"])),
        ["noise not positive"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, a => Is(a, "GaussianNoise")), IsKind,
                k => [k, Pick(r, ["GaussianNoise(0)", "GaussianNoise(-1)", "GaussianNoise(float.NaN)"])])),
        ["noise on a head"] = (n, _) => Last(n, v => With(v, IsKind, k => [k, "GaussianNoise(0.1f)"])),
        ["wrong class weights"] = (n, r) =>
            Last(n, v => With(Without(v, IsLoss), IsKind,
                _ => ["Dense(2)", $"SoftmaxCrossEntropy(ClassWeights = new[] {{ {Pick(r, ["1f", "1f, -1f", "0f, 0f", "1f, 2f, 3f", "float.NaN, 1f"])} }})"])),
        ["negative penalty"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsPenalty), IsKind,
                k => [k, Pick(r, ["L1(-1f)", "L1(float.NaN)", "L1(float.PositiveInfinity)", "Decay(-0.1f)"])])),
        ["prior not positive"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsPenalty), IsKind,
                k => [k, Pick(r, ["GaussianPrior(0)", "LaplacePrior(-1)", "GaussianPrior(float.NaN)"])])),
        ["prior and its penalty"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsPenalty), IsKind, k => [k, Pick(r, ["L2(1), GaussianPrior(1)", "LaplacePrior(1), L1(1)"])])),
        ["limit not positive"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsPenalty), IsKind, k => [k, Pick(r, ["MaxNorm(0)", "MaxNorm(-1)", "MaxNorm(float.NaN)"])])),
        ["augmentation out of range"] = (n, r) =>
            Image(n,
                [
                    "Input(4, 3, 2)",
                    Pick(r,
                    [
                        "HorizontalFlip(1.5f)", "VerticalFlip(-0.1f)", "Shift(-1)", "Stretch(1, 0)", "Stretch(0, float.NaN)", "Rotate(181)", "Zoom(1)",
                        "RandomCrop(0)", "RandomCrop(1.1f)", "Elastic(-1, 2)", "Elastic(1, 101)", "ColorBalance(brightness: 1.5f)",
                        "ColorBalance(saturation: -0.5f)", "Blur(11)", "Erase(-1)", "Erase(1, Probability = 2)",
                    ]),
                ],
                ["Dense(3)"]),
        ["normalization out of range"] = (n, r) =>
            Layer(n with { BatchSize = 3 }, r, "Dense",
                v => With(Without(v, IsNormalization), IsKind,
                    k => [k, Pick(r, ["BatchNorm(Decay = 1)", "BatchNorm(Decay = -0.1f)", "BatchNorm(Epsilon = 0)", "LayerNorm(Epsilon = float.NaN)"])])),
        ["cut negative"] = (n, r) =>
            Training(Image(n, ["Input(4, 3, 2)"], ["Dense(3)"]), Pick(r, ["CutMix(-1)", "CutMix(float.PositiveInfinity)", "CutMix(float.NaN)"])),
        ["clipping by nothing"] = (n, r) =>
            Training(n, Pick(r, ["GradientClipping", "GradientClipping(Norm = 0)", "GradientClipping(Value = -1)", "GradientClipping(Norm = 1, Value = 1)"])),
        ["adversarial argument out of range"] = (n, r) =>
            Training(n,
                Pick(r,
                [
                    "AdversarialTraining(Epsilon = -1)", "AdversarialTraining(Epsilon = float.NaN)", "AdversarialTraining(Weight = 1.1f)",
                    "AdversarialTraining(Weight = -0.1f)", "AdversarialTraining(Steps = 0)",
                ])),
        ["adversarial epsilon beyond the range"] = (n, r) =>
            Layer(Training(n, "AdversarialTraining(Epsilon = 0.3f)"), r, "Input", v => With(v, IsInput, _ => ["Input(3, Min = 0.5f, Max = 0.75f)"])),
        ["smoothing out of range"] = (n, r) =>
            Last(n, v => With(Without(v, IsLoss), IsKind,
                _ => ["Dense(4)", $"SoftmaxCrossEntropy(Smoothing = {Pick(r, ["0.75f", "1f", "-0.1f", "float.NaN"])})"])),
        ["negative weight"] = (n, r) =>
            Last(n, v => With(Without(v, IsLoss), IsKind, k => [k, Pick(r, ["MeanSquaredError(Weight = -1)", "Huber(Weight = float.NaN)"])])),
        ["one class"] = (n, _) => Last(n, v => With(Without(v, IsLoss), IsKind, _ => ["Dense(1)", "SoftmaxCrossEntropy"])),
        ["delta not positive"] = (n, r) => Last(n, v => With(Without(v, IsLoss), IsKind, k => [k, Pick(r, ["Huber(0)", "Huber(-1)"])])),
        ["activation argument out of range"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsActivation), IsKind, k => [k, Pick(r, ["LeakyRelu(1f)", "LeakyRelu(-0.1f)", "Elu(0)", "Elu(-1)"])])),
        ["deviation not positive"] = (n, r) =>
            Layer(n, r, "Dense", v => With(Without(v, IsInitializer), IsKind, k => [k, Pick(r, ["Normal(0)", "Normal(-1)"])])),
        ["learning rate not positive"] = (n, r) => Training(n, Pick(r, ["Sgd(0)", "Adam(-0.1f)", "RmsProp(float.NaN)", "AdamW(float.PositiveInfinity)"])),
        ["moment out of range"] = (n, r) => Training(n, Pick(r, ["Sgd(0.1f, Momentum = 1)", "Adam(Beta1 = 1)", "Adam(Beta2 = -0.1f)", "RmsProp(Rho = 1.5f)"])),
        ["epsilon not positive"] = (n, r) => Training(n, Pick(r, ["Adam(Epsilon = 0)", "RmsProp(Epsilon = -1)"])),
        ["schedule out of range"] = (n, r) =>
            Training(n, Pick(r, ["StepSchedule(0)", "CosineSchedule(-1)", "CosineSchedule(5, Final = 1.1f)", "WarmUp(0)", "StepSchedule(2, Factor = 0)"])),
        ["batch size not positive"] = (n, r) => n with { BatchSize = r.Next(-3, 1) },

        // Training.
        ["two optimizers"] = (n, _) => Training(n, "Sgd(0.1f)", "Adam"),
        ["two schedules"] = (n, _) => Training(n, "StepSchedule(5)", "CosineSchedule(5)"),
        ["two blendings"] = (n, r) => Training(Image(n, ["Input(4, 3, 2)"], ["Dense(3)"]), Pick(r, ["Mixup(0.2f)", "Mixup(1)"]), "CutMix(1)"),
        ["box of a vector"] = (n, _) => Training(Image(n, ["Input(7)"], ["Dense(3)"]), "CutMix(1)"),
        ["box of images of two sizes"] = (n, _) => Training(
            n with
            {
                Values =
                [
                    new ValueText("Layer", "One", ["Input(4, 3, 2)"]),
                    new ValueText("Layer", "Other", ["Input(3, 4, 2)"]),
                    new ValueText("Layer", "A", ["Dense(3, From = nameof(One))"]),
                    new ValueText("Layer", "B", ["Dense(3, From = nameof(Other))"]),
                    new ValueText("Head", "After", ["Sum(nameof(A), nameof(B))", "MeanSquaredError"]),
                ],
            },
            "CutMix(1)"),
        ["Nesterov without momentum"] = (n, _) => Training(n, "Sgd(0.1f, Nesterov = true)"),
    };

    private static bool IsKind(string a) => Catalogue.Kinds.Any(kind => Is(a, kind.Attribute));

    private static bool IsInput(string a) => Is(a, "Input");

    private static bool IsDense(string a) => Is(a, "Dense");

    private static bool IsDropout(string a) => Is(a, "Dropout");

    private static bool IsLoss(string a) => Ingredients.Losses.Any(l => Is(a, Ingredients.NameOf(l)));

    private static bool IsNormalization(string a) => Ingredients.Normalizations.Any(l => Is(a, Ingredients.NameOf(l)));

    private static bool IsActivation(string a) => Ingredients.Activations.Any(l => Is(a, Ingredients.NameOf(l)));

    private static bool IsInitializer(string a) => Ingredients.Initializers.Any(l => Is(a, Ingredients.NameOf(l)));

    private static bool IsPenalty(string a) => Ingredients.Penalties.Any(l => Is(a, Ingredients.NameOf(l)));

    private static bool Is(string attribute, string name) => Ingredients.NameOf(attribute) == name;

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static NetworkText Training(NetworkText n, params string[] attributes) => n with { OnClass = attributes };

    /// <summary>The same network of an input, a layer and a head alone, and no adversarial training, whose ε might not fit the input.</summary>
    private static NetworkText Image(NetworkText n, string[] input, string[] layer) => n with
    {
        OnClass = [],
        Values = [new ValueText("Layer", "One", input), new ValueText("Layer", "Other", layer), new ValueText("Head", "After", ["Dense(3)", "MeanSquaredError"])],
    };

    /// <summary>The first of the values, from a random one on, that <paramref name="change"/> has a place in.</summary>
    private static NetworkText? Any(NetworkText n, Random random, Func<ValueText, ValueText?> change)
    {
        int start = random.Next(n.Values.Count);
        return Enumerable.Range(0, n.Values.Count).Select(i => At(n, (start + i) % n.Values.Count, change)).FirstOrDefault(changed => changed is not null);
    }

    private static NetworkText? Layer(NetworkText n, Random random, string kind, Func<ValueText, ValueText?> change) =>
        Any(n, random, v => v.Type == "Layer" && v.Attributes.Any(a => Is(a, kind)) ? change(v) : null);

    private static NetworkText? Last(NetworkText n, Func<ValueText, ValueText?> change) => At(n, n.Values.Count - 1, change);

    private static NetworkText? At(NetworkText n, int index, Func<ValueText, ValueText?> change) => change(n.Values[index]) is { } changed
        ? n with { Values = [.. n.Values.Select((v, i) => i == index ? changed : v)] }
        : null;

    private static ValueText Without(ValueText v, Func<string, bool> attribute) => v with { Attributes = [.. v.Attributes.Where(a => !attribute(a))] };

    /// <summary>The value with an attribute replaced, or null if it has none such.</summary>
    private static ValueText? With(ValueText v, Func<string, bool> attribute, Func<string, string[]> replacement) => v.Attributes.Any(attribute)
        ? v with { Attributes = [.. v.Attributes.SelectMany(a => attribute(a) ? replacement(a) : [a])] }
        : null;
}
