using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Layers;

/// <summary>
/// h = y ⊙ mask/keep in training and y in prediction (the inverted form), or h = y ⊙ mask in training and keep·y in prediction
/// (the textbook's). Srivastava et al. 2014. Of channels, a bit of the mask holds at all positions of an image (Tompson et al. 2015).
/// </summary>
internal sealed record Dropout(string Owner, float Keep, Rescale Rescale, bool Channels) : ValueModifier(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("Keep");

    /// <summary>The hyperparameter that is the probability.</summary>
    public string KeepName => Owner + "Keep";

    public override string Suffix => "Dropped";

    public static ValueModifier Bind(AttributeReader attribute) => new Dropout(
        attribute.Owner,
        attribute.Number(nameof(DropoutAttribute.Keep), 1, Graph.Range.Probability, Rules.KeepOutOfRange),
        (Rescale)attribute.Integer(nameof(DropoutAttribute.Rescale), (int)Rescale.InTraining, new(0, 1, true, true), Rules.RescaleUnknown),
        attribute.Flag(nameof(DropoutAttribute.Channels)));

    public override string? RuleAgainst(EquatableArray<int> shape) => Channels && shape.Count is not (2 or 3) ? Rules.ChannelsOfVector : null;

    public override Node Train(NetworkGraph graph, Node y, int layer, RandomScope draw) =>
        y * graph.Add(new DropoutMask(Owner, layer, y.Type, IsScaled: Rescale == Rescale.InTraining, OfChannels: Channels, draw, Keep), KeepIn(graph));

    public override Node Predict(NetworkGraph graph, Node y) => Rescale == Rescale.AtPrediction ? y * KeepIn(graph) : y;

    private Node KeepIn(NetworkGraph graph) =>
        graph.Hyperparameter(new(Owner, "Keep", Keep, Graph.Range.Probability, $"The probability that a {(Channels ? "channel" : "unit")} of {Owner} is kept in training."));
}
