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
        string width = Part(padded, 32, "n");
        string height = Part(inputs, 8, "m");
        string product = Text.Of($"Tiles.Product({height}, {width}, rows, {text.At(x, inputs <= 8 ? "0" : "m")}, 1, {text.BufferOf(x).Stride}, {text.At(dz, padded <= 32 ? "0" : "n")}, {text.BufferOf(dz).Stride}, ref {tile}, 32);");

        text.Define(root, $"Vectors.Load(ref {tile}, r * 32 + c)");
        string update = text.Statements(Epilogue(text.Kernel), new Position("m + r", "n + c"), _ => "i");
        string header = text.Header;
        return CSharpWriter.Code($$"""
            {{header}}
            for (int n = 0; n < {{padded}}; n += 32)
            {
                for (int m = 0; m < {{inputs}}; m += 8)
                {
                    {{product}}
                    for (int r = 0; r < {{height}}; r++)
                    {
                        for (int c = 0; c < {{width}}; c += 16)
                        {
                            int i = (m + r) * {{stride}} + n + c;
                            {{update}}
                        }
                    }
                }
            }
            """);
    }
}
