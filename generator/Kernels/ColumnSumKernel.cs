using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// A sum over the batch, such as a bias gradient, db = Σₙ dz, a vector of columns at a time and sample after sample, with what follows fused in.
/// A batch of more rows than a block has is summed in blocks, which merge in a fixed tree; so is each further term before it is added to what was
/// summed before. Of images, each sample is a block.
/// </summary>
internal sealed class ColumnSumKernel : CodeTemplate
{
    private static readonly Position Channel = new("0", "c");

    public override string TitleOf(Kernel kernel) => kernel.Root!.Op is ReduceBatch ? "column sums, update fused" : "column sums";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ReduceBatch or ChannelSum;

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        string sum = text.Take(text.Kernel.Stored.Contains(root) ? "sum" : text.NameOf(root) ?? "sum");
        string shared = root.Op is ReduceBatch ? "" : PerChannel(text, root);
        // Past the last channel lie the next position's numbers, unless positions take whole vectors.
        string clear = root.Op is ChannelSum && root.Type.Columns % Lanes.Count != 0 ? Invariant.Of($"{sum} = {Types.Vectors}.FirstLanes<V>({root.Type.Columns} - c) & {sum};") : "";
        string terms = root.Operands[0].Type.IsImage ? OverPositions(text, root, sum)
            : text.Kernel.BatchSize <= ReduceBatch.BlockRows ? InOrder(text, root, sum) : InBlocks(text, root, sum);
        text.Define(root, sum);
        string store = text.Kernel.Stored.Contains(root) ? $"V.Store({sum}, ref {text.Reference(root)}, c);" : "";
        int padded = Lanes.Padded(root.Type.Columns);
        string update = text.Statements(Epilogue(text.Kernel), new Position("0", "c"), _ => "c");
        string body = CSharpWriter.Code($$"""
            {{shared}}
            {{terms}}
            {{clear}}
            {{store}}
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
        [$"var {sum} = V.Zero;", .. TermsOf(root).Select(term => Term(text, sum, term.Scale, term.Operands))]);

    /// <summary>The rows of one term, added to what was summed before, times its factor.</summary>
    private static string Term(KernelText text, string sum, Node? scale, Node[] operands) => CSharpWriter.Code($$"""
        {{(scale is null ? "" : $"{sum} = {text.ScalarValue(scale).Inside(3)} * {sum};")}}
        {{Rows(text, sum, "0", "rows", operands)}}

        """);

    /// <summary>The blocks of a term, then those of the next.</summary>
    private static string InBlocks(KernelText text, Node root, string sum)
    {
        (string blocks, string start, string end, string part) = (text.Take("blocks"), text.Take("start"), text.Take("end"), text.Take("part"));
        return CSharpWriter.Lines(TermsOf(root).Select(term => CSharpWriter.Code($$"""
            {{(term.Scale is null ? $"{Types.BlockSum}<V> " : "")}}{{blocks}} = default;
            for (int {{start}} = 0; {{start}} < rows; {{start}} += {{ReduceBatch.BlockRows}})
            {
                int {{end}} = {{Types.Math}}.Min({{start}} + {{ReduceBatch.BlockRows}}, rows);
                var {{part}} = V.Zero;
                {{Rows(text, part, start, end, term.Operands)}}

                {{blocks}}.Add({{part}});
            }

            {{(term.Scale is null ? $"var {sum} = {blocks}.Total;" : $"{sum} = {text.ScalarValue(term.Scale).Inside(3)} * {sum} + {blocks}.Total;")}}

            """)));
    }

    /// <summary>The positions of an image, one after another; the sums of samples merge as blocks do.</summary>
    private static string OverPositions(KernelText text, Node root, string sum)
    {
        (string samples, string part, string line, string position) = (text.Take("samples"), text.Take("part"), text.Take("line"), text.Take("position"));
        return CSharpWriter.Lines(TermsOf(root).Select(term =>
        {
            TensorType type = term.Operands[0].Type;
            return CSharpWriter.Code($$"""
                {{(term.Scale is null ? $"{Types.BlockSum}<V> " : "")}}{{samples}} = default;
                for (int r = 0; r < rows; r++)
                {
                    var {{part}} = V.Zero;
                    {{CountedLoop.Of(line, type.Height, y => CountedLoop.Of(position, type.Width, x =>
                        Add(text, root, part, term.Operands, node => Address.Of(text.LayoutOf(node), "r", y, x))))}}

                    {{samples}}.Add({{part}});
                }

                {{(term.Scale is null ? $"var {sum} = {samples}.Total;" : $"{sum} = {text.ScalarValue(term.Scale).Inside(3)} * {sum} + {samples}.Total;")}}

                """);
        }));
    }

    /// <summary>Rows of a value, added one after another.</summary>
    private static string Rows(KernelText text, string sum, string from, string to, Node[] operands) => CSharpWriter.Code($$"""
        for (int r = {{from}}; r < {{to}}; r++)
        {
            {{Add(text, text.Kernel.Root!, sum, operands, node => Index("r", text.LayoutOf(node).Stride, "c") + PlaneText.Plus(text.LayoutOf(node).Start))}}
        }
        """);

    /// <summary>The statements that add what there is at a place.</summary>
    private static string Add(KernelText text, Node root, string sum, Node[] operands, Func<Node, string> at)
    {
        string Load(Node node) => $"V.Load(ref {text.Reference(node)}, {at(node)})";
        if (root.Op is SquaredDeviations)
        {
            string deviation = text.Take("deviation");
            return $"var {deviation} = {Load(operands[0])} - {text.Value(operands[1], Channel, _ => "c")};\n{sum} += {deviation} * {deviation};";
        }

        return root.Op is ChannelProducts ? $"{sum} += {Load(operands[0])} * {Load(operands[1])};"
            : root.Op is NormalizedProducts
            ? $"{sum} += {Load(operands[0])} * (({Load(operands[1])} - {text.Value(operands[2], Channel, _ => "c")}) * {text.Value(operands[3], Channel, _ => "c")});"
            : $"{sum} += {Load(operands[0])};";
    }

    /// <summary>Declares what the sum takes of each channel, before the rows are visited.</summary>
    private static string PerChannel(KernelText text, Node root) => CSharpWriter.Lines(root.Operands.Where(operand => operand.Type.Space == Space.Vector).Select(operand =>
    {
        string name = text.Take(text.NameOf(operand) + "Lanes");
        string line = $"var {name} = V.Load(ref {text.Reference(operand)}, c);";
        text.Define(operand, name);
        return line;
    }));

    private static IEnumerable<(Node? Scale, Node[] Operands)> TermsOf(Node root) => root.Op is IAccumulation ? Accumulation.TermsOf(root) : [(null, [.. root.Operands])];
}
