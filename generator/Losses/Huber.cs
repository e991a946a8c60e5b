using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Losses;

/// <summary>
/// (1/m)·Σ H(z − t) over the m outputs; H(d) is ½d² where |d| ≤ δ, else δ(|d| − ½δ). Both are c(a − ½c) with a = |d| and c = min(a, δ).
/// </summary>
internal sealed record Huber(string Head, float Delta, float? Weight) : Loss(Head, Weight)
{
    public override string Kind => "Huber";

    public static Loss Bind(AttributeReader attribute, int units) => new Huber(
        attribute.Owner,
        attribute.Number(nameof(HuberAttribute.Delta), 1, Graph.Range.Positive, Rules.DeltaNotPositive),
        LossWeight.Read(attribute));

    public override Node PerSample(NetworkGraph graph, Node z)
    {
        Node d = z - graph.Add(new Target(Head, z.Type.Columns)).Named("target");
        Node a = graph.Add(new Abs(), d);
        Node c = a - graph.Add(new Relu(), a - Delta);
        return 1f / z.Type.Columns * graph.Add(new SumColumns(), c * (a - 0.5f * c));
    }
}
