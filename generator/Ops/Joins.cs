using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>
/// The channels of several images of one height and width side by side, in the order of the operands: [n, h, w, a], [n, h, w, b], … →
/// [n, h, w, a + b + …]. Vectors are images of one position.  da = the first channels of dy, db the next ones
/// </summary>
internal sealed record Join : Op
{
    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true);

    /// <summary>As if all operands had equally many channels.</summary>
    public override double Density(IReadOnlyList<double> operands) => operands.Average();

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands)
    {
        TensorType first = operands[0];
        return operands.All(o => o.Space == Space.Batch && (o.Height, o.Width) == (first.Height, first.Width))
            ? TensorType.Image(first.Height, first.Width, operands.Sum(o => o.Channels))
            : throw new GraphException($"Images of different sizes cannot be joined: {string.Join(", ", operands)}.");
    }

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        int from = 0;
        foreach (Node operand in y.Operands)
        {
            var part = new ChannelPart(from, operand.Type);
            adjoint.Add(operand, (gradient, graph) => graph.Add(part, gradient), dy);
            from += operand.Type.Channels;
        }
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"[{string.Join(" | ", a.Select(operand => operand.Text))}]";
}

/// <summary>Some channels of an image, those of one operand of a join: [n, h, w, c] → [n, h, w, b]. Appears in backward code, which is not differentiated again.</summary>
/// <param name="From">The first channel.</param>
/// <param name="Of">The type of the operand.</param>
internal sealed record ChannelPart(int From, TensorType Of) : Op
{
    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true);

    public override double Density(IReadOnlyList<double> operands) => operands[0];

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) =>
        operands[0].Space == Space.Batch && (operands[0].Height, operands[0].Width) == (Of.Height, Of.Width) && From + Of.Channels <= operands[0].Channels
            ? Of
            : throw new GraphException($"{Of} is no part of {operands[0]}.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => Invariant.Of($"{a[0].Inside(3)}[{From}..{From + Of.Channels}]");
}
