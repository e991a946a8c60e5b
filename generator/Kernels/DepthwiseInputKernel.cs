using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>dx of a depthwise convolution: dz of each window, times W of each of its places, is added to the plane of a sample.</summary>
internal sealed class DepthwiseInputKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "window by window";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is DepthwiseInput;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [PlaneText.Need(kernel.Root!.Type, ((DepthwiseInput)kernel.Root.Op).Window)];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!, dz = root.Operands[0];
        Window window = ((DepthwiseInput)root.Op).Window;
        var plane = new PlaneText(text, window);
        string planeOf = text.Scratch("Plane"), part = text.Take("part");
        string Add(string line, string position)
        {
            string body = CSharpWriter.Code($$"""
                var {{part}} = V.Load(ref {{text.Reference(dz)}}, {{new PositionText(text, line, position).At(dz)}});
                {{WindowText.Each(CSharpWriter.Code($$"""
                    int i = {{plane.At("y" + PlaneText.Plus(window.Top), "x" + PlaneText.Plus(window.Left))}} + c;
                    V.Store(V.FusedMultiplyAdd({{part}}, {{DepthwiseKernel.Weight(text, root.Operands[1], window, line, position)}}, V.Load(ref {{planeOf}}, i)), ref {{planeOf}}, i);
                    """))}}
                """);
            return CSharpWriter.Code($$"""
                {{new WindowText(text, root, window, line, position).Bounds}}
                {{Columns("0", Invariant.Of($"{plane.Channels}"), body)}}
                """);
        }

        string samples = plane.Samples(CountedLoop.OverPositions(dz.Type.Height, dz.Type.Width, Add));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{samples}}
            """);
    }
}
