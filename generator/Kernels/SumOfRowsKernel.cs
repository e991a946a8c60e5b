using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The gradient of a bias that each position has of its own, a vector of channels at a time and sample after sample, with the update fused in.</summary>
internal sealed class SumOfRowsKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "sums by position, update fused";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is SumOfRows;

    public override string Body(KernelText text)
    {
        text.Reserve("number");
        Node root = text.Kernel.Root!;
        int channels = root.Type.Columns;
        string sum = text.Take(text.NameOf(root) ?? "sum");
        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            Layout dz = text.LayoutOf(term.Operands[0]);
            return CSharpWriter.Code($$"""
                {{(term.Scale is null ? "" : $"{sum} = {text.ScalarValue(term.Scale).Inside(3)} * {sum};")}}
                for (int r = 0; r < rows; r++)
                {
                    {{sum}} += V.Load(ref {{text.Reference(term.Operands[0])}}, {{Address.Sum(Times("r", dz.Stride), Invariant.Of($"{dz.Start}"), Address.OfPosition(dz, "number"), "c")}});
                }

                """);
        }));
        // Lanes past the last channel have summed other positions' numbers.
        string clip = channels % Lanes.Count == 0 ? "" : Invariant.Of($"{sum} = {Types.Vectors}.FirstLanes<V>({channels} - c) & {sum};");
        text.Define(root, sum);
        string update = text.Statements(Epilogue(text.Kernel), new Position("number", "c"), node => node.Type.Space == Space.Vector ? "c" : "i");
        string body = CSharpWriter.Code($$"""
            var {{sum}} = V.Zero;
            {{sums}}
            {{clip}}
            int i = {{Index("number", text.LayoutOf(root).Stride, "c")}};
            {{update}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(root.Type.Rows, 1, CSharpWriter.Code($$"""
                for (int number = first; number < last; number++)
                {
                    {{Columns("0", Invariant.Of($"{Lanes.Padded(channels)}"), body)}}
                }
                """))}}
            """);
    }
}
