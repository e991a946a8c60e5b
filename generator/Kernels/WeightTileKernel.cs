using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Backward-weights with the update fused in: each 8×32 tile of dW = xᵀ·dz is summed over the batch, sample after sample, and used up at
/// once; the gradient is never written to memory as a whole.
/// </summary>
internal sealed class WeightTileKernel : KernelTemplate
{
    public override string TitleOf(Kernel kernel) => $"8×{TileWidth(kernel.Root!.Type.Columns)} tiles, update fused";

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
        string height = inputs % 8 == 0 ? "8" : "height";
        string measureHeight = inputs % 8 == 0 ? "" : $"int height = {Part(inputs, 8, "row")};";
        string left = text.At(x, "row");
        string right = text.At(dz, column);

        string unit = padded == 16 ? "0" : narrow ? "c" : "column + c";
        text.Define(root, $"Vectors.Load(ref {tile}, {Index("r", 32, padded == 16 ? "0" : "c")})");
        string update = CSharpWriter.Code($$"""
            int i = {{Index("(row + r)", stride, unit)}};
            {{text.Statements(Epilogue(text.Kernel), new Position("row + r", unit), _ => "i")}}
            """);
        string header = text.Header;
        bool byColumns = text.Kernel.SharedBy == Sharing.Columns;
        string share = Text.Of($"(int first, int last) = worker.Share({(byColumns ? padded : inputs)}, {(byColumns ? 32 : 8)});");
        string rows = CSharpWriter.Code($$"""
            for (int row = {{(byColumns ? "0" : "first")}}; row < {{(byColumns ? Text.Of($"{inputs}") : "last")}}; row += 8)
            {
                {{measureHeight}}
                Tiles.Product({{height}}, {{width}}, rows,
                    {{left}}, 1, {{text.BufferOf(x).Stride}},
                    {{right}}, {{text.BufferOf(dz).Stride}},
                    ref {{tile}}, 32);
                for (int r = 0; r < {{height}}; r++)
                {
                    {{Columns("0", width, update)}}
                }
            }
            """);
        return narrow
            ? CSharpWriter.Code($$"""
                {{header}}

                {{share}}
                {{rows}}
                """)
            : CSharpWriter.Code($$"""
                {{header}}

                {{share}}
                for (int column = {{(byColumns ? "first" : "0")}}; column < {{(byColumns ? "last" : Text.Of($"{padded}"))}}; column += 32)
                {
                    {{measure}}
                    {{rows}}
                }
                """);
    }
}
