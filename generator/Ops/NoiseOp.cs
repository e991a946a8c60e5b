using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>Random numbers, each a function of seed, layer, step, sample and unit like a mask's bits. Nothing flows back.</summary>
/// <param name="Value">The value it is added to.</param>
/// <param name="Layer">The number that tells its noise from other layers'.</param>
/// <param name="Of">The type of the value: a number for each unit.</param>
/// <param name="Scope">What it is drawn for.</param>
internal abstract record NoiseOp(string Value, int Layer, TensorType Of, RandomScope Scope) : ElementwiseOp, IRandomOp
{
    internal override string Anonymous => $"{this with { Value = "", Layer = 0 }}";

    /// <summary>The layer that its key is made for. Masks have the layers from 0 on; noise has those from −1 down, so the two never draw the same bits.</summary>
    public abstract int KeyLayer { get; }

    /// <summary>The runtime's routine.</summary>
    protected abstract string Routine { get; }

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Of;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    /// <summary>Takes a local of the method: the key.</summary>
    public override Expression Vector(IReadOnlyList<Expression> a, Position at) =>
        Expression.Call($"{Types.Noise}.{Routine}<V>", a[0], Scope.Row(at), at.Column);
}
