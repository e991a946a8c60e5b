using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>
/// Σ OneHot(label, ε) ⊙ LogSoftmax(z)  →  −SoftmaxCrossEntropy(z, label, ε), before differentiation, so that the gradient is the
/// closed form softmax(z) − t and no probability is divided by.
/// </summary>
internal static class FuseSoftmaxCrossEntropy
{
    public static Node Rewrite(Node node)
    {
        if (node is { Op: ReduceFeatures, Operands: [{ Op: Multiply, Operands: [{ Op: OneHot } t, { Op: LogSoftmax } log] }] })
        {
            node.Graph.Section = node.Section;
            return -node.Graph.Add(new SoftmaxCrossEntropy(), log.Operands[0], t.Operands[0], t.Operands[1]).Named(t.Operands[0].Op is Labels { OfPartner: true } ? "partnerLoss" : "loss");
        }

        return node;
    }
}
