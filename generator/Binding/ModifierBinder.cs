using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Ops;

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
        GaussianNoise? noise = BindOnLayer(value, "GaussianNoise", Rules.NoiseOnHead, GaussianNoise.Bind);
        Dropout? dropout = BindOnLayer(value, "Dropout", Rules.DropoutOnHead, Dropout.Bind);
        Loss? loss = BindLoss(value, problems);
        Initializer? initializer = null;
        if ((value.Kind is { HasWeights: false } ? attributes.First(Catalogue.Initializers) : attributes.One(Catalogue.Initializers, "initializers")) is { } start && HasWeights(value, start.Reader))
        {
            initializer = start.Bind(start.Reader);
        }

        Penalty[] own = BoundPenalties.Of(attributes, value.Name, reader => HasParameters(value, reader));
        IEnumerable<Penalty> shared = training.Penalties.Where(p => roles.Any(p.ActsOn) && own.All(o => o.Name != p.Name));
        Decay? decay = attributes.Find("Decay") is { } rate && HasParameters(value, rate) ? Decay.Bind(rate, value.Name) : null;
        MaxNorm? limit = attributes.Find("MaxNorm") is { } norm && HasWeights(value, norm) ? MaxNorm.Bind(norm, value.Name) : null;

        return value is not { Kind: { } kind, Operands: { } operands, Shape: { } shape } ? null : new ValueModel(
            value.Name,
            value.Declaration.Modifiers,
            kind.Resolved(),
            operands.Select(o => o.Name).ToEquatable(),
            value.InputShape,
            shape,
            activation,
            noise,
            dropout,
            loss,
            initializer ?? activation?.Initializer ?? new Glorot(),
            own.Concat(shared).ToEquatable(),
            decay ?? (training.Decay is { } common && roles.Any(common.ActsOn) ? common : null),
            limit ?? (roles.Any(role => role.IsWeight) ? training.MaxNorm : null));
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

    /// <summary>What blurs the values of a layer in training; on a head there is nothing to blur.</summary>
    private static T? BindOnLayer<T>(ValueBinding value, string attribute, string onHead, Func<AttributeReader, T> bind)
        where T : class
    {
        if (value.Attributes.Find(attribute) is not { } reader)
        {
            return null;
        }

        if (value.Declaration.IsHead && !value.IsNoHead)
        {
            reader.Report(onHead, null);
        }

        return bind(reader);
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
            return value.Shape is null ? null : loss.Bind(loss.Reader, (int)value.Size);
        }

        if (value.KindReader is not null)
        {
            value.ReportAtName(Rules.HeadWithoutLoss, problems, value.As("Layer"));
        }

        return null;
    }

    /// <summary>Whether there are weights for an attribute to act on; reports where there are none.</summary>
    private static bool HasWeights(ValueBinding value, AttributeReader reader) => Has(value.Kind?.HasWeights != false, value, reader);

    /// <summary>The same of penalties and decay, which with <c>Bias = true</c> act on every parameter.</summary>
    private static bool HasParameters(ValueBinding value, AttributeReader reader) =>
        Has(value.Kind?.HasWeights != false || (value.Kind.Roles.Count > 0 && reader.Flag("Bias")), value, reader);

    private static bool Has(bool has, ValueBinding value, AttributeReader reader)
    {
        if (!has)
        {
            string others = string.Join(" and ", value.Kind!.Roles.Select(role => role.Name));
            string fix = others.Length == 0 ? "put it on a Dense layer" : $"put it on a Dense layer, or let penalties and decay act on its {others} with Bias = true";
            reader.Report(Rules.NeedsWeights, null, value.Kind.Noun, fix);
        }

        return has;
    }
}
