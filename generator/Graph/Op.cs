using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

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

    /// <summary>How it reads its operands and where it leaves its result.</summary>
    internal abstract AccessPattern Access { get; }

    /// <summary>What it needs of how an image that it reads from memory lies.</summary>
    /// <param name="operand">Which operand the image is.</param>
    internal virtual ImageForm FormOf(int operand) => default;

    /// <summary>Whether its kernel makes an image line by line, so that another operation can take the lines before they are stored.</summary>
    internal virtual bool MakesLines => false;

    /// <summary>The window of the lines that it can take as they are made; null if it takes its operand from memory alone.</summary>
    internal virtual Window? WindowOfLines => null;

    /// <summary>What it costs for each row of its result.</summary>
    /// <param name="y">The node that it computes.</param>
    public virtual OpCost CostOf(Node y) => new(1, y.Type.Columns);

    /// <summary>
    /// Whether computing it again costs less than storing and loading it. Cheap values that another kernel needs are computed again there.
    /// </summary>
    public virtual bool IsCheap => false;

    /// <summary>The share of its result's elements that are expected not to be 0.</summary>
    /// <param name="operands">The same of its operands.</param>
    public virtual double Density(IReadOnlyList<double> operands) => 1;

    /// <summary>The parameter beside which its result is left; null for any other result.</summary>
    internal virtual ParameterDestination? Destination => null;

    /// <summary>What a kernel built around it is called, and what it is about if that is no value; null for a kernel that is named after its section.</summary>
    internal virtual (string Verb, string? Subject)? KernelName => null;

    /// <summary>It as text, without the layer that it belongs to: equal for operations that differ in nothing else.</summary>
    internal virtual string Anonymous => ToString();

    /// <summary>It as text, equal for equal operations and for no others, on every runtime: kernels that share a method are found by it.</summary>
    public sealed override string ToString() => RecordText.Of(this);

    /// <summary>How it reads in a comment.</summary>
    public virtual Expression Formula(IReadOnlyList<Expression> a) => Expression.Call(Name, a);
}

/// <summary>An operation that works on each element by itself, and so fuses with its neighbors into one loop.</summary>
internal abstract record ElementwiseOp : Op
{
    public override bool IsCheap => true;

    internal override AccessPattern Access => AccessPattern.Elementwise;

    /// <summary>Whether it has one operand and never falls as that grows: it then takes the greatest number to the greatest.</summary>
    internal virtual bool IsIncreasing => false;

    /// <summary>Its C# on operands that are vectors of some width <c>V</c>.</summary>
    public abstract Expression Vector(IReadOnlyList<Expression> a, Position at);

    /// <summary>Its C# on floats; only needed of operations that occur between scalars or numbers per sample.</summary>
    public virtual Expression Scalar(IReadOnlyList<Expression> a) => throw new GraphException($"{Name} has no scalar form.");

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands.Aggregate((a, b) => TensorType.Broadcast(a, b)
        ?? throw new GraphException($"{Name} cannot join {a} and {b}."));
}
