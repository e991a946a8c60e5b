using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>A bias gradient, db = Σₙ dz, 16 columns at a time and sample after sample, with the update fused in.</summary>
internal sealed class ColumnSumKernel : KernelTemplate
{
    public override string Title => "column sums, update fused";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is SumRows;

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node dz = root.Operands[0];
        string sum = text.Take(root.Name ?? "sum");
        string source = text.Reference(dz);
        text.Define(root, sum);
        string update = text.Statements(Epilogue(text.Kernel), new Position("0", "c"), _ => "c");
        string header = text.Header;
        return CSharpWriter.Code($$"""
            {{header}}

            for (int c = 0; c < {{Layout.Padded(root.Type.Columns)}}; c += 16)
            {
                var {{sum}} = Vectors.Splat(0f);
                for (int r = 0; r < rows; r++)
                {
                    {{sum}} += Vectors.Load(ref {{source}}, {{Index("r", text.BufferOf(dz).Stride, "c")}});
                }

                {{update}}
            }
            """);
    }
}
