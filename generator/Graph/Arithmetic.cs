using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>y = a + b.  da = dy, db = dy</summary>
internal sealed record Add : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[0], dy);
        adjoint.Add(y.Operands[1], dy);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => Expression.Sum(a[0], "+", a[1]);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Sum(a[0], "+", a[1]);

    public override Expression Scalar(IReadOnlyList<Expression> a) => Expression.Sum(a[0], "+", a[1]);
}

/// <summary>y = a − b.  da = dy, db = −dy</summary>
internal sealed record Subtract : ElementwiseOp
{
    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[0], dy);
        adjoint.Add(y.Operands[1], -dy);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => Expression.Sum(a[0], "−", a[1]);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Sum(a[0], "-", a[1]);

    public override Expression Scalar(IReadOnlyList<Expression> a) => Expression.Sum(a[0], "-", a[1]);
}

/// <summary>y = a ⊙ b.  da = dy ⊙ b, db = dy ⊙ a</summary>
internal sealed record Multiply : ElementwiseOp
{
    public override double Density(IReadOnlyList<double> operands) => operands[0] * operands[1];

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[0], dy * y.Operands[1]);
        adjoint.Add(y.Operands[1], dy * y.Operands[0]);
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => a[0].Text == "-1" ? new($"−{a[1].Inside(2)}", 2) : Expression.Product(a[0], "⊙", a[1]);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Scalar(a);

    public override Expression Scalar(IReadOnlyList<Expression> a) => a[0].Text == "-1f" ? new($"-{a[1].Inside(3)}", 2) : Expression.Product(a[0], "*", a[1]);
}

/// <summary>y = a / b.  da = dy / b, db = −dy ⊙ y / b</summary>
internal sealed record Divide : ElementwiseOp
{
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        adjoint.Add(y.Operands[0], dy / y.Operands[1]);
        adjoint.Add(y.Operands[1], -(dy * y / y.Operands[1]));
    }

    public override Expression Formula(IReadOnlyList<Expression> a) => Expression.Product(a[0], "/", a[1]);

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => Expression.Product(a[0], "/", a[1]);

    public override Expression Scalar(IReadOnlyList<Expression> a) => Expression.Product(a[0], "/", a[1]);
}

/// <summary>y = a, spread over a wider type: where a derivative is the same for every element of its operand.</summary>
internal sealed record Expand(TensorType Type) : ElementwiseOp
{
    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => TensorType.Broadcast(operands[0], Type) == Type
        ? Type
        : throw new GraphException($"{operands[0]} does not spread over {Type}.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy);

    public override Expression Formula(IReadOnlyList<Expression> a) => a[0];

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => a[0];
}
