using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>dx of a local product: each number of a window gets dz of its position times its own weights, and is added to the plane of a sample.</summary>
internal sealed class LocalInputKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "window by window";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is LocalInput;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [PlaneText.Need(kernel.Root!.Type, ((LocalInput)kernel.Root.Op).Window)];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane", "y", "x", "channel", "weights");
        Node root = text.Kernel.Root!, dz = root.Operands[0], w = root.Operands[1];
        Window window = ((LocalInput)root.Op).Window;
        var plane = new PlaneText(text, window);
        int filters = dz.Type.Channels, channels = root.Type.Channels, wStride = text.LayoutOf(w).Stride;
        string planeOf = text.Scratch("Plane"), sums = text.Take("sums");
        string Add(string line, string position)
        {
            string gradient = $"V.Load(ref {text.Reference(dz)}, {new PositionText(text, line, position).At(dz)})";
            // What lies behind the last filter is another position's, or nothing.
            gradient = filters % Lanes.Count == 0 ? gradient : Invariant.Of($"({Types.Vectors}.FirstLanes<V>({filters} - c) & {gradient})");
            string Number(string y, string x, string channel)
            {
                string at = plane.At(Address.Sum(Times(line, window.StrideY), y), Address.Sum(Times(position, window.StrideX), x));
                return CSharpWriter.Code($$"""
                    {{Types.LaneSum}}<V> {{sums}} = default;
                    {{Columns("0", Invariant.Of($"{Lanes.Padded(filters)}"), $"{sums}.Add({gradient} * V.Load(ref {text.Reference(w)}, weights + c), c);")}}
                    {{Types.Unsafe}}.Add(ref {{planeOf}}, {{Address.Sum(at, channel)}}) += {{sums}}.Total;
                    weights += {{Invariant.Of($"{wStride}")}};
                    """);
            }

            return CSharpWriter.Code($$"""
                int weights = {{Times(Times(Address.Join(line, position, dz.Type.Width), window.Positions * channels), wStride)}};
                {{CountedLoop.Of("y", window.Height, y => CountedLoop.Of("x", window.Width, x => CountedLoop.Of("channel", channels, channel => Number(y, x, channel))))}}
                """);
        }

        string samples = plane.Samples(CountedLoop.OverPositions(dz.Type.Height, dz.Type.Width, Add));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{samples}}
            """);
    }
}
