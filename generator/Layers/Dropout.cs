using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Layers;

/// <summary>h = y ⊙ mask/keep in training; nothing in prediction (Srivastava et al. 2014, the inverted form).</summary>
internal sealed record Dropout(string Owner, float Keep)
{
    public static Dropout Bind(AttributeReader attribute) => new(
        attribute.Owner,
        attribute.Number(nameof(DropoutAttribute.Keep), 1, Graph.Range.Probability, Rules.KeepOutOfRange));

    /// <param name="graph">The training graph.</param>
    /// <param name="y">What is dropped.</param>
    /// <param name="layer">The value's index, which tells its mask from others'.</param>
    public Node Build(NetworkGraph graph, Node y, int layer)
    {
        Node keep = graph.Hyperparameter(new(Owner + "Keep", Keep, Graph.Range.Probability, $"The probability that a unit of {Owner} is kept in training."));
        return y * graph.Add(new DropoutMask(Owner, layer, y.Type.Columns), keep);
    }
}
