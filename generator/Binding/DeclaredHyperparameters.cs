using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>A hyperparameter that an attribute gives a network.</summary>
/// <param name="Type">"float" or "int".</param>
/// <param name="Name">Its name in the record.</param>
/// <param name="Origin">What it belongs to, in words.</param>
/// <param name="Value">The index of the value whose attribute it is; null for an attribute of the class.</param>
internal readonly record struct DeclaredHyperparameter(string Type, string Name, string Origin, int? Value);

/// <summary>The hyperparameters of a network, faulty or not, judged by its attributes' names alone.</summary>
internal static class DeclaredHyperparameters
{
    private static readonly string[] Optimizers = ["Sgd", "RmsProp", "Adam", "AdamW"];

    /// <summary>Every one, those of equal names too.</summary>
    public static IEnumerable<DeclaredHyperparameter> All(NetworkDeclaration network)
    {
        (string, string)[] adam = network.Attributes.Any(a => Optimizers.Contains(a.Name)) ? [] : [.. Floats("Beta1", "Beta2", "Epsilon")];
        return Floats("LearningRate").Concat(adam).Select(h => Declared(h, "the optimizer", null))
            .Concat(network.Attributes.SelectMany(a => OfNetwork(a).Select(h => Declared(h, $"[{a.Name}]", null))))
            .Concat(network.Values.SelectMany((value, index) => value.Attributes.SelectMany(a =>
                OfValue(a).Select(name => Declared(("float", value.Name + name), $"the [{a.Name}] of '{value.Name}'", index)))));
    }

    /// <summary>The properties that the record of a faulty network would have: one for each name.</summary>
    public static IEnumerable<DeclaredHyperparameter> Of(NetworkDeclaration network) => All(network).GroupBy(h => h.Name).Select(sameName => sameName.First());

    private static DeclaredHyperparameter Declared((string Type, string Name) h, string origin, int? value) => new(h.Type, h.Name, origin, value);

    private static IEnumerable<string> OfValue(AttributeDeclaration attribute) => attribute.Name switch
    {
        "Dropout" => ["Keep"],
        "GaussianNoise" => ["Noise"],
        "L1" or "L2" or "Decay" or "GroupLasso" or "MaxNorm" => [attribute.Name],
        "GaussianPrior" => ["GaussianSigma"],
        "LaplacePrior" => ["LaplaceSigma"],
        _ => attribute.Arguments.Select(a => a.Name).Where(name => name is "Weight" or "Smoothing"),
    };

    private static IEnumerable<(string Type, string Name)> OfNetwork(AttributeDeclaration attribute) => attribute.Name switch
    {
        "Sgd" => attribute.Arguments.Any(a => a.Name == "Momentum") ? Floats("Momentum") : [],
        "RmsProp" => Floats("Rho", "Epsilon"),
        "Adam" => Floats("Beta1", "Beta2", "Epsilon"),
        "AdamW" => Floats("Beta1", "Beta2", "Epsilon", "Decay"),
        "L1" or "L2" or "Decay" or "GroupLasso" or "MaxNorm" or "GaussianPrior" or "LaplacePrior" => Floats([.. OfValue(attribute)]),
        "GradientClipping" => Floats([.. attribute.Arguments.Select(a => "Clipping" + a.Name)]),
        "Mixup" => Floats("MixupAlpha"),
        "AverageWeights" => Floats("AverageDecay"),
        "StepSchedule" => [("int", "StepEvery"), ("float", "StepFactor")],
        "CosineSchedule" => [("int", "CosineSteps"), ("float", "CosineFinal")],
        "WarmUp" => [("int", "WarmUpSteps")],
        "AdversarialTraining" => Floats("AdversarialEpsilon", "AdversarialWeight"),
        _ => [],
    };

    private static IEnumerable<(string Type, string Name)> Floats(params string[] names) => names.Select(name => ("float", name));
}
