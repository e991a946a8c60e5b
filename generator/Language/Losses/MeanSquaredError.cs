using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Losses;

/// <summary>(1/m)·Σ (z − t)² over the m outputs.</summary>
internal sealed record MeanSquaredError(string Head, float? Weight) : Loss(Head, Weight)
{
    public override string Kind => "MeanSquaredError";

    public static Loss Bind(AttributeReader attribute, int units) => new MeanSquaredError(attribute.Owner, LossWeight.Read(attribute));

    public override Node PerSample(NetworkGraph graph, Node z, Node target)
    {
        Node d = (z - target).Named("d");
        return 1f / z.Type.Columns * graph.Add(new ReduceFeatures(), d * d);
    }
}
