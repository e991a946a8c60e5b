using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>
/// A declaration with what it means. Networks of equal models are equal, however they are declared: the order of attributes, defaults that
/// are written out and other members of the class cost nothing. Of a faulty network the declaration itself counts.
/// </summary>
/// <param name="Declaration">What was bound.</param>
/// <param name="Model">What it means; null if it is faulty.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record BoundNetwork(NetworkDeclaration Declaration, NetworkModel? Model, EquatableArray<Problem> Problems)
{
    public static BoundNetwork Of(NetworkDeclaration network, CancellationToken cancellationToken)
    {
        (NetworkModel? model, EquatableArray<Problem> problems) = Binder.Bind(network, cancellationToken);
        return new(network, model, problems);
    }

    public bool Equals(BoundNetwork? other) => other is not null
        && (Model is null ? other.Model is null && Declaration.Equals(other.Declaration) && Problems.Equals(other.Problems) : Model.Equals(other.Model));

    public override int GetHashCode() => Model?.GetHashCode() ?? Declaration.GetHashCode();
}
