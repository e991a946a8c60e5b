using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Backward-weights with the update fused in: each 24×32 block of dW = xᵀ·dz is summed over the batch, sample after sample, in register
/// tiles, and used up at once; the gradient is never written to memory as a whole.
/// </summary>
internal sealed class WeightTileKernel : KernelTemplate
{
    public override string TitleOf(Kernel kernel) => Text.Of($"{BlockRows}×{BlockWidth(kernel.Root!.Type.Columns)} blocks, update fused");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is TransposedProduct;

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node x = root.Operands[0];
        Node dz = root.Operands[1];
        int inputs = root.Type.Rows;
        int padded = Layout.Padded(root.Type.Columns);
        int stride = Layout.Stride(root.Type.Columns);
        string tile = text.Scratch("Tile");
        bool narrow = padded <= 32;
        string column = narrow ? "0" : "column";
        string width = narrow ? Text.Of($"{padded}") : padded % 32 == 0 ? "32" : "width";
        string measure = width == "width" ? $"int width = {Part(padded, 32, "column")};" : "";
        string left = text.At(x, "row");
        string right = text.At(dz, column);

        string unit = narrow ? "c" : "column + c";
        text.Define(root, $"V.Load(ref {tile}, {Index("r", 32, "c")})");
        string update = CSharpWriter.Code($$"""
            int i = {{Index("(row + r)", stride, unit)}};
            {{text.Statements(Epilogue(text.Kernel), new Position("row + r", unit), _ => "i")}}
            """);
        string header = text.Header;
        bool byColumns = text.Kernel.SharedBy == Sharing.Columns;
        string to = byColumns ? Text.Of($"{inputs}") : "last";
        string share = Text.Of($"(int first, int last) = worker.Share({(byColumns ? padded : inputs)}, {(byColumns ? 32 : 8)});");
        // What is updated lies far apart, row from row: it is asked for before the product, which then hides the way.
        string prefetch = !text.Kernel.Prefetches ? "" : CSharpWriter.Lines(text.Kernel.Assigned.Select(place =>
            Text.Of($"Tiles.Prefetch({text.At(place, Index("row", stride, column))}, {stride}, height);")));
        string block = CSharpWriter.Code($$"""
            {{prefetch}}
            Tiles.Product<V>(height, {{width}}, rows,
                {{left}}, 1, {{text.BufferOf(x).Stride}},
                {{right}}, {{text.BufferOf(dz).Stride}},
                ref {{tile}}, 32);
            for (int r = 0; r < height; r++)
            {
                {{Columns("0", width, update)}}
            }
            """);
        // Row by row of W, so that neighbours in memory follow each other.
        string across = narrow ? block : CSharpWriter.Code($$"""
            for (int column = {{(byColumns ? "first" : "0")}}; column < {{(byColumns ? "last" : Text.Of($"{padded}"))}}; column += 32)
            {
                {{measure}}
                {{block}}
            }
            """);
        return CSharpWriter.Code($$"""
            {{header}}

            {{share}}
            for (int row = {{(byColumns ? "0" : "first")}}; row < {{to}}; row += {{Text.Of($"{BlockRows}")}})
            {
                int height = Math.Min({{Text.Of($"{BlockRows}")}}, {{to}} - row);
                {{across}}
            }
            """);
    }
}
