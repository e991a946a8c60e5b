using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Losses;

/// <summary>
/// (1/m)·Σ −t·log σ(z) − (1 − t)·log(1 − σ(z)) over the m outputs, written on z, which stays exact where σ(z) rounds to
/// 0 or 1.
/// </summary>
internal sealed record BinaryCrossEntropy(string Head, float? Weight) : Loss(Head, Weight)
{
    public override string Kind => "BinaryCrossEntropy";

    public override HeadForm Form => HeadForm.YesOrNo;

    public static Loss Bind(AttributeReader attribute, int units) => new BinaryCrossEntropy(attribute.Owner, LossWeight.Read(attribute));

    public override string Prediction => "Sigmoid";

    public override Node Predict(NetworkGraph graph, Node z) => graph.Add(new Sigmoid(), z);

    public override bool IsLinearInTarget => true;

    public override Node PerSample(NetworkGraph graph, Node z, Node target) =>
        1f / z.Type.Columns * graph.Add(new ReduceFeatures(), graph.Add(new Ops.BinaryCrossEntropy(), z, target));
}
