using NetGen.Generator.Text;

namespace NetGen.Generator.Language;

/// <summary>The bound model as text, for the trace: a line for each value, its parameters, and what training has around it.</summary>
internal static class ModelListing
{
    public static string Of(NetworkModel model) => string.Join("\n",
    [
        Invariant.Of($"batch size {model.BatchSize}"),
        RecordText.Of(model.Optimizer),
        .. model.TrainingModifiers.Concat<object>(model.Schedules).Select(RecordText.Of),
        .. model.Values.SelectMany(Lines),
    ]);

    private static IEnumerable<string> Lines(ValueModel value)
    {
        yield return $"{value.Name}: {value.Operation} [{string.Join(", ", value.Shape)}]";
        foreach (Ops.Parameter p in value.Parameters)
        {
            yield return $"    {p.FullName} [{string.Join(", ", p.Shape)}], {p.Initializer.Formula}";
        }

        object?[] parts = [.. value.Augmentations, .. value.ValueModifiers, value.Loss, .. value.ParameterModifiers, .. value.Penalties];
        foreach (object? part in parts.Where(part => part is not null))
        {
            yield return $"    {RecordText.Of(part!)}";
        }
    }
}
