using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// z = x ∗ W, line by line of the result. The positions of a line are the rows of a tile, the filters its columns; the window's rows are runs
/// that one sum goes on over (its positions, where channels are padded). The raw line stays in the first-level cache until a loop over its
/// positions finishes it. The border of x is read as it lies, so that no position is an edge case.
/// </summary>
internal sealed class ConvolutionKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"lines of {kernel.Root!.Type.Width}×{kernel.Root.Type.Channels}, {BlockOf(kernel.Root.Type.Width)}×{BlockWidth(kernel.Root.Type.Channels)} blocks");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is Convolution;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("LineSums", kernel.Root!.Type.Width * Lanes.Padded(kernel.Root.Type.Channels), "a line of a convolution")];

    /// <summary>Positions of a block: a line in blocks of equal height.</summary>
    public static int BlockOf(int positions)
    {
        int blocks = (positions + BlockRows - 1) / BlockRows;
        return (positions + blocks - 1) / blocks;
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "lineSums");
        Node root = text.Kernel.Root!, x = root.Operands[0], w = root.Operands[1];
        Window window = ((Convolution)root.Op).Window;
        Layout image = text.LayoutOf(x);
        int padded = Lanes.Padded(root.Type.Channels), wStride = text.LayoutOf(w).Stride, block = BlockOf(root.Type.Width);
        var runs = new WindowRuns(window, image);
        string lineSums = text.Scratch("LineSums"), left = text.Reference(x), right = text.Reference(w);
        bool narrow = padded <= BlockColumns;
        string column = narrow ? "0" : "column";
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);
        string height = root.Type.Width % block == 0 ? Invariant.Of($"{block}") : "height";
        string target = RowsAt(Invariant.Of($"ref {Types.Unsafe}.Add(ref {lineSums}, position * {padded}{(narrow ? "" : " + column")})"), padded);

        string Terms(string method, string run) => CSharpWriter.Code($$"""
            {{Types.Tiles}}.{{method}}
                {{Shape(height, width, Invariant.Of($"{runs.Length}"))}},
                {{RowsAt(Invariant.Of($"ref {Types.Unsafe}.Add(ref {left}, r * {image.Stride} + line * {window.StrideY * image.LineStride} + {Times("position", window.StrideX * image.PositionStride)}{runs.At(run)})"), window.StrideX * image.PositionStride)}},
                {{RowsAt(text.At(w, run == "0" ? column : Index(run, runs.Length * wStride, column)), wStride)}},
                {{target}});
            """);

        string blocks = CSharpWriter.Code($$"""
            for (int position = 0; position < {{Invariant.Of($"{root.Type.Width}")}}; position += {{Invariant.Of($"{block}")}})
            {
                {{(height == "height" ? Invariant.Of($"int height = {Types.Math}.Min({block}, {root.Type.Width} - position);") : "")}}
                {{Terms("Product<V>(", "0")}}
                {{(runs.Count == 1 ? "" : $"for (int run = 1; run < {runs.Count}; run++)\n{{\n    {Terms("Accumulate<V>(beta: 1f,", "run").Replace("\n", "\n    ")}\n}}")}}
            }
            """);
        string lines = narrow ? blocks : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{blocks}}
            }
            """);
        string finish = new PositionText(text, "line", "position").Statements(Invariant.Of($"V.Load(ref {lineSums}, position * {padded} + c)"));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                for (int line = 0; line < {{Invariant.Of($"{root.Type.Height}")}}; line++)
                {
                    {{lines}}

                    for (int position = 0; position < {{Invariant.Of($"{root.Type.Width}")}}; position++)
                    {
                        {{Columns("0", Invariant.Of($"{padded}"), finish)}}
                    }
                }
            }
            """);
    }
}
