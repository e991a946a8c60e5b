using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Losses;

/// <summary>(1/m)·Σ |z − t| over the m outputs.</summary>
internal sealed record MeanAbsoluteError(string Head, float? Weight) : Loss(Head, Weight)
{
    public override string Kind => "MeanAbsoluteError";

    public static Loss Bind(AttributeReader attribute, int units) => new MeanAbsoluteError(attribute.Owner, LossWeight.Read(attribute));

    public override Node PerSample(NetworkGraph graph, Node z, Node target)
    {
        Node d = (z - target).Named("d");
        return 1f / z.Type.Columns * graph.Add(new ReduceFeatures(), graph.Add(new Abs(), d));
    }
}
