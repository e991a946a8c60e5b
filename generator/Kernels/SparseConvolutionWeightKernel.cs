using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dW of a convolution with the update fused in, where most of dz is 0, as behind a max pool: each number of dz that is not 0 adds what its
/// window sees to the sum of its filter. A thread sums so many filters as its first-level cache holds, sample after sample, line after line;
/// sixteen of them at a time are transposed and used up.
/// </summary>
internal sealed class SparseConvolutionWeightKernel : CodeTemplate
{
    /// <summary>Up to this share of numbers that are not 0 it pays; what a max pool of 2×2 passes back has a quarter at most.</summary>
    private const double MostDensity = 0.25;

    /// <summary>What a multiplication costs, in those of a register tile.</summary>
    public const double Multiplication = 2.5;

    /// <summary>Filters that are transposed together.</summary>
    private const int Units = 16;

    /// <summary>Floats of the filters that a thread sums at a time.</summary>
    private const int MostFloats = 8192;

    /// <summary>Whether zeros of dz can be left out: few are not 0, and a window sees whole vectors.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="x">The type of x.</param>
    public static bool Suits(Kernel kernel, TensorType x) => kernel.Density <= MostDensity && x.Channels % Lanes.Count == 0;

    public override string TitleOf(Kernel kernel) => Invariant.Of($"{kernel.Root!.Type.Rows}×{Units} blocks over positions, zeros left out, update fused");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ConvolutionWeights && Suits(kernel, kernel.Root.Operands[0].Type)
        && Accumulation.TermsOf(kernel.Root).All(term => kernel.LayoutOf(term.Operands[0]) is var x && x.PositionStride == x.Channels);

    public override long CostOf(Kernel kernel) => (long)(base.CostOf(kernel) * kernel.Density * Multiplication);

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        int numbers = Lanes.Padded(kernel.Root!.Type.Rows);
        yield return new("Terms", Units * Math.Min(GroupOf(numbers), Lanes.Padded(kernel.Root.Type.Columns) / Units) * numbers, "columns of a weight gradient, transposed");
        yield return new("GradientTile", Units * numbers, "a part of a weight gradient");
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "from", "to", "filter");
        Node root = text.Kernel.Root!;
        int numbers = root.Type.Rows, stride = text.LayoutOf(root).Stride, groups = Lanes.Padded(root.Type.Columns) / Units, together = GroupOf(numbers);
        string terms = text.Scratch("Terms"), gradientTile = text.Scratch("GradientTile");
        (string from, string to) = groups > together ? ("from", "to") : ("first", "last");
        string Each(string statement) => CSharpWriter.Code($$"""
            for (int i = 0; i < ({{to}} - {{from}}) * {{Invariant.Of($"{Units * numbers}")}}; i += V.Count)
            {
                {{statement}}
            }
            """);
        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term => CSharpWriter.Code($$"""
            {{(term.Scale is null ? "" : Each($"V.Store({text.ScalarValue(term.Scale).Inside(3)} * V.Load(ref {terms}, i), ref {terms}, i);"))}}
            {{Samples(text, term.Operands, terms, from, to)}}

            """)));
        text.Define(root, Invariant.Of($"V.Load(ref {gradientTile}, r * {Units} + c - column)"));
        string update = CSharpWriter.Code($$"""
            int i = {{Index("r", stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position("r", "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string body = CSharpWriter.Code($$"""
            {{Each($"V.Store(V.Zero, ref {terms}, i);")}}

            {{sums}}
            for (int block = {{from}}; block < {{to}}; block++)
            {
                int column = block * {{Invariant.Of($"{Units}")}};
                {{Types.Panels}}.Transpose<V>({{RowsAt(Invariant.Of($"ref {Types.Unsafe}.Add(ref {terms}, (block - {from}) * {Units * numbers})"), numbers)}}, rows: {{Invariant.Of($"{Units}")}}, columns: {{Invariant.Of($"{numbers}")}}, {{RowsAt($"ref {gradientTile}", Units)}});
                for (int r = 0; r < {{Invariant.Of($"{numbers}")}}; r++)
                {
                    {{Columns("column", Invariant.Of($"column + {Units}"), update)}}
                }
            }
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(groups, 1, groups <= together ? body : CSharpWriter.Code($$"""
                for (int from = first; from < last; from += {{Invariant.Of($"{together}")}})
                {
                    int to = {{Types.Math}}.Min(from + {{Invariant.Of($"{together}")}}, last);
                    {{body}}
                }
                """))}}
            """);
    }

    /// <summary>The products of one term, added to what the filters have.</summary>
    private static string Samples(KernelText text, Node[] operands, string terms, string from, string to)
    {
        Node x = operands[0], dz = operands[1];
        (Layout image, Layout gradient) = (text.LayoutOf(x), text.LayoutOf(dz));
        Window window = ((ConvolutionWeights)text.Kernel.Root!.Op).Window;
        var runs = new WindowRuns(window, image);
        string Line(string line) => CSharpWriter.Code($$"""
            {{Types.SparseWindows}}.AddWeights<V>(
                positions: {{Invariant.Of($"{dz.Type.Width}")}}, filters: ({{to}} - {{from}}) * {{Invariant.Of($"{Units}")}}, {{runs.Argument}},
                {{RowsAt(text.At(x, runs.At(Address.Sum(Times("r", image.Stride), Times(line, window.StrideY * image.LineStride)), "0")), window.StrideX * image.PositionStride)}},
                {{RowsAt(text.At(dz, Address.Of(gradient, "r", line, "0", Times(from, Units))), gradient.PositionStride)}},
                {{RowsAt($"ref {terms}", runs.Numbers)}});
            """);
        return CSharpWriter.Code($$"""
            for (int r = 0; r < rows; r++)
            {
                {{CountedLoop.Of("line", dz.Type.Height, Line)}}
            }
            """);
    }

    /// <summary>Sixteens of filters that a thread sums at a time.</summary>
    private static int GroupOf(int numbers) => Math.Max(1, MostFloats / (Units * numbers));
}
