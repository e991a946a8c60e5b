using NetGen.Generator.Parsing;

namespace NetGen.Generator.Emission;

/// <summary>The properties that the hyperparameter record of a faulty network would have, judged by its attributes' names alone.</summary>
internal static class DeclaredHyperparameters
{
    public static IEnumerable<(string Type, string Name)> Of(NetworkDeclaration network)
    {
        IEnumerable<(string, string)> own = network.Values.SelectMany(value => value.Attributes.SelectMany(a => OfValue(a).Select(name => ("float", value.Name + name))));
        string[] optimizers = ["Sgd", "RmsProp", "Adam", "AdamW"];
        IEnumerable<(string, string)> shared = network.Attributes.SelectMany(OfNetwork);
        IEnumerable<(string, string)> adam = network.Attributes.Any(a => optimizers.Contains(a.Name)) ? [] : Floats("Beta1", "Beta2", "Epsilon");
        return Floats("LearningRate").Concat(shared).Concat(adam).Concat(own).GroupBy(h => h.Item2).Select(sameName => sameName.First());
    }

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
