using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dW of a convolution with the update fused in. It falls into parts, up to 24 numbers of a run of the window × all filters. A thread sums all
/// its parts in scratch memory, sample after sample: a few lines of x and dz at a time, which stay in the first-level cache while every part
/// reads them. So each sum has one order, by sample, line and position.
/// </summary>
internal sealed class ConvolutionWeightKernel : CodeTemplate
{
    /// <summary>Floats of a thread's parts at most: a share of the second-level cache.</summary>
    private const int MostFloats = 16384;

    /// <summary>Floats of the lines that stay in the first-level cache.</summary>
    private const int LineFloats = 10240;

    public override string TitleOf(Kernel kernel) => Invariant.Of($"{PartsOf(kernel).Rows}×{BlockWidth(kernel.Root!.Type.Columns)} parts over positions, update fused");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ConvolutionWeights;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        Parts parts = PartsOf(kernel);
        yield return new("GradientTile", Math.Min(parts.Group, parts.Count) * parts.Floats, "a part of a weight gradient");
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "lines", "part", "from", "to");
        Node root = text.Kernel.Root!;
        Parts parts = PartsOf(text.Kernel);
        int padded = Lanes.Padded(root.Type.Columns), stride = text.LayoutOf(root).Stride;
        string gradientTile = text.Scratch("GradientTile");
        (string from, string to) = parts.Count > parts.Group ? ("from", "to") : ("first", "last");
        bool isOne = parts.Count == 1;
        string floats = isOne ? Invariant.Of($"{parts.Floats}") : Invariant.Of($"({to} - {from}) * {parts.Floats}");
        // A part's place in the scratch memory.
        string place = isOne ? "" : Invariant.Of($"(part - {from}) * {parts.Floats}");
        string Each(string statement) => CSharpWriter.Code($$"""
            for (int i = 0; i < {{floats}}; i += V.Count)
            {
                {{statement}}
            }
            """);

        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term => CSharpWriter.Code($$"""
            {{(term.Scale is null ? "" : Each($"V.Store({text.ScalarValue(term.Scale).Inside(3)} * V.Load(ref {gradientTile}, i), ref {gradientTile}, i);"))}}
            {{Samples(text, parts, term.Operands, gradientTile, place, from, to)}}

            """)));

        string r = parts.Height == "1" ? "0" : "r", wRow = Address.Sum(parts.FirstRow, r);
        text.Define(root, $"V.Load(ref {gradientTile}, {Address.Sum(place, Times(r, stride), "c")})");
        string update = CSharpWriter.Code($$"""
            int i = {{Index(wRow, stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position(wRow, "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string columns = Columns("0", Invariant.Of($"{padded}"), update);
        string rows = CountedLoop.Of("r", parts.Height, _ => columns);
        string body = CSharpWriter.Code($$"""
            {{Each($"V.Store(V.Zero, ref {gradientTile}, i);")}}

            {{sums}}
            {{(isOne ? rows : OverParts(parts, from, to, rows))}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(parts.Count, 1, parts.Count <= parts.Group ? body : CSharpWriter.Code($$"""
                for (int from = first; from < last; from += {{Invariant.Of($"{parts.Group}")}})
                {
                    int to = {{Types.Math}}.Min(from + {{Invariant.Of($"{parts.Group}")}}, last);
                    {{body}}
                }
                """))}}
            """);
    }

    /// <summary>The products of one term, added to the parts from..to.</summary>
    private static string Samples(KernelText text, Parts parts, Node[] operands, string gradientTile, string place, string from, string to)
    {
        Node x = operands[0], dz = operands[1];
        (Layout image, Layout gradient) = (text.LayoutOf(x), text.LayoutOf(dz));
        Window window = parts.Window;
        var runs = new WindowRuns(window, image);
        int padded = Lanes.Padded(dz.Type.Channels), stride = text.LayoutOf(text.Kernel.Root!).Stride, height = dz.Type.Height;
        int most = parts.Count == 1 ? height : Math.Max(1, LineFloats / (window.StrideY * image.LineStride + gradient.LineStride));
        int groups = (height + most - 1) / most, together = (height + groups - 1) / groups;
        string lines = height % together == 0 ? Invariant.Of($"lines: {together}") : "lines";
        bool narrow = padded <= BlockColumns;
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);
        width = width == "width" ? width : "width: " + width;
        string down(int lineStride) => Times(groups == 1 ? "0" : "line", lineStride);
        string target = string.Join(" + ", new[] { place, narrow ? "" : "column" }.Where(s => s.Length > 0));
        string row = parts.OfRun == 1 ? "" : "row";
        string product = CSharpWriter.Code($$"""
            {{Types.WindowTiles}}.{{(parts.IsNine ? "AccumulateNine" : "Accumulate")}}<V>(
                {{(parts.IsNine ? "" : (parts.Height == "height" ? "height" : "height: " + parts.Height) + ", ")}}{{width}}, {{lines}}, positions: {{Invariant.Of($"{dz.Type.Width}")}}, {{(parts.IsNine ? Invariant.Of($"windowStride: {image.LineStride}, ") : "")}}
                new({{text.At(x, Address.Sum(runs.At(Address.Sum(Times("r", image.Stride), down(window.StrideY * image.LineStride)), parts.IsNine || runs.Count == 1 ? "0" : "run"), row))}}, {{Strides(window.StrideY * image.LineStride, window.StrideX * image.PositionStride)}}),
                new({{text.At(dz, Address.Sum(Times("r", gradient.Stride), Invariant.Of($"{gradient.Start}"), down(gradient.LineStride), narrow ? "" : "column"))}}, {{Strides(gradient.LineStride, gradient.PositionStride)}}),
                {{RowsAt(target.Length == 0 ? $"ref {gradientTile}" : $"ref {Types.Unsafe}.Add(ref {gradientTile}, {target})", stride)}});
            """);
        string across = narrow ? product : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{product}}
            }
            """);
        string over = parts.Count == 1 ? across : OverParts(parts, from, to, across);
        return CSharpWriter.Code($$"""
            for (int r = 0; r < rows; r++)
            {
                {{(groups == 1 ? over : CSharpWriter.Code($$"""
                    for (int line = 0; line < {{Invariant.Of($"{height}")}}; line += {{Invariant.Of($"{together}")}})
                    {
                        {{(height % together == 0 ? "" : Invariant.Of($"int lines = {Types.Math}.Min({together}, {height} - line);"))}}
                        {{over}}
                    }
                    """))}}
            }
            """);
    }

    private static string Strides(int line, int position) => Invariant.Of($"lineStride: {line}, positionStride: {position}");

    private static string OverParts(Parts parts, string from, string to, string body) => CSharpWriter.Code($$"""
        for (int part = {{from}}; part < {{to}}; part++)
        {
            {{parts.Where}}
            {{body}}
        }
        """);

    private static Parts PartsOf(Kernel kernel)
    {
        Node root = kernel.Root!;
        // All uses of a weight lie alike, or its parts would not be the same.
        Window window = ((ConvolutionWeights)root.Op).Window;
        return new(window, new WindowRuns(window, kernel.LayoutOf(root.Operands[0])), kernel.LayoutOf(root).Stride);
    }

    /// <summary>The parts of dW: each a run of the window, or a share of it.</summary>
    private sealed class Parts(Window window, WindowRuns runs, int stride)
    {
        public Window Window => window;

        /// <summary>All of a window of 3×3 numbers is one part.</summary>
        public bool IsNine { get; } = runs.IsThreeByThree;

        /// <summary>Parts of a run.</summary>
        public int OfRun { get; } = (runs.Length + BlockRows - 1) / BlockRows;

        /// <summary>Rows of a part; the last one of a run may have fewer.</summary>
        public int Rows => IsNine ? runs.Numbers : (runs.Length + OfRun - 1) / OfRun;

        public int Count => IsNine ? 1 : runs.Count * OfRun;

        /// <summary>Floats of a part.</summary>
        public int Floats => Rows * stride;

        /// <summary>Parts that a thread sums at a time.</summary>
        public int Group => Math.Max(1, MostFloats / Floats);

        /// <summary>C# of the rows of the part at hand.</summary>
        public string Height => IsNine || runs.Length % Rows == 0 ? Invariant.Of($"{Rows}") : "height";

        /// <summary>C# of the part's first row of W.</summary>
        public string FirstRow => Count == 1 ? "0" : Address.Sum(runs.Count == 1 ? "0" : Times("run", runs.Length), OfRun == 1 ? "0" : "row");

        /// <summary>The statements that find the part at hand.</summary>
        public string Where => CSharpWriter.Lines(new[]
        {
            (runs.Count, OfRun) switch
            {
                (_, 1) => "int run = part;",
                (1, _) => Invariant.Of($"int row = part * {Rows};"),
                _ => Invariant.Of($"int run = part / {OfRun}, row = part % {OfRun} * {Rows};"),
            },
            Height == "height" ? Invariant.Of($"int height = {Types.Math}.Min({Rows}, {runs.Length} - row);") : "",
        }.Where(s => s.Length > 0));
    }
}
