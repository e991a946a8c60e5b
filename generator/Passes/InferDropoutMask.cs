using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>
/// With h = relu(z) ⊙ mask/keep, the backward factor mask/keep ⊙ [relu(z) &gt; 0] is [h &gt; 0] · 1/keep, exactly: a unit is above zero in h
/// if and only if it was above zero and kept. So neither mask nor z is drawn or stored again. A mask that scales nothing leaves [h &gt; 0].
/// </summary>
internal static class InferDropoutMask
{
    public static Node Rewrite(Node node)
    {
        if (node is { Op: Multiply, Operands: [{ Op: Multiply, Operands: [var dh, { Op: DropoutMask } mask] }, { Op: Step, Operands: [{ Op: Relu } y] }] })
        {
            NetworkGraph graph = node.Graph;
            if (!graph.Nodes.Any(n => n.Op is Multiply && n.Operands[0] == y && n.Operands[1] == mask))
            {
                return node; // noise came between: what is stored is not y ⊙ mask
            }

            graph.Section = node.Section;
            Node h = graph.Add(new Multiply(), y, mask);
            Node passed = dh * graph.Add(new Step(), h);
            return ((DropoutMask)mask.Op).IsScaled ? passed * (1f / mask.Operands[0]).Named("inverseKeep") : passed;
        }

        return node;
    }
}
