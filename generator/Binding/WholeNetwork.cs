using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Augmentations;
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

        CheckBlending(network, values, training, problems);

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

    /// <summary>Rows are blended in one way, and a box is cut out of images of one size.</summary>
    private static void CheckBlending(NetworkDeclaration network, IReadOnlyList<ValueBinding> values, TrainingModel training, List<Problem> problems)
    {
        if (!training.Modifiers.OfType<CutMix>().Any())
        {
            return;
        }

        AttributeReader attribute = new AttributeSet(network.Name, network.Attributes, Site.Class.Value, problems).Find("CutMix")!;
        if (training.Modifiers.OfType<Mixup>().Any())
        {
            attribute.Report(Rules.TwoBlendings, null);
        }

        (string Name, InputLayer Kind)[] inputs = [.. values.Where(v => v.Kind is InputLayer).Select(v => (v.Name, (InputLayer)v.Kind!))];
        (string Name, InputLayer Kind)[] images = [.. inputs.Where(input => InputImage.Is(input.Kind.Shape))];
        if (images.Length == 0 && inputs.Length > 0 && !values.Any(v => v.Kind is null))
        {
            attribute.Report(Rules.CutMixWithoutImage, null, $"the input '{inputs[0].Name}' {inputs[0].Kind.Shape} is no image");
        }
        else if (images.FirstOrDefault(image => !image.Kind.Shape.Take(2).SequenceEqual(images[0].Kind.Shape.Take(2))) is { Kind: { } } other)
        {
            attribute.Report(
                Rules.CutMixWithoutImage, null,
                $"'{images[0].Name}' {images[0].Kind.Shape} and '{other.Name}' {other.Kind.Shape} are images of two sizes, of which a box takes two shares");
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
