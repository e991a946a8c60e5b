using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>1/N for the N numbers that a channel has in the batch, rows × positions: turns a sum over the batch into a mean.</summary>
/// <param name="Positions">Positions of each row.</param>
internal sealed record InverseRows(int Positions) : Leaf(TensorType.Scalar);

/// <summary>A sum over the samples of the batch and their positions, of something that is made of several values: summed as <see cref="ReduceBatch"/> is.</summary>
internal abstract record ChannelSum : Op
{
    internal override AccessPattern Access => new(OpFamily.Reduction, Axes.Batch, Along: Axes.Features, ReadsMemory: true, StartsKernel: true);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Batch
        ? TensorType.Vector(operands[0].Channels)
        : throw new GraphException($"{Name} sums over the batch, and {operands[0]} has none.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("BatchNormalize differentiates what statistics depend on.");
}

/// <summary>Σ (x − μ)² for each channel (operands x, μ).</summary>
internal sealed record SquaredDeviations : ChannelSum
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"Σₙ ({a[0].Text} − {a[1].Text})²", 2);
}

/// <summary>Σ dy ⊙ (x − μ)·s for each channel (operands dy, x, μ, s). Appears in backward code, which is not differentiated again.</summary>
internal sealed record NormalizedProducts : ChannelSum
{
    public override Expression Formula(IReadOnlyList<Expression> a) => new($"Σₙ {a[0].Inside(2)} ⊙ ({a[1].Text} − {a[2].Text})·{a[3].Inside(2)}", 2);
}

/// <summary>Σ a ⊙ b for each channel. Appears in backward code, which is not differentiated again.</summary>
internal sealed record ChannelProducts : ChannelSum
{
    public override Expression Formula(IReadOnlyList<Expression> a) => new($"Σₙ {a[0].Inside(2)} ⊙ {a[1].Inside(2)}", 2);
}

/// <summary>y = γ ⊙ x + β (operands x, γ, β; γ and β are per channel).  dx = γ ⊙ dy, dγ = Σ dy ⊙ x, dβ = Σ dy</summary>
internal sealed record ScaleAndShift : ElementwiseOp
{
    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0];

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[0], y.Operands[1] * dy);
        adjoint.Add(y.Operands[1], (x, graph) => graph.Add(new ChannelProducts(), dy, x), y.Operands[0]);
        adjoint.Add(y.Operands[2], dy);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => new($"{a[1].Inside(2)} ⊙ {a[0].Inside(2)} + {a[2].Text}", 1);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => new($"{a[1].Inside(3)} * {a[0].Inside(3)} + {a[2].Text}", 1);
}

/// <summary>
/// y = γ ⊙ x̂ + β with x̂ = (x − μ)·s (operands x, μ, s, γ, β; all but x are per channel). dβ = Σ dy and dγ = Σ dy ⊙ x̂ over the batch. Where μ
/// and s = 1/√(σ² + ε) are those of the batch itself, dx = γ·s·(dy − dβ/N − x̂·dγ/N) (Ioffe &amp; Szegedy 2015, §3, in closed form); where they are
/// running averages, dx = γ·s·dy.
/// </summary>
/// <param name="IsOfBatch">Whether μ and s are the statistics of x.</param>
internal sealed record BatchNormalize(bool IsOfBatch) : ElementwiseOp
{
    public override bool IsCheap => false;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0];

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        (Node x, Node mean, Node scale, Node gamma, Node beta) = (y.Operands[0], y.Operands[1], y.Operands[2], y.Operands[3], y.Operands[4]);
        NetworkGraph graph = y.Graph;
        Node normalized = (x - mean) * scale;
        if (!IsOfBatch)
        {
            adjoint.Add(beta, dy);
            adjoint.Add(gamma, dy * normalized);
            adjoint.Add(x, gamma * scale * dy);
            return;
        }

        Node shift = graph.Add(new ReduceBatch(), dy).Named("dβ"), factor = graph.Add(new NormalizedProducts(), dy, x, mean, scale).Named("dγ");
        Node share = graph.Add(new InverseRows(x.Type.Height * x.Type.Width)).Named("inverseRows");
        adjoint.Add(beta, shift);
        adjoint.Add(gamma, factor);
        adjoint.Add(x, gamma * scale * (dy - share * shift - normalized * (share * factor)));
    }

    public override Expression Formula(IReadOnlyList<Expression> a) =>
        new($"{a[3].Inside(2)} ⊙ ({a[0].Text} − {a[1].Text})·{a[2].Inside(2)} + {a[4].Text}", 1);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) =>
        new($"({a[0].Text} - {a[1].Inside(2)}) * {a[2].Inside(3)} * {a[3].Inside(3)} + {a[4].Text}", 1);
}

/// <summary>
/// x̂ = (x − μ)/√(σ² + ε) with the mean and the population variance of each row (Ba et al. 2016).
/// dx = s·(dy − mean(dy) − x̂·mean(dy ⊙ x̂)), s = 1/√(σ² + ε).
/// </summary>
/// <param name="Epsilon">ε.</param>
internal sealed record Standardize(float Epsilon) : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        Node dx = y.Graph.Add(new StandardizeGradient(Epsilon), y.Operands[0], dy);

        // A row is worked on in one run; the convolution before it may need a border around its gradient, or whole vectors at each position.
        adjoint.Add(y.Operands[0], dx.Type.IsImage ? y.Graph.Add(new CopyImage(), dx) : dx);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => $"standardized({a[0].Text})";
}

/// <summary>
/// dx of x̂ = standardized(x) (operands x, dx̂): s·(dx̂ − mean(dx̂) − x̂·mean(dx̂ ⊙ x̂)). Appears in backward code, which is not differentiated again.
/// </summary>
/// <param name="Epsilon">ε.</param>
internal sealed record StandardizeGradient(float Epsilon) : RowOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"standardized′({a[0].Text})·{a[1].Inside(2)}";
}
