using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator;

/// <summary>What an expression sets of the options of a fit, as far as the method it stands in shows: <c>new FitOptions { Epochs = 3 }</c>, a <c>with</c> of one, a local that holds one.</summary>
/// <param name="Assignments">The last assignment of each property, by its name.</param>
/// <param name="IsWhole">Whether what is not assigned has its default; else something unknown was copied.</param>
internal sealed record FitSettings(IReadOnlyDictionary<string, ISimpleAssignmentOperation> Assignments, bool IsWhole)
{
    public static FitSettings Of(IOperation options) => AssignedValues.Of(options) switch
    {
        IObjectCreationOperation { Arguments.IsEmpty: true } created => new FitSettings(new Dictionary<string, ISimpleAssignmentOperation>(), IsWhole: true).With(created.Initializer),
        IWithOperation copied => Of(copied.Operand).With(copied.Initializer),
        _ => new FitSettings(new Dictionary<string, ISimpleAssignmentOperation>(), IsWhole: false),
    };

    public ISimpleAssignmentOperation? Find(string property) => Assignments.TryGetValue(property, out ISimpleAssignmentOperation? assignment) ? assignment : null;

    private FitSettings With(IObjectOrCollectionInitializerOperation? initializer)
    {
        var assignments = Assignments.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (ISimpleAssignmentOperation assignment in initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation { Property.Name: var name })
            {
                assignments[name] = assignment;
            }
        }

        return this with { Assignments = assignments };
    }
}
