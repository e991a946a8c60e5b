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

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [ConvolutionLines.Need(kernel.Root!.Type, (kernel.Pool?.Op as MaxPool)?.Window.Height ?? 1)];

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
        var products = new ConvolutionLines(
            text, runs, Start, window.StrideX * image.PositionStride, column => text.At(w, column), text.LayoutOf(w).Stride);
        string lines = text.Kernel.Pool is { } pool ? products.Pooled(pool) : products.Finished();
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
