using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The member that shows what training makes of images.</summary>
internal sealed class AugmentMembers
{
    private const string Result = "augmented";

    private readonly SurfaceColumn[] _inputs;

    public AugmentMembers(NetworkOutline network)
    {
        _inputs = [.. network.Inputs.Where(input => input.IsAugmented)];
        Columns = new(network, ["step", .. _inputs.Select(input => ResultOf(input.Name))]);
    }

    /// <summary>The parameters for the network's columns; they make way for the others.</summary>
    public ColumnParameters Columns { get; }

    public SurfaceMethod Augment => new("void", "Augment", """
        What a step of training makes of images, row by row, by the augmentations of the input, before rows are blended and noise and dropout act: for looking
        at it, on a contact sheet for example. The parameters and the optimizer's state stay as they are.
        """)
    {
        Parameters =
        [
            .. _inputs.Select(Columns.Given),
            new("long", "step", "The number of updates made before the step; ≥ 0. Each step draws anew."),
            .. _inputs.Select(input => new SurfaceParameter($"{Types.Span}<float>", ResultOf(input.Name), $"Takes {input.Row("numbers")} per row; may be the span of the images itself.")),
        ],
        Exceptions =
        [
            new("ArgumentException", "A span has the wrong length, there are more rows than a batch takes, or a number is not allowed; nothing has been changed."),
            SurfaceException.OutOfRange("<paramref name=\"step\"/> is negative."), SurfaceException.InUseByAnother, SurfaceException.Disposed,
        ],
    };

    /// <summary>The span that takes the images of an input: <c>augmented</c>, or <c>leftAugmented</c> among several.</summary>
    public string ResultOf(string input) =>
        _inputs.Length < 2 ? Result : Identifier.Parameter(input, [.. _inputs.Select(i => i.Name)]).TrimStart('@') + "Augmented";
}
