using NetGen.Generator.Language;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>A hyperparameter that an attribute gives a network.</summary>
/// <param name="Type">"float" or "int".</param>
/// <param name="Name">Its name in the record.</param>
/// <param name="Origin">What it belongs to, in words.</param>
/// <param name="Value">The index of the value whose attribute it is; null for an attribute of the class.</param>
internal readonly record struct DeclaredHyperparameter(string Type, string Name, string Origin, int? Value);

/// <summary>The hyperparameters of a network, faulty or not, judged by its attributes' names alone: those of the catalogue.</summary>
internal static class DeclaredHyperparameters
{
    /// <summary>Every one, those of equal names too.</summary>
    public static IEnumerable<DeclaredHyperparameter> All(NetworkDeclaration network)
    {
        // Without an optimizer it is Adam's.
        IEnumerable<HyperparameterName> ofDefault = network.Attributes.Any(a => Catalogue.Optimizers.Any(optimizer => optimizer.Attribute == a.Name)) ? [] : Adam.Declares(default!);
        return ofDefault.Prepend(new HyperparameterName("LearningRate")).Select(h => Declared(h, "", "the optimizer", null))
            .Concat(network.Attributes.SelectMany(a => Catalogue.HyperparametersOfNetwork(a).Select(h => Declared(h, "", $"[{a.Name}]", null))))
            .Concat(network.Values.SelectMany((value, index) => value.Attributes.SelectMany(a =>
                Catalogue.HyperparametersOfValue(a).Select(h => Declared(h, value.Name, $"the [{a.Name}] of '{value.Name}'", index)))));
    }

    /// <summary>The properties that the record of a faulty network would have: one for each name.</summary>
    public static IEnumerable<DeclaredHyperparameter> Of(NetworkDeclaration network) => All(network).GroupBy(h => h.Name).Select(sameName => sameName.First());

    private static DeclaredHyperparameter Declared(HyperparameterName h, string owner, string origin, int? value) =>
        new(h.IsInteger ? "int" : "float", owner + h.Name, origin, value);
}
