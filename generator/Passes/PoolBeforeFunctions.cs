using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>
/// max f(x)  →  f(max x) for what never falls as x grows: a bias, which a channel has one of, and most activations. Both are the same number,
/// rounding included, for rounding keeps the order too. So a bias and an activation before a pool are computed once for each window, their
/// gradients likewise, and a pool can be part of the convolution that it reads. Only a pool that is the one reader of f(x) is moved.
/// </summary>
internal static class PoolBeforeFunctions
{
    public static NetworkGraph Run(NetworkGraph graph)
    {
        IReadOnlyList<Node> live = graph.Live();
        ILookup<Node, Node> readers = live.SelectMany(reader => reader.Operands.Select(operand => (operand, reader))).ToLookup(read => read.operand, read => read.reader);
        var asked = new HashSet<Node>(graph.Effects.Select(effect => effect.Value));
        // The pools by what each of them reads of its functions, from the last to the first.
        Dictionary<Node, int> functions = live.Where(node => node.Op is MaxPool).ToDictionary(pool => pool, pool => Functions(pool.Operands[0]));
        if (functions.Values.All(count => count == 0))
        {
            return graph;
        }

        return Rewriting.Run(graph, (node, copy) => functions.TryGetValue(node, out int count) && count > 0 ? Moved(copy, count) : copy);

        int Functions(Node x)
        {
            int count = 0;
            for (; readers[x].Count() == 1 && !asked.Contains(x) && ArgumentOf(x) is { } argument; x = argument)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The pool of the innermost argument, and the functions of that.</summary>
    private static Node Moved(Node pool, int count)
    {
        NetworkGraph graph = pool.Graph;
        var window = ((MaxPool)pool.Op).Window;
        var functions = new Stack<Node>();
        Node x = pool.Operands[0];
        for (; count > 0; count--, x = ArgumentOf(x)!)
        {
            functions.Push(x);
        }

        graph.Section = pool.Section;
        Node value = graph.Add(pool.Op, x.Named("z")).Named("pooled");
        foreach (Node function in functions)
        {
            Node argument = value;
            Op op = function.Op is Relu relu ? new Relu(relu.Of * window.Positions) : function.Op;
            value = graph.Add(op, [.. function.Operands.Select(operand => operand == ArgumentOf(function) ? argument : operand)]);
        }

        return value;
    }

    /// <summary>The x of f(x), where f never falls and treats all positions of a channel alike; null for anything else.</summary>
    private static Node? ArgumentOf(Node node) => node switch
    {
        { Type.Space: not Space.Batch } => null,
        { Op: Add, Operands: [var x, { Op: Leaf, Type.Space: Space.Vector or Space.Scalar }] } when x.Type == node.Type => x,
        { Op: Add, Operands: [{ Op: Leaf, Type.Space: Space.Vector or Space.Scalar }, var x] } when x.Type == node.Type => x,
        { Op: ElementwiseOp { IsIncreasing: true }, Operands: [var x] } when x.Type == node.Type => x,
        _ => null,
    };
}
