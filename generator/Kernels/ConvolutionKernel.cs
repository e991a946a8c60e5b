using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// z = x ∗ W, line by line of the result. The positions of a line are the rows of a tile, the filters its columns; a sum goes on over the runs
/// of the window without leaving its register. The raw line stays in the first-level cache until a loop over its positions finishes it. The
/// border of x is read as it lies, so that no position is an edge case. Where the positions go into a pool, the lines of a window are summed one
/// after the other, and what is finished is the greatest of each window.
/// </summary>
internal sealed class ConvolutionKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"lines of {kernel.Root!.Type.Width}×{kernel.Root.Type.Channels}");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is Convolution;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [LineOf(kernel.Root!.Type, (kernel.Pool?.Op as MaxPool)?.Window.Height ?? 1)];

    /// <summary>The scratch memory that lines of the result need.</summary>
    public static ScratchNeed LineOf(TensorType image, int lines = 1) =>
        new("LineSums", lines * image.Width * Lanes.Padded(image.Channels), lines == 1 ? "a line of a convolution" : "the lines of a convolution that a window has");

    /// <summary>The lines of an image, each summed and finished.</summary>
    /// <param name="text">The kernel's text.</param>
    /// <param name="runs">What the window reads.</param>
    /// <param name="x">C# of the number that the window at the start of a line begins with, given the line.</param>
    /// <param name="positionStride">Floats of x from one window to the next.</param>
    /// <param name="w">C# of the first weight of a column.</param>
    /// <param name="wStride">Floats from one row of W to the next.</param>
    public static string Lines(KernelText text, WindowRuns runs, Func<string, string> x, int positionStride, Func<string, string> w, int wStride)
    {
        TensorType image = text.Kernel.Root!.Type;
        int padded = Lanes.Padded(image.Channels);
        string lineSums = text.Scratch("LineSums");
        bool narrow = padded <= BlockColumns;
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);
        string Product(string line, string sums) => AllColumns(CSharpWriter.Code($$"""
            {{Types.WindowTiles}}.Product<V>(
                positions: {{Invariant.Of($"{image.Width}")}}, {{(width == "width" ? width : "width: " + width)}}, {{runs.Argument}},
                {{RowsAt(x(line), positionStride)}},
                {{RowsAt(w(narrow ? "0" : "column"), wStride)}},
                {{RowsAt(Address.Reference(lineSums, Address.Sum(sums, narrow ? "0" : "column")), padded)}});
            """));
        string AllColumns(string product) => narrow ? product : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{product}}
            }
            """);
        if (text.Kernel.Pool is { Op: MaxPool { Window: var window } } pool)
        {
            int lineLength = image.Width * padded;
            string pooled = text.Take("pooled"), place = PoolKernel.PlaceIn(text), next = text.Take("next");
            IReadOnlyList<string> numbers =
            [
                .. from y in Enumerable.Range(0, window.Height)
                   from column in Enumerable.Range(0, window.Width)
                   select $"V.Load(ref {lineSums}, i{PlaneText.Plus(y * lineLength + column * padded)})",
            ];
            string Pooled(string line, string position) => Columns("0", Invariant.Of($"{padded}"), CSharpWriter.Lines(
            [
                $"int i = {Address.Sum(Address.Times(position, window.Width * padded), "c")};",
                WindowText.GreatestOf(numbers, pooled, place, next),
                new PositionText(text, line, position).Statements(pooled, place),
            ]));
            return CountedLoop.Of("line", pool.Type.Height, line => CSharpWriter.Code($$"""
                {{CountedLoop.Of("y", window.Height, y => Product(Address.Sum(Address.Times(line, window.Height), y), Address.Times(y, lineLength)))}}

                {{CountedLoop.Of("position", pool.Type.Width, position => Pooled(line, position))}}
                """));
        }

        string Finish(string line, string position) =>
            new PositionText(text, line, position).Statements($"V.Load(ref {lineSums}, {Index(position, padded, "c")})");
        return CountedLoop.Of("line", image.Height, line => CSharpWriter.Code($$"""
            {{Product(line, "0")}}

            {{CountedLoop.Of("position", image.Width, position => Columns("0", Invariant.Of($"{padded}"), Finish(line, position)))}}
            """));
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "lineSums", "y");
        Node root = text.Kernel.Root!, x = root.Operands[0], w = root.Operands[1];
        Window window = ((Convolution)root.Op).Window;
        Layout image = text.LayoutOf(x);
        var runs = new WindowRuns(window, image);
        _ = text.Reference(x); // declarations are read in the order of the formula
        string Start(string line) =>
            text.At(x, runs.At(Address.Sum(Times("r", image.Stride), Times(line, window.StrideY * image.LineStride)), "0"));
        string lines = Lines(text, runs, Start, window.StrideX * image.PositionStride, column => text.At(w, column), text.LayoutOf(w).Stride);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{lines}}
            }
            """);
    }
}
