using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>One number of each channel for each window of an image: [n, h, w, c] → [n, h′, w′, c]. Positions outside the image take no part.</summary>
/// <param name="Window">The window.</param>
internal abstract record PoolOp(Window Window) : Op
{
    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true);

    public override OpCost CostOf(Node y) => new(Window.Positions, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Batch
        ? Window.Of(operands[0], operands[0].Channels)
        : throw new GraphException($"{Name} works on images, not on {operands[0]}.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"{Word} {Window} of {a[0].Text}";

    /// <summary>What it takes, in a formula.</summary>
    protected abstract string Word { get; }
}

/// <summary>The greatest number of the window.  dx = dy at the first position (by row, then column) that has it</summary>
internal sealed record MaxPool(Window Window) : PoolOp(Window)
{
    /// <summary>A larger window has too much code, and more lines than the cache keeps.</summary>
    private const int MostFromLines = 16;

    internal override Window? WindowOfLines =>
        Window.Border == 0 && Window.Positions <= MostFromLines && (Window.StrideY, Window.StrideX) == (Window.Height, Window.Width) ? Window : null;

    protected override string Word => "max";

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        // The place is found where the greatest number is, so that x need not be kept.
        CodeSection section = y.Graph.Section;
        y.Graph.Section = y.Section;
        Node place = y.Graph.Add(new PlaceOfMax(), y).Named("place");
        y.Graph.Section = section;
        adjoint.Add(y.Operands[0], y.Graph.Add(new MaxPoolGradient(Window, y.Operands[0].Type), dy, place));
    }
}

/// <summary>
/// Where in its window a maximum (operand y, a <see cref="MaxPool"/>) is first: the number of the position, row by row from 0, positions
/// outside the image among them. Found by the kernel that finds the maximum. Appears in backward code, which is not differentiated again.
/// </summary>
internal sealed record PlaceOfMax : ElementwiseOp
{
    internal override AccessPattern Access => base.Access with { ComesWithOperand = true };

    public override bool IsCheap => false;

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0];

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"first place of {a[0].Text}";

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => throw new GraphException("The place of a maximum is found with it.");
}

/// <summary>The mean of the window's numbers, those outside the image left out.  dx = dy/count at each of them</summary>
internal sealed record AveragePool(Window Window) : PoolOp(Window)
{
    protected override string Word => "mean";

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
        TensorType x = y.Operands[0].Type;
        adjoint.Add(y.Operands[0], dy.Graph.Add(new AveragePoolGradient(Window, x), dy));
    }
}

/// <summary>What a pool passes back: an image of the type of what it reads. Appears in backward code, which is not differentiated again.</summary>
/// <param name="Window">The window.</param>
internal abstract record PoolGradientOp(Window Window) : Op
{
    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true);

    public override OpCost CostOf(Node y) => new(Window.Positions, y.Type.Columns);

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Backward code is not differentiated.");
}

/// <summary>dx of a maximum (operands dy, place): each window's dy goes to the first position that has its maximum.</summary>
/// <param name="Window">The window.</param>
/// <param name="Of">The type of x.</param>
internal sealed record MaxPoolGradient(Window Window, TensorType Of) : PoolGradientOp(Window)
{
    /// <summary>A window passes on to one position.</summary>
    public override double Density(IReadOnlyList<double> operands) => operands[0] / (Window.StrideY * Window.StrideX);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0] == Window.Of(Of, Of.Channels) && operands[1] == operands[0]
        ? Of
        : throw new GraphException($"{operands[0]} at {operands[1]} is no gradient of a pool of {Of}.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"{a[0].Text} at {a[1].Text} of {Window}";
}

/// <summary>dx of a mean (operand dy): each window's dy, divided among its positions.</summary>
/// <param name="Window">The window.</param>
/// <param name="Of">The type of x.</param>
internal sealed record AveragePoolGradient(Window Window, TensorType Of) : PoolGradientOp(Window)
{
    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0] == Window.Of(Of, Of.Channels)
        ? Of
        : throw new GraphException($"{operands[0]} is no gradient of a pool of {Of}.");

    public override Expression Formula(IReadOnlyList<Expression> a) => $"{a[0].Text}, each shared by its {Window}";
}

/// <summary>A copy of an image that the runtime fills, with the border that a window needs.</summary>
internal sealed record CopyImage : ElementwiseOp
{
    /// <summary>Whether an image lies as the runtime fills it, or may have to lie like one that does: it is one, or made of one element by element.</summary>
    public static bool IsNeededFor(Node image) => image.Op is Leaf
        || (image.Op is ElementwiseOp and not CopyImage && image.Operands.Any(operand => operand.Type.Space == Space.Batch && IsNeededFor(operand)));

    /// <summary>An image that may lie as its readers want it: itself, or a copy.</summary>
    public static Node Of(Node image) => image.Type.IsImage && IsNeededFor(image) ? image.Graph.Add(new CopyImage(), image).Named("copied") : image;

    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => adjoint.Add(y.Operands[0], dy);

    public override Expression Formula(IReadOnlyList<Expression> a) => a[0];

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => a[0];
}
