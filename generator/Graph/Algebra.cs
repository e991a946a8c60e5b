using NetGen.Generator.Ops;

namespace NetGen.Generator.Graph;

/// <summary>The identities applied the moment a node is made, so that derivatives come out as one would write them by hand.</summary>
internal static class Algebra
{
    /// <summary>An existing or simpler node that equals the operation exactly, or null.</summary>
    public static Node? Simplify(Op op, Node[] o) => op switch
    {
        // Constants fold; 1 and 0 vanish where the type stays the same.
        Add when IsConstant(o[0], out float a) && IsConstant(o[1], out float b) => o[0].Graph.Constant(a + b),
        Subtract when IsConstant(o[0], out float a) && IsConstant(o[1], out float b) => o[0].Graph.Constant(a - b),
        Multiply when IsConstant(o[0], out float a) && IsConstant(o[1], out float b) => o[0].Graph.Constant(a * b),
        Multiply when IsConstant(o[0], out float a) && a == 1 => o[1],
        Multiply when IsConstant(o[1], out float b) && b == 1 => o[0],
        Add when IsConstant(o[0], out float a) && a == 0 => o[1],
        Add when IsConstant(o[1], out float b) && b == 0 => o[0],
        Subtract when IsConstant(o[1], out float b) && b == 0 => o[0],

        // a + a = 2·a
        Add when o[0] == o[1] => 2f * o[0],

        // a + (−1)·b = a − b;  (−1)·(−1)·a = a;  x·(c) = (c)·x, constants first
        Add when IsNegation(o[1], out Node? b) => o[0] - b!,
        Add when IsNegation(o[0], out Node? a) => o[1] - a!,
        Multiply when IsConstant(o[0], out float a) && a == -1 && IsNegation(o[1], out Node? b) => b,
        Multiply when IsConstant(o[1], out _) => o[1] * o[0],
        Subtract when IsNegation(o[1], out Node? b) => o[0] + b!,
        _ => null,
    };

    private static bool IsConstant(Node node, out float value)
    {
        value = (node.Op as Constant)?.Value ?? 0;
        return node.Op is Constant;
    }

    private static bool IsNegation(Node node, out Node? negated)
    {
        negated = node.Op is Multiply && IsConstant(node.Operands[0], out float c) && c == -1 ? node.Operands[1] : null;
        return negated is not null;
    }
}
