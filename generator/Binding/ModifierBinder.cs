using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Binding;

/// <summary>Binds what is attached to a value besides its kind, and fills in what the network gives to every layer.</summary>
internal static class ModifierBinder
{
    /// <summary>The finished value, or null where something about it is unknown.</summary>
    public static ValueModel? Bind(ValueBinding value, TrainingModel training, ICollection<Problem> problems)
    {
        AttributeSet attributes = value.Attributes;
        IReadOnlyList<ParameterRole> roles = value.Kind?.Roles ?? [];
        Activation? activation = BindActivation(value);
        ValueModifier[] onValue = [.. Catalogue.OnLayers.Select(entry => BindOnLayer(value, entry)).OfType<ValueModifier>()];
        Loss? loss = BindLoss(value, problems);
        Initializer? initializer = BindInitializer(value);
        Penalty[] own = BoundPenalties.Of(attributes, value.Name, training.Optimizer, reader => HasParameters(value, reader));
        IEnumerable<Penalty> shared = training.Penalties.Where(p => roles.Any(p.ActsOn) && own.All(o => o.Name != p.Name));
        ParameterModifier[] onParameters =
            [.. attributes.All(Catalogue.OnParameters).Where(m => HasParameters(value, m.Reader)).Select(m => m.Bind(m.Reader, value.Name))];
        IEnumerable<ParameterModifier> common = training.ParameterModifiers
            .Where(m => roles.Any(m.ActsOn) && onParameters.All(o => o.GetType() != m.GetType()));

        return value is not { Kind: { } kind, Operands: { } operands, Shape: { } shape } ? null : new ValueModel(
            value.Name,
            value.Declaration.Modifiers,
            kind.Resolved(),
            operands.Select(o => o.Name).ToEquatable(),
            value.InputShape,
            shape,
            activation,
            onValue.ToEquatable(),
            loss,
            initializer ?? activation?.Initializer ?? new Glorot(),
            own.Concat(shared).ToEquatable(),
            onParameters.Concat(common).ToEquatable());
    }

    private static Activation? BindActivation(ValueBinding value)
    {
        bool hasPlace = !value.Declaration.IsHead && value.Kind is not InputLayer;
        if ((hasPlace ? value.Attributes.One(Catalogue.Activations, "activations") : value.Attributes.First(Catalogue.Activations)) is not var (bind, reader))
        {
            return null;
        }

        if (value.Declaration.IsHead && !value.IsNoHead)
        {
            reader.Report(Rules.ActivationMisplaced, null, "a head", "its loss says what it predicts; put the activation on the layer before it");
        }
        else if (!value.Declaration.IsHead && value.Kind is InputLayer)
        {
            reader.Report(Rules.ActivationMisplaced, null, "an input", "put the activation on the layer that reads it");
        }

        return bind(reader);
    }

    /// <summary>What is done to the value of a layer; a head feeds nothing, so there is nothing to be done to it.</summary>
    private static ValueModifier? BindOnLayer(ValueBinding value, ValueModifierEntry entry)
    {
        if (value.Attributes.Find(entry.Attribute) is not { } reader)
        {
            return null;
        }

        if (value.Declaration.IsHead && !value.IsNoHead)
        {
            reader.Report(entry.OnHead, null);
        }

        ValueModifier modifier = entry.Bind(reader);
        if (value.Shape is { } shape && modifier.RuleAgainst(shape) is { } rule)
        {
            reader.Report(rule, nameof(DropoutAttribute.Channels), shape.ToString());
        }

        return modifier;
    }

    private static Initializer? BindInitializer(ValueBinding value)
    {
        var start = value.Kind is { HasWeights: false }
            ? value.Attributes.First(Catalogue.Initializers)
            : value.Attributes.One(Catalogue.Initializers, "initializers");
        return start is var (bind, reader) && Has(value.Kind?.HasWeights != false, value, reader) ? bind(reader) : null;
    }

    private static Loss? BindLoss(ValueBinding value, ICollection<Problem> problems)
    {
        if (!value.Declaration.IsHead)
        {
            if (problems.Any(p => p.Id == Rules.PropertyType && p.Site.Value == value.Index))
            {
                return null;
            }

            value.Attributes.First(Catalogue.Losses)?.Reader.Report(Rules.LossOnLayer, null, value.As("Head"));
            return null;
        }

        if (value.Kind is InputLayer)
        {
            value.KindReader!.Report(Rules.InputAsHead, null, value.As("Layer"));
            return null;
        }

        if (value.Attributes.One(Catalogue.Losses, "losses") is { } loss)
        {
            if (value.Shape is { } shape && TensorType.OfShape(shape) is { IsImage: true } image && Catalogue.Losses.Single(entry => entry.Bind == loss.Bind).Form.HasLabels)
            {
                loss.Reader.Report(Rules.ClassesOverImage, null, shape.ToString(), Invariant.Of($"{image.Height}×{image.Width} = {image.Positions}"));
                return null;
            }

            return value.Shape is null ? null : loss.Bind(loss.Reader, (int)value.Size);
        }

        if (value.KindReader is not null)
        {
            value.ReportAtName(Rules.HeadWithoutLoss, problems, value.As("Layer"));
        }

        return null;
    }

    /// <summary>Whether there are parameters for a penalty or another modifier to act on: weights, with <c>Bias = true</c> any.</summary>
    private static bool HasParameters(ValueBinding value, AttributeReader reader) =>
        Has(value.Kind?.HasWeights != false || (value.Kind.Roles.Count > 0 && reader.Flag("Bias")), value, reader);

    /// <summary>Reports that there are no weights where <paramref name="has"/> says so.</summary>
    private static bool Has(bool has, ValueBinding value, AttributeReader reader)
    {
        if (!has)
        {
            string others = string.Join(" and ", value.Kind!.Roles.Select(role => role.Name));
            string onOthers = others.Length == 0 ? "" : $", or let penalties and decay act on its {others} with Bias = true";
            reader.Report(Rules.NeedsWeights, null, value.Kind.Noun, $"put it on {Catalogue.LayerWithWeights}{onOthers}");
        }

        return has;
    }
}
