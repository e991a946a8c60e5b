using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Parsing;

namespace NetGen.Numerics.Tests;

/// <summary>Pieces of a model bound through the catalogue from arguments given here, without any source text.</summary>
internal static class Bound
{
    public static Optimizer Optimizer(string name, params (string Name, double Value)[] arguments)
    {
        var problems = new List<Problem>();
        var attribute = new AttributeDeclaration(
            name, arguments.Select(a => new ArgumentDeclaration(a.Name, new[] { new Generator.Parsing.ArgumentValue(a.Value, null) }.ToEquatable())).ToEquatable());
        Optimizer bound = Catalogue.Optimizers.Single(entry => entry.Attribute == name).Bind(new AttributeReader("Net", attribute, Site.Class, problems));
        Assert.Empty(problems);
        return bound;
    }
}
