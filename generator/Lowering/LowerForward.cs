using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Lowering;

/// <summary>The values of a model in declaration order: kind, activation, of inputs augmentation and mixup, and what else is done to a value.</summary>
internal static class LowerForward
{
    /// <summary>
    /// Appends every value in declaration order; returns each head with its z. Without a scope nothing is random; clean and adversarial rows
    /// draw the same.
    /// </summary>
    public static List<(ValueModel Head, Node Z)> Run(NetworkGraph graph, NetworkModel model, RandomScope? scope, BatchRole role = BatchRole.Clean)
    {
        var results = new Dictionary<string, Node>(StringComparer.Ordinal);
        var heads = new List<(ValueModel, Node)>();
        for (int index = 0; index < model.Values.Count; index++)
        {
            ValueModel value = model.Values[index];
            graph.Section = new CodeSection(value.Name, Phase.Forward, role);
            Node h = value.IsInput && role == BatchRole.Adversarial
                ? graph.Add(new Perturbed(value.Name, value.Type)).Named(new LayerName(value.Name, Suffix: nameof(BatchRole.Adversarial)))
                : value.Kind.Build(graph, value, [.. value.Operands.Select(o => results[o])]);
            if (value.Normalization is { } normalization)
            {
                h = scope == RandomScope.EachRow
                    ? normalization.Train(graph, value, h, role, model.Averaging is { } averaging ? (model.Optimizer.Slots, averaging.Build(graph)) : null)
                    : normalization.Predict(graph, value, h);
            }

            if (value.Activation is { } activation)
            {
                h = activation.Build(graph, h);
            }

            if (scope == RandomScope.EachRow && h.Op is Input)
            {
                h = AsTrained(graph, model, value, index, h);
            }

            foreach (ValueModifier modifier in value.ValueModifiers)
            {
                h = scope is { } draw ? modifier.Train(graph, h, index, draw) : modifier.Predict(graph, h);
            }

            // An input's own name is its buffer's; what augmentation, mixup, noise or dropout makes of it is another value.
            string suffix = h.Op is Input or Augmented or Perturbed or Mix or Paste || !value.IsInput ? "" : value.ValueModifiers[value.ValueModifiers.Count - 1].Suffix;
            results[value.Name] = value.Loss is null ? h.Named(new LayerName(value.Name, Suffix: suffix)) : h;
            if (value.Loss is not null)
            {
                heads.Add((value, h));
            }
        }

        return heads;
    }

    /// <summary>An input's rows as a step trains on them before an attack: augmented, then blended with their partners, which are augmented too.</summary>
    private static Node AsTrained(NetworkGraph graph, NetworkModel model, ValueModel value, int index, Node x)
    {
        BatchLeaf leaf = (BatchLeaf)x.Op, partner = (Input)leaf with { OfPartner = true };
        if (value.Augmentations.Count > 0)
        {
            var kind = (InputLayer)value.Kind;
            var augment = new Augment(value.Name, index, value.Augmentations.Select(a => a.Change).ToEquatable(), kind.Fill, kind.Min, kind.Max);
            Node augmented = graph.Add(augment, [x, .. value.Augmentations.SelectMany(a => a.StrengthsIn(graph))]);
            x = graph.Add(new Augmented(value.Name, value.Type)).Named(new LayerName(value.Name, Suffix: nameof(Augmented)));
            graph.Add(new Effect(EffectKind.Augment, value.Name, augmented, x));
            partner = new Augmented(value.Name, value.Type, OfPartner: true);
        }

        return model.Blending is not { } blending ? x
            : blending.BlendInput(graph, value, x, graph.Add(partner).Named(new LayerName(value.Name, Prefix: "partner"))).Named(new LayerName(value.Name, Suffix: "Mixed"));
    }
}
