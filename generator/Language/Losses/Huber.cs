using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Losses;

/// <summary>(1/m)·Σ H(z − t) over the m outputs; H(d) is ½d² where |d| ≤ δ, else δ(|d| − ½δ).</summary>
internal sealed record Huber(string Head, float Delta, float? Weight) : Loss(Head, Weight)
{
    public override string Kind => "Huber";

    public static Loss Bind(AttributeReader attribute, int units) => new Huber(
        attribute.Owner,
        attribute.Number(nameof(HuberAttribute.Delta), 1, Graph.Range.Positive, Rules.DeltaNotPositive),
        LossWeight.Read(attribute));

    public override Node PerSample(NetworkGraph graph, Node z, Node target)
    {
        Node d = (z - target).Named("d");
        return 1f / z.Type.Columns * graph.Add(new ReduceFeatures(), graph.Add(new Ops.Huber(Delta), d));
    }
}
