using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Binding;

/// <summary>The rules about a network as a whole.</summary>
internal static class WholeNetwork
{
    private const string BatchNorm = "BatchNorm";

    public static void Check(NetworkDeclaration network, IReadOnlyList<ValueBinding> values, TrainingModel training, List<Problem> problems)
    {
        foreach (ValueBinding value in values.Where(v => v.KindReader is null && !problems.Any(p => IsAbout(v, p))))
        {
            value.ReportAtName(Rules.NoKind, problems, Catalogue.KindNames);
        }

        if (training.Modifiers.OfType<AdversarialTraining>().SingleOrDefault() is { } adversarial)
        {
            CheckRanges(network, values, adversarial, problems);
        }

        // What is missing in the whole shows only once each value is understood.
        if (problems.Any(p => (p.Site.Value >= 0 && Descriptors.IsError(p)) || p.Id == Rules.Compiler))
        {
            return;
        }

        if (!values.Any(v => v.Kind is InputLayer))
        {
            problems.Add(new(Rules.NoInput, Site.Class, new[] { network.Name }.ToEquatable()));
        }
        else if (!values.Any(v => v.Declaration.IsHead))
        {
            problems.Add(new(Rules.NoHead, Site.Class, new[] { network.Name }.ToEquatable()));
        }
        else
        {
            if (problems.All(problem => problem.Id != Rules.TooLarge))
            {
                Sizes.Check(network, values, training, problems);
            }

            foreach (ValueBinding normalized in values.Where(v => v.Attributes.Find(BatchNorm) is not null))
            {
                WarnOfDropoutBefore(normalized);
            }

            foreach (ValueBinding unread in values.Where(v => !v.Declaration.IsHead && !values.Any(reader => reader.Operands!.Contains(v))))
            {
                unread.ReportAtName(Rules.Unused, problems);
            }
        }
    }

    /// <summary>Dropout in front of a batch normalization, not counting what an earlier one has measured already.</summary>
    private static void WarnOfDropoutBefore(ValueBinding normalized)
    {
        var seen = new HashSet<ValueBinding>();
        var pending = new Queue<ValueBinding>(normalized.Operands!);
        while (pending.Count > 0)
        {
            ValueBinding value = pending.Dequeue();
            if (!seen.Add(value))
            {
                continue;
            }

            if (value.Attributes.Find("Dropout") is not null)
            {
                normalized.Attributes.Find(BatchNorm)!.Report(Rules.DropoutBeforeBatchNorm, null, value.Name);
                return;
            }

            foreach (ValueBinding operand in value.Attributes.Find(BatchNorm) is null ? value.Operands! : [])
            {
                pending.Enqueue(operand);
            }
        }
    }

    /// <summary>An ε beyond a declared range would leave nothing of x.</summary>
    private static void CheckRanges(NetworkDeclaration network, IReadOnlyList<ValueBinding> values, AdversarialTraining adversarial, List<Problem> problems)
    {
        AttributeReader attribute = new AttributeSet(network.Name, network.Attributes, Site.Class.Value, problems).Find("AdversarialTraining")!;
        (string Name, InputLayer Kind)[] inputs = [.. values.Where(v => v.Kind is InputLayer).Select(v => (v.Name, (InputLayer)v.Kind!))];
        if (inputs.FirstOrDefault(i => adversarial.Epsilon > i.Kind.Max - i.Kind.Min) is { Kind: { } narrow } input)
        {
            attribute.Report(
                Rules.AdversarialBeyondRange, nameof(AdversarialTrainingAttribute.Epsilon),
                Invariant.Of($"{adversarial.Epsilon}"), input.Name, Invariant.Of($"{narrow.Min}"), Invariant.Of($"{narrow.Max}"));
        }
    }

    private static bool IsAbout(ValueBinding value, Problem problem) => problem.Site.Value == value.Index;
}
