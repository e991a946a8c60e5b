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
        Multiply when o[0] is { Op: Expand, Operands: [{ Op: Constant { Value: 1 } }] } && o[1].Type == o[0].Type => o[1],
        Add when IsConstant(o[0], out float a) && a == 0 => o[1],
        Add when IsConstant(o[1], out float b) && b == 0 => o[0],
        Subtract when IsConstant(o[1], out float b) && b == 0 => o[0],

        // c·(d·a) = (c·d)·a;  (c·a)·b = c·(a·b): constants gather in front
        Multiply when IsConstant(o[0], out float a) && IsScaled(o[1], out float c, out Node? x) => a * c * x!,
        Multiply when !IsConstant(o[0], out _) && IsScaled(o[0], out float c, out Node? x) && !IsConstant(o[1], out _) => c * (x! * o[1]),
        Multiply when !IsConstant(o[0], out _) && IsScaled(o[1], out float c, out Node? x) => c * (o[0] * x!),

        // x·a ± x·b = x·(a ± b)
        Add when SharesFactor(o, out Node? x, out Node? a, out Node? b) => x! * (a! + b!),
        Subtract when SharesFactor(o, out Node? x, out Node? a, out Node? b) => x! * (a! - b!),

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

    /// <summary>Whether a node is c·x with a constant c.</summary>
    private static bool IsScaled(Node node, out float factor, out Node? scaled)
    {
        factor = 1;
        scaled = node.Op is Multiply && IsConstant(node.Operands[0], out factor) ? node.Operands[1] : null;
        return scaled is not null;
    }

    /// <summary>Whether both operands are products with the same first factor, a number per sample or for all: x·a and x·b.</summary>
    private static bool SharesFactor(Node[] o, out Node? x, out Node? a, out Node? b)
    {
        bool shares = o[0].Op is Multiply && o[1].Op is Multiply && o[0] != o[1] && o[0].Operands[0] == o[1].Operands[0]
            && (o[0].Operands[0].Type.Space != o[0].Type.Space || o[0].Operands[0].Op is Expand) && o[0].Operands[1].Type == o[1].Operands[1].Type;
        (x, a, b) = shares ? (o[0].Operands[0], o[0].Operands[1], o[1].Operands[1]) : default;
        return shares;
    }

    private static bool IsNegation(Node node, out Node? negated)
    {
        negated = node.Op is Multiply && IsConstant(node.Operands[0], out float c) && c == -1 ? node.Operands[1] : null;
        return negated is not null;
    }
}
