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
        var windows = new WindowText(text, root, window);
        string planeOf = text.Scratch("Plane"), part = text.Take("part");
        string body = CSharpWriter.Code($$"""
            var {{part}} = V.Load(ref {{text.Reference(dz)}}, {{new PositionText(text, "line", "position").At(dz)}});
            {{WindowText.Each(CSharpWriter.Code($$"""
                int i = {{plane.At("y" + PlaneText.Plus(window.Top), "x" + PlaneText.Plus(window.Left))}} + c;
                V.Store(V.FusedMultiplyAdd({{part}}, {{DepthwiseKernel.Weight(text, root.Operands[1], window)}}, V.Load(ref {{planeOf}}, i)), ref {{planeOf}}, i);
                """))}}
            """);
        string samples = plane.Samples(CSharpWriter.Code($$"""
            for (int line = 0; line < {{Invariant.Of($"{dz.Type.Height}")}}; line++)
            {
                for (int position = 0; position < {{Invariant.Of($"{dz.Type.Width}")}}; position++)
                {
                    {{windows.Bounds}}
                    {{Columns("0", Invariant.Of($"{plane.Channels}"), body)}}
                }
            }
            """));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{samples}}
            """);
    }
}
