using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Augmentations;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Normalizations;
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
        Normalization? normalization = BindNormalization(value, training);
        IReadOnlyList<ParameterRole> roles = [.. value.Kind?.Roles ?? [], .. normalization?.Roles ?? []];
        Activation? activation = BindActivation(value);
        Augmentation[] augmentations = [.. value.Attributes.All(Catalogue.Augmentations).Select(a => BindAugmentation(value, a.Bind, a.Reader)).OfType<Augmentation>()];
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
            normalization is null ? kind.Resolved() : kind.Resolved().WithoutBias(),
            operands.Select(o => o.Name).ToEquatable(),
            value.InputShape,
            shape,
            normalization,
            activation,
            augmentations.ToEquatable(),
            onValue.ToEquatable(),
            loss,
            initializer ?? activation?.Initializer ?? new Glorot(),
            own.Concat(shared).ToEquatable(),
            onParameters.Concat(common).ToEquatable());
    }

    private static Normalization? BindNormalization(ValueBinding value, TrainingModel training)
    {
        bool isHead = value.Declaration.IsHead && !value.IsNoHead, isInput = value.Kind is InputLayer;
        if ((isHead || isInput ? value.Attributes.First(Catalogue.Normalizations) : value.Attributes.One(Catalogue.Normalizations, "normalizations")) is not var (bind, reader))
        {
            return null;
        }

        if (isHead || isInput)
        {
            reader.Report(Rules.NormalizationMisplaced, null, isHead ? "a head" : "an input", isHead ? "put it on the layer before it" : "put it on the layer that reads it");
            return null;
        }

        Normalization normalization = bind(reader);
        if (normalization is BatchNorm && value.Shape is { } shape && TensorType.OfShape(shape).Positions == 1 && training.BatchSize < BatchNorm.LeastBatch)
        {
            reader.Report(Rules.BatchNormOfFewRows, null, shape.ToString(), Invariant.Of($"{training.BatchSize}"));
        }

        return normalization;
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

    /// <summary>What training does to images: of an input, as a row of the data set has them. Null where there are none.</summary>
    private static Augmentation? BindAugmentation(ValueBinding value, Func<AttributeReader, Augmentation> bind, AttributeReader reader)
    {
        if (value.Kind is InputLayer input)
        {
            if (InputImage.Is(input.Shape))
            {
                Augmentation augmentation = bind(reader);
                augmentation.Check(reader, TensorType.OfShape(input.Shape));
                return augmentation;
            }

            reader.Report(Rules.AugmentationWithoutImage, null, $"an input of shape {input.Shape}", "declare its rows as [Input(height, width)] or [Input(height, width, channels)]");
        }
        else if (value.Kind is { } kind)
        {
            reader.Report(Rules.AugmentationWithoutImage, null, value.Declaration.IsHead ? "a head" : kind.Noun, "put it on the input, which training then sees changed");
        }

        return null;
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
        Has(value.Kind?.HasWeights != false || (RolesOf(value).Any() && reader.Flag("Bias")), value, reader);

    private static IEnumerable<ParameterRole> RolesOf(ValueBinding value) =>
        (value.Kind?.Roles ?? []).Concat(value.Attributes.First(Catalogue.Normalizations) is { } normalization
            ? Catalogue.Normalizations.Single(entry => entry.Attribute == normalization.Reader.Attribute).Roles.Where(role => role.IsTrained)
            : []);

    /// <summary>Reports that there are no weights where <paramref name="has"/> says so.</summary>
    private static bool Has(bool has, ValueBinding value, AttributeReader reader)
    {
        if (!has)
        {
            string others = string.Join(" and ", RolesOf(value).Select(role => role.Name));
            string onOthers = others.Length == 0 ? "" : $", or let penalties and decay act on its {others} with Bias = true";
            reader.Report(Rules.NeedsWeights, null, value.Kind!.Noun, $"put it on {Catalogue.LayerWithWeights}{onOthers}");
        }

        return has;
    }
}
