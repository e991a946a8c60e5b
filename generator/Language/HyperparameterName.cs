using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language;

/// <summary>A hyperparameter that an attribute declares, by its name alone: faulty networks have them too.</summary>
/// <param name="Name">Its name; on a property it comes after the property's.</param>
/// <param name="IsInteger">Whether it is an <c>int</c> and not a <c>float</c>.</param>
internal readonly record struct HyperparameterName(string Name, bool IsInteger = false)
{
    /// <summary>Hyperparameters that every use of an attribute declares.</summary>
    public static Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Always(params string[] names) => _ => names.Select(name => new HyperparameterName(name));

    /// <summary>A hyperparameter for each of these arguments that is given.</summary>
    /// <param name="prefix">What comes before the argument's name.</param>
    /// <param name="arguments">The arguments.</param>
    public static Func<AttributeDeclaration, IEnumerable<HyperparameterName>> WhereGiven(string prefix, params string[] arguments) =>
        attribute => attribute.Arguments.Where(argument => arguments.Contains(argument.Name)).Select(argument => new HyperparameterName(prefix + argument.Name));
}
