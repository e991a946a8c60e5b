using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>What is done to an image, in the order in which it is done.</summary>
internal enum ImageChangeKind
{
    HorizontalFlip,
    VerticalFlip,
    Shift,
    Stretch,
    Rotate,
    RotateAndCrop,
    Zoom,
    RandomCrop,
    Elastic,
    ColorBalance,
    Blur,
    Erase,
}

/// <summary>One of the changes that augmentation makes to an image.</summary>
/// <param name="Kind">Which one.</param>
internal readonly record struct ImageChange(ImageChangeKind Kind)
{
    /// <summary>Whether it moves what the image shows: all that do are one map and one interpolation.</summary>
    public bool IsGeometry => Kind <= ImageChangeKind.Elastic;

    /// <summary>How many numbers say how strong it is.</summary>
    public int Strengths => Kind switch
    {
        ImageChangeKind.Stretch or ImageChangeKind.Elastic or ImageChangeKind.Erase => 2,
        ImageChangeKind.ColorBalance => 4,
        _ => 1,
    };

    /// <summary>It in words, for comments.</summary>
    /// <param name="a">The strengths.</param>
    public string Formula(IReadOnlyList<Expression> a) => Kind switch
    {
        ImageChangeKind.HorizontalFlip => $"mirrored left to right with probability {a[0]}",
        ImageChangeKind.VerticalFlip => $"mirrored top to bottom with probability {a[0]}",
        ImageChangeKind.Shift => $"shifted by up to ±{a[0]} positions",
        ImageChangeKind.Stretch => $"stretched by 1 ± {a[0]} vertically, 1 ± {a[1]} horizontally",
        ImageChangeKind.Rotate => $"rotated by up to ±{a[0]}°",
        ImageChangeKind.RotateAndCrop => $"rotated by up to ±{a[0]}° and enlarged to cover its corners",
        ImageChangeKind.Zoom => $"zoomed by 1 ± {a[0]}",
        ImageChangeKind.RandomCrop => $"cropped to {a[0]} … 1 of its area",
        ImageChangeKind.Elastic => $"displaced by {a[0]}·(G ∗ U[−1, 1]), σ of G {a[1]}",
        ImageChangeKind.ColorBalance => $"gain 1 ± {a[0]}, brightness 1 ± {a[1]}, contrast 1 ± {a[2]}, saturation 1 ± {a[3]}",
        ImageChangeKind.Blur => $"blurred with σ up to {a[0]}",
        _ => $"a square of {a[0]} erased with probability {a[1]}",
    };
}

/// <summary>
/// An image as training sees it (operands x, then the strengths of each change): moved by one map and one interpolation, then recolored, blurred,
/// erased in part, each as far as the changes say. What is drawn is a function of seed, input, step and row. Nothing flows back: nothing before it
/// is trained.
/// </summary>
/// <param name="Value">The input.</param>
/// <param name="Layer">The number that tells its draws from those of other inputs.</param>
/// <param name="Changes">What is done to the image, in this order.</param>
/// <param name="Fill">What is outside the image, and in what is erased.</param>
/// <param name="Min">What a number is at least; −∞ if nothing is declared.</param>
/// <param name="Max">What a number is at most.</param>
internal sealed record Augment(string Value, int Layer, EquatableArray<ImageChange> Changes, float Fill, float Min, float Max) : Op, IRandomOp
{
    /// <summary>What a number takes of interpolation, drawing and smoothing, in operations.</summary>
    private const int OperationsPerNumber = 50;

    public RandomScope Scope => RandomScope.EachRow;

    internal override string Anonymous => $"{this with { Value = "", Layer = 0 }}";

    internal override AccessPattern Access => new(OpFamily.Window, Axes.Positions, ReadsMemory: true, StartsKernel: true, TakesEpilogue: false);

    internal override (string Verb, string? Subject)? KernelName => (nameof(Augment), null);

    /// <summary>The layer that its keys are made for, of two: masks have the layers from 0 on, noise those from −1 down, and images those from the least on.</summary>
    public int KeyLayer => int.MinValue + 2 * Layer;

    /// <summary>The changes, each with its strengths.</summary>
    /// <param name="strengths">All strengths: operands but the first, or what was made of them.</param>
    public IEnumerable<(ImageChange Change, IReadOnlyList<T> Strengths)> With<T>(IReadOnlyList<T> strengths)
    {
        int at = 0;
        foreach (ImageChange change in Changes)
        {
            yield return (change, [.. strengths.Skip(at).Take(change.Strengths)]);
            at += change.Strengths;
        }
    }

    public override OpCost CostOf(Node y) => new(OperationsPerNumber, y.Type.Columns);

    public override TensorType TypeOf(IReadOnlyList<TensorType> operands) => operands[0].Space == Space.Batch && operands.Count == 1 + Changes.Sum(change => change.Strengths)
        ? operands[0]
        : throw new GraphException($"{Name} works on images, with a number for each strength, not on {operands[0]} with {operands.Count - 1} numbers.");

    public override void Differentiate(Node y, Node dy, Adjoint adjoint)
    {
    }

    public override Expression Formula(IReadOnlyList<Expression> a) =>
        $"{a[0].Text}, for each row anew:\n{string.Join("\n", With([.. a.Skip(1)]).Select(change => "· " + change.Change.Formula(change.Strengths)))}";
}
