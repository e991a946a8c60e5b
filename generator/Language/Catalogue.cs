using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Language.Schedules;

namespace NetGen.Generator.Language;

/// <summary>Everything a model may be made of, one line each: the attribute's name and what binds it. The table of contents of the language.</summary>
internal static class Catalogue
{
    public static readonly KindEntry[] Kinds =
    [
        new("Input", InputLayer.Bind, []),
        new("Dense", DenseLayer.Bind, DenseLayer.AllRoles),
        new("Sum", SumLayer.Bind, []),
        new("Scale", ScaleLayer.Bind, ScaleLayer.AllRoles),
    ];

    public static readonly Entry<Func<AttributeReader, Activation>>[] Activations =
    [
        new("Relu", Relu.Bind),
        new("LeakyRelu", LeakyRelu.Bind),
        new("Elu", Elu.Bind),
        new("Gelu", Gelu.Bind),
        new("Sigmoid", Sigmoid.Bind),
        new("Tanh", Tanh.Bind),
        new("Softplus", Softplus.Bind),
        new("Swish", Swish.Bind),
    ];

    public static readonly Entry<Func<AttributeReader, int, Loss>>[] Losses =
    [
        new("SoftmaxCrossEntropy", SoftmaxCrossEntropy.Bind),
        new("BinaryCrossEntropy", BinaryCrossEntropy.Bind),
        new("MeanSquaredError", MeanSquaredError.Bind),
        new("MeanAbsoluteError", MeanAbsoluteError.Bind),
        new("Huber", Huber.Bind),
    ];

    public static readonly Entry<Func<AttributeReader, string, Penalty>>[] Penalties =
    [
        new("L2", L2.Bind),
        new("GaussianPrior", L2.BindPrior),
        new("L1", L1.Bind),
        new("LaplacePrior", L1.BindPrior),
        new("GroupLasso", GroupLasso.Bind),
    ];

    public static readonly Entry<Func<AttributeReader, Initializer>>[] Initializers =
    [
        new("He", He.Bind),
        new("Glorot", Glorot.Bind),
        new("LeCun", LeCun.Bind),
        new("Normal", Normal.Bind),
        new("Zero", Zero.Bind),
    ];

    public static readonly Entry<Func<AttributeReader, Optimizer>>[] Optimizers =
    [
        new("Sgd", Sgd.Bind),
        new("RmsProp", RmsProp.Bind),
        new("Adam", Adam.Bind),
        new("AdamW", AdamW.Bind),
    ];

    public static readonly Entry<Func<AttributeReader, Schedule>>[] Schedules =
    [
        new("StepSchedule", StepSchedule.Bind),
        new("CosineSchedule", CosineSchedule.Bind),
        new("WarmUp", WarmUp.Bind),
    ];

    /// <summary>Whether an attribute, by its name without "Attribute", is a loss: a property with a loss is a head.</summary>
    public static bool IsLoss(string attribute) => Losses.Any(loss => loss.Attribute == attribute);
}

/// <summary>One line of the catalogue.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
internal record Entry<TBind>(string Attribute, TBind Bind);

/// <summary>One line of the kinds.</summary>
/// <param name="Attribute">The attribute's class name without "Attribute".</param>
/// <param name="Bind">Reads the attribute.</param>
/// <param name="Roles">The parameters that its layers may have: emitted names end in their titles.</param>
internal sealed record KindEntry(string Attribute, Func<AttributeReader, LayerKind?> Bind, IReadOnlyList<Ops.ParameterRole> Roles)
    : Entry<Func<AttributeReader, LayerKind?>>(Attribute, Bind);
