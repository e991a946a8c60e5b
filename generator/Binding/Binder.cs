using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>
/// Checks a declaration against the rules of the language and fills in the defaults. Each mistake is reported once, where it was made:
/// a value that is broken is silently unknown to those that read it.
/// </summary>
internal static class Binder
{
    /// <summary>The model, which is null if and only if a problem is an error.</summary>
    public static (NetworkModel? Model, EquatableArray<Problem> Problems) Bind(NetworkDeclaration network, CancellationToken cancellationToken = default)
    {
        var problems = new List<Problem>(network.Flaws);
        NetworkModel? model = null;
        try
        {
            model = Bind(network, problems, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            problems.Add(Failure.Of(network.Name, failure));
        }

        return (problems.Any(Descriptors.IsError) ? null : model, problems.ToEquatable());
    }

    private static NetworkModel? Bind(NetworkDeclaration network, List<Problem> problems, CancellationToken cancellationToken)
    {
        problems.AddRange(GeneratedNames.Clashes(network));
        TrainingModel training = TrainingModel.Bind(network, problems);

        // Each value's kind, then what it reads, then its shape, then what is attached to it.
        ValueBinding[] values = [.. network.Values.Select((value, index) => new ValueBinding(value, index, problems))];
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<ValueBinding> ordered = Operands.Resolve(values);
        var tooMany = new List<Sizes.TooMany>();
        foreach (ValueBinding value in ordered)
        {
            value.Shape = ShapeOf(value);
            if (Sizes.Check(value, training.BatchSize) is { } found)
            {
                tooMany.Add(found);
            }
        }

        Sizes.Report(tooMany, network, training.BatchSize, problems);

        var models = new List<ValueModel?>();
        foreach (ValueBinding value in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            models.Add(ModifierBinder.Bind(value, training, problems));
        }

        WholeNetwork.Check(network, values, training, problems);
        return models.Contains(null) ? null
            : new NetworkModel(
                GeneratedNames.FrameOf(network), training.BatchSize, models.Select(m => m!).ToEquatable(), training.Optimizer, training.Schedules,
                Sized(training.Modifiers, ordered));
    }

    /// <summary>The modifiers of training, CutMix with the size of the images that it cuts.</summary>
    private static EquatableArray<TrainingModifier> Sized(EquatableArray<TrainingModifier> modifiers, IReadOnlyList<ValueBinding> values)
    {
        return modifiers.Select(Sized).ToEquatable();

        TrainingModifier Sized(TrainingModifier modifier) =>
            modifier is CutMix cut && values.FirstOrDefault(v => v.Kind is InputLayer input && InputImage.Is(input.Shape))?.Shape is { } image
                ? cut with { Height = image[0], Width = image[1] }
                : modifier;
    }

    private static EquatableArray<int>? ShapeOf(ValueBinding value) => value.Operands is { } operands && operands.All(o => o.Shape is not null)
        ? value.Kind!.ShapeOf([.. operands.Select(o => (o.Name, o.Shape!.Value))], value.KindReader!)
        : null;
}
