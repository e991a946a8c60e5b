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
    public override string Title => "8×32 tiles, update fused";

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
        string n = narrow ? "0" : "n";
        string width = narrow ? Text.Of($"{padded}") : padded % 32 == 0 ? "32" : "width";
        string measure = width == "width" ? $"int width = {Part(padded, 32, "n")};" : "";
        string height = Part(inputs, 8, "m");
        string left = text.At(x, "m");
        string right = text.At(dz, n);

        text.Define(root, $"Vectors.Load(ref {tile}, r * 32 + c)");
        string update = text.Statements(Epilogue(text.Kernel), new Position("m + r", narrow ? "c" : "n + c"), _ => "i");
        string column = narrow ? "c" : "n + c";
        string header = text.Header;
        string rows = CSharpWriter.Code($$"""
            for (int m = 0; m < {{inputs}}; m += 8)
            {
                Tiles.Product({{height}}, {{width}}, rows,
                    {{left}}, 1, {{text.BufferOf(x).Stride}},
                    {{right}}, {{text.BufferOf(dz).Stride}},
                    ref {{tile}}, 32);
                for (int r = 0; r < {{height}}; r++)
                {
                    for (int c = 0; c < {{width}}; c += 16)
                    {
                        int i = (m + r) * {{stride}} + {{column}};
                        {{update}}
                    }
                }
            }
            """);
        return narrow
            ? CSharpWriter.Code($$"""
                {{header}}

                {{rows}}
                """)
            : CSharpWriter.Code($$"""
                {{header}}

                for (int n = 0; n < {{padded}}; n += 32)
                {
                    {{measure}}
                    {{rows}}
                }
                """);
    }
}
