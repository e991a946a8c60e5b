using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>A bias gradient, db = Σₙ dz, a vector of columns at a time and sample after sample, with the update fused in.</summary>
internal sealed class ColumnSumKernel : KernelTemplate
{
    public override string TitleOf(Kernel kernel) => "column sums, update fused";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is SumRows;

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node dz = root.Operands[0];
        string sum = text.Take(root.Name ?? "sum");
        string source = text.Reference(dz);
        text.Define(root, sum);
        int padded = Layout.Padded(root.Type.Columns);
        string update = text.Statements(Epilogue(text.Kernel), new Position("0", "c"), _ => "c");
        string body = CSharpWriter.Code($$"""
            var {{sum}} = V.Zero;
            for (int r = 0; r < rows; r++)
            {
                {{sum}} += V.Load(ref {{source}}, {{Index("r", text.BufferOf(dz).Stride, "c")}});
            }

            {{update}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{Text.Of($"(int first, int last) = worker.Share({padded}, 16);")}}
            {{Columns("first", "last", body)}}
            """);
    }
}
