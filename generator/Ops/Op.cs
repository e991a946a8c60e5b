using NetGen.Generator.Graph;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Ops;

/// <summary>
/// A primitive operation: its type rule, its derivative rule and how it reads in a formula, side by side. Equal records are the same
/// operation, which is how the graph finds equal nodes; everything an operation is must be in its record parameters.
/// </summary>
internal abstract record Op
{
    /// <summary>Its name in listings.</summary>
    public virtual string Name => GetType().Name.ToLowerInvariant();

    /// <summary>The type of the result.</summary>
    /// <exception cref="GraphException">The operands do not fit.</exception>
    public abstract TensorType TypeOf(IReadOnlyList<TensorType> operands);

    /// <summary>Adds to <paramref name="adjoint"/>, for each operand u of <paramref name="y"/>, dy·∂y/∂u.</summary>
    public abstract void Differentiate(Node y, Node dy, Adjoint adjoint);

    /// <summary>How it reads in a comment.</summary>
    public virtual Expression Formula(IReadOnlyList<Expression> a) => Expression.Call(Name, a);
}

/// <summary>An operation that works on each element by itself, and so fuses with its neighbors into one loop.</summary>
internal abstract record ElementwiseOp : Op
{
    /// <summary>
    /// Whether computing it again costs less than storing and loading it. Cheap values that another method needs are computed again there.
    /// </summary>
    public virtual bool IsCheap => true;

    /// <summary>Its C# on operands that are vectors of some width <c>V</c>.</summary>
    public abstract Expression Vector(IReadOnlyList<Expression> a, Position at);

    /// <summary>Its C# on floats; only needed of operations that occur between scalars or numbers per sample.</summary>
    public virtual Expression Scalar(IReadOnlyList<Expression> a) => throw new GraphException($"{Name} has no scalar form.");

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands.Aggregate((a, b) => TensorType.Broadcast(a, b)
        ?? throw new GraphException($"{Name} cannot join {a} and {b}."));
}

/// <summary>The C# names of the row and column an element-wise loop stands at.</summary>
internal readonly record struct Position(string Row, string Column);

/// <summary>A piece of text with the strength of its outermost operator, so that parentheses appear only where needed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Precedence">1 for sums, 2 for products, 3 for anything closed.</param>
internal readonly record struct Expression(string Text, int Precedence = 3)
{
    public static implicit operator Expression(string text) => new(text);

    public static Expression Call(string function, IEnumerable<Expression> arguments) =>
        new($"{function}({string.Join(", ", arguments.Select(a => a.Text))})");

    public static Expression Call(string function, params Expression[] arguments) => Call(function, (IEnumerable<Expression>)arguments);

    public static Expression Sum(Expression a, string sign, Expression b) => new($"{a.Text} {sign} {b.Inside(sign == "+" ? 1 : 2)}", 1);

    public static Expression Product(Expression a, string sign, Expression b) => new($"{a.Inside(2)} {sign} {b.Inside(sign == "/" ? 3 : 2)}", 2);

    /// <summary>The text, in parentheses if its operator binds less than <paramref name="precedence"/>.</summary>
    public string Inside(int precedence) => Precedence < precedence ? $"({Text})" : Text;

    public override string ToString() => Text;
}
