using NetGen.Generator.Text;

namespace NetGen.Generator.Language;

/// <summary>The bound model as text, for the trace: a line for each value, its parameters, and what training has around it.</summary>
internal static class ModelListing
{
    public static string Of(NetworkModel model) => string.Join("\n",
    [
        Invariant.Of($"batch size {model.BatchSize}"),
        Settings(model.Optimizer),
        .. new object?[] { model.Clipping, model.Adversarial, model.Mixup, model.Averaging }.Concat(model.Schedules).Where(part => part is not null).Select(part => Settings(part!)),
        .. model.Values.SelectMany(Lines),
    ]);

    private static IEnumerable<string> Lines(ValueModel value)
    {
        yield return $"{value.Name}: {value.Operation} [{string.Join(", ", value.Shape)}]";
        foreach (object? part in value.Parameters.Select(p => (object)$"{p.FullName} [{string.Join(", ", p.Shape)}], {p.Initializer.Formula}")
            .Concat(new object?[] { value.Noise, value.Dropout, value.Loss, value.Decay, value.MaxNorm }).Concat(value.Penalties).Where(part => part is not null))
        {
            yield return $"    {Settings(part!)}";
        }
    }

    /// <summary>A record's properties, without those that hold nothing.</summary>
    private static string Settings(object part) => string.Join(", ", $"{part}".Split([", "], StringSplitOptions.None).Where(setting => !setting.EndsWith("= ", StringComparison.Ordinal)));
}
