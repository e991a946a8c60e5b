using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// A bias gradient, db = Σₙ dz, a vector of columns at a time and sample after sample, with the update fused in. A batch of more rows than a
/// block has is summed in blocks, which merge in a fixed tree; so is each further term before it is added to what was summed before. Of images,
/// each sample is a block.
/// </summary>
internal sealed class ColumnSumKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "column sums, update fused";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ReduceBatch;

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        string sum = text.Take(text.NameOf(root) ?? "sum");
        string terms = root.Operands[0].Type.IsImage ? OverPositions(text, root, sum)
            : text.Kernel.BatchSize <= ReduceBatch.BlockRows ? InOrder(text, root, sum) : InBlocks(text, root, sum);
        text.Define(root, sum);
        int padded = Lanes.Padded(root.Type.Columns);
        string update = text.Statements(Epilogue(text.Kernel), new Position("0", "c"), _ => "c");
        string body = CSharpWriter.Code($$"""
            {{terms}}
            {{update}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{Invariant.Of($"(int first, int last) = worker.StaticRange({padded}, 16);")}}
            {{Columns("first", "last", body)}}
            """);
    }

    /// <summary>All rows of a term, one after another, then those of the next.</summary>
    private static string InOrder(KernelText text, Node root, string sum) => CSharpWriter.Lines(
        [$"var {sum} = V.Zero;", .. Accumulation.TermsOf(root).Select(term => Term(text, sum, term.Scale, term.Operands[0]))]);

    /// <summary>The rows of one term, added to what was summed before, times its factor.</summary>
    private static string Term(KernelText text, string sum, Node? scale, Node dz) => CSharpWriter.Code($$"""
        {{(scale is null ? "" : $"{sum} = {text.ScalarValue(scale).Inside(3)} * {sum};")}}
        {{Rows(text, sum, "0", "rows", dz)}}

        """);

    /// <summary>The blocks of a term, then those of the next.</summary>
    private static string InBlocks(KernelText text, Node root, string sum)
    {
        (string blocks, string start, string end, string part) = (text.Take("blocks"), text.Take("start"), text.Take("end"), text.Take("part"));
        return CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term => CSharpWriter.Code($$"""
            {{(term.Scale is null ? $"{Types.BlockSum}<V> " : "")}}{{blocks}} = default;
            for (int {{start}} = 0; {{start}} < rows; {{start}} += {{ReduceBatch.BlockRows}})
            {
                int {{end}} = {{Types.Math}}.Min({{start}} + {{ReduceBatch.BlockRows}}, rows);
                var {{part}} = V.Zero;
                {{Rows(text, part, start, end, term.Operands[0])}}

                {{blocks}}.Add({{part}});
            }

            {{(term.Scale is null ? $"var {sum} = {blocks}.Total;" : $"{sum} = {text.ScalarValue(term.Scale).Inside(3)} * {sum} + {blocks}.Total;")}}

            """)));
    }

    /// <summary>The positions of an image, one after another; the sums of samples merge as blocks do.</summary>
    private static string OverPositions(KernelText text, Node root, string sum)
    {
        (string samples, string part, string line, string position) = (text.Take("samples"), text.Take("part"), text.Take("line"), text.Take("position"));
        return CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            (Layout image, TensorType type) = (text.LayoutOf(term.Operands[0]), term.Operands[0].Type);
            return CSharpWriter.Code($$"""
                {{(term.Scale is null ? $"{Types.BlockSum}<V> " : "")}}{{samples}} = default;
                for (int r = 0; r < rows; r++)
                {
                    var {{part}} = V.Zero;
                    for (int {{line}} = 0; {{line}} < {{Invariant.Of($"{type.Height}")}}; {{line}}++)
                    {
                        for (int {{position}} = 0; {{position}} < {{Invariant.Of($"{type.Width}")}}; {{position}}++)
                        {
                            {{part}} += V.Load(ref {{text.Reference(term.Operands[0])}}, {{Invariant.Of($"r * {image.Stride}{(image.Start == 0 ? "" : Invariant.Of($" + {image.Start}"))} + {line} * {image.LineStride} + {position} * {image.PositionStride} + c")}});
                        }
                    }

                    {{samples}}.Add({{part}});
                }

                {{(term.Scale is null ? $"var {sum} = {samples}.Total;" : $"{sum} = {text.ScalarValue(term.Scale).Inside(3)} * {sum} + {samples}.Total;")}}

                """);
        }));
    }

    /// <summary>Rows of a value, added one after another.</summary>
    private static string Rows(KernelText text, string sum, string from, string to, Node dz) => CSharpWriter.Code($$"""
        for (int r = {{from}}; r < {{to}}; r++)
        {
            {{sum}} += V.Load(ref {{text.Reference(dz)}}, {{Index("r", text.LayoutOf(dz).Stride, "c")}}{{PlaneText.Plus(text.LayoutOf(dz).Start)}});
        }
        """);
}
