using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>A value that comes from outside the graph. It has no operands, so nothing flows further back.</summary>
internal abstract record Leaf(TensorType Type) : Op
{
    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => Type;

    internal override AccessPattern Access => AccessPattern.Source;

    /// <summary>The column of the batch that it is; null for anything else.</summary>
    internal virtual BatchColumn? Column => null;

    /// <summary>Whether a row of it is the row of another sample: the partner that mixup blends with.</summary>
    internal virtual bool IsOfPartner => false;

    /// <summary>Whether the step itself makes it before it reads it.</summary>
    internal virtual bool IsMadeInStep => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }
}

/// <summary>A number written in the model.</summary>
internal sealed record Constant(float Value) : Leaf(TensorType.Scalar)
{
    public override string Name => Invariant.Of($"constant {Invariant.Literal(Value)}");
}

/// <summary>A field of the hyperparameter record.</summary>
internal sealed record HyperparameterValue(string Field) : Leaf(TensorType.Scalar)
{
    internal override string Anonymous => nameof(HyperparameterValue);

    public override string Name => $"hyperparameter {Field}";
}
