using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dx of a convolution with a stride: each line of dz, times W transposed for one position of the window, is added to the line of dx that it came from. The
/// stride only spreads the positions of that line, so that no zeros are multiplied.
/// </summary>
internal sealed class StridedConvolutionInputKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"lines of {kernel.Root!.Operands[0].Type.Width}×{kernel.Root.Type.Channels}, window by window");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ConvolutionInput op && !ConvolutionInputKernel.IsUnstrided(op);

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        Node root = kernel.Root!;
        Window window = ((ConvolutionInput)root.Op).Window;
        yield return new("Panel", window.Positions * SliceOf(root), "a part of W, or of it transposed");
        yield return PlaneText.Need(root.Type, window);
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "slice", "plane");
        Node root = text.Kernel.Root!, dz = root.Operands[0], w = root.Operands[1];
        Window window = ((ConvolutionInput)root.Op).Window;
        Layout gradient = text.LayoutOf(dz);
        var plane = new PlaneText(text, window);
        int channels = root.Type.Channels, filters = dz.Type.Channels, wStride = text.LayoutOf(w).Stride, slice = SliceOf(root), block = BlockOf(dz.Type.Width);
        string left = text.Reference(dz), panel = text.Scratch("Panel"), planeOf = text.Scratch("Plane");
        bool narrow = plane.Channels <= BlockColumns;
        (string width, string measure) = Across(plane.Channels, Invariant.Of($"{plane.Channels}"), wholeRow: true);
        string height = dz.Type.Width % block == 0 ? Invariant.Of($"{block}") : "height", column = narrow ? "0" : "column";
        string Product(string line, string place, string position)
        {
            (string y, string x) = Address.Split(place, window.Height, window.Width);
            string to = plane.At(Address.Sum(Times(line, window.StrideY), y), Address.Sum(Times(position, window.StrideX), x));
            return CSharpWriter.Code($$"""
                {{Types.Tiles}}.Accumulate<V>(beta: 1f,
                    {{Shape(height, width, Invariant.Of($"{filters}"))}},
                    {{RowsAt(Address.Reference(left, Address.Of(gradient, "r", line, position, "")), gradient.PositionStride)}},
                    {{RowsAt(Address.Reference(panel, Address.Sum(Times(place, slice), column)), plane.Channels)}},
                    {{RowsAt(Address.Reference(planeOf, Address.Sum(to, column)), window.StrideX * plane.Channels)}});
                """);
        }

        string Blocks(string line, string place) => block == dz.Type.Width ? Product(line, place, "0") : CSharpWriter.Code($$"""
            for (int position = 0; position < {{Invariant.Of($"{dz.Type.Width}")}}; position += {{Invariant.Of($"{block}")}})
            {
                {{(height == "height" ? Invariant.Of($"int height = {Types.Math}.Min({block}, {dz.Type.Width} - position);") : "")}}
                {{Product(line, place, "position")}}
            }
            """);
        string AllColumns(string blocks) => narrow ? blocks : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{plane.Channels}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{blocks}}
            }
            """);
        string Transpose(string place)
        {
            (string from, string to) = (RowsAt(text.At(w, Times(place, channels * wStride)), wStride), RowsAt(Address.Reference(panel, Times(place, slice)), plane.Channels));
            return Invariant.Of($"{Types.Panels}.Transpose<V>({from}, rows: {channels}, columns: {filters}, {to});");
        }

        string transposes = CountedLoop.Of("slice", window.Positions, Transpose);
        string samples = plane.Samples(CountedLoop.Of("line", dz.Type.Height, line =>
            CountedLoop.Of("slice", window.Positions, place => AllColumns(Blocks(line, place)))));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            // W of each position of the window, transposed: a row for each filter.
            {{transposes}}

            {{samples}}
            """);
    }

    /// <summary>Positions of a block: a line in blocks of equal height.</summary>
    private static int BlockOf(int positions)
    {
        int blocks = (positions + BlockRows - 1) / BlockRows;
        return (positions + blocks - 1) / blocks;
    }

    /// <summary>Floats of W for one position of the window, transposed; rows are moved sixteen at a time.</summary>
    private static int SliceOf(Node root) => Lanes.Padded(root.Operands[0].Type.Channels) * Lanes.Padded(root.Type.Channels);
}
