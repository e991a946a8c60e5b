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
        string sum = text.Take(root.Name ?? "sum");
        string terms = CSharpWriter.Lines(Gathering.TermsOf(root).Select(term => Term(text, sum, term.Scale, term.Operands[0])));
        text.Define(root, sum);
        int padded = Layout.Padded(root.Type.Columns);
        string update = text.Statements(Epilogue(text.Kernel), new Position("0", "c"), _ => "c");
        string body = CSharpWriter.Code($$"""
            var {{sum}} = V.Zero;
            {{terms}}
            {{update}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{Text.Of($"(int first, int last) = worker.Share({padded}, 16);")}}
            {{Columns("first", "last", body)}}
            """);
    }

    /// <summary>The rows of one term, added to what was summed before, times its factor.</summary>
    private static string Term(KernelText text, string sum, Node? scale, Node dz) => CSharpWriter.Code($$"""
        {{(scale is null ? "" : $"{sum} = {text.ScalarValue(scale).Inside(3)} * {sum};")}}
        for (int r = 0; r < rows; r++)
        {
            {{sum}} += V.Load(ref {{text.Reference(dz)}}, {{Index("r", text.BufferOf(dz).Stride, "c")}});
        }

        """);
}
