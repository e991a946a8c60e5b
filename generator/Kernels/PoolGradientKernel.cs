using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What max and average pooling pass back, window by window. The first maximum is found again from x, so that no place of it need be kept; a
/// window of an average divides its dy.
/// </summary>
internal sealed class PoolGradientKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "window by window";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is PoolGradientOp;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [PlaneText.Need(kernel.Root!.Type, ((PoolGradientOp)kernel.Root.Op).Window)];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!, dy = root.Operands[0];
        var pool = (PoolGradientOp)root.Op;
        var plane = new PlaneText(text, pool.Window);
        Layout layout = text.LayoutOf(dy);
        string gradient = Invariant.Of($"V.Load(ref {text.Reference(dy)}, r * {layout.Stride}{(layout.Start == 0 ? "" : Invariant.Of($" + {layout.Start}"))} + line * {layout.LineStride} + position * {layout.PositionStride} + c)");
        bool isMax = pool is MaxPoolGradient;
        var windows = new WindowText(text, isMax ? root.Operands[1] : root, pool.Window);
        string planeOf = text.Scratch("Plane"), part = text.Take("part"), max = isMax ? text.Take("max") : "", x = isMax ? text.Take("element") : "";
        string at = Invariant.Of($"int i = {plane.At("y" + PlaneText.Plus(pool.Window.Top), "x" + PlaneText.Plus(pool.Window.Left))} + c;");
        string body = isMax
            ? CSharpWriter.Code($$"""
                var {{max}} = V.Splat(float.NegativeInfinity);
                {{WindowText.Each($"{max} = {Types.Vectors}.Greater({windows.Load}, {max});")}}

                // What is passed on goes to the first maximum, and nothing is left for others.
                var {{part}} = {{gradient}};
                {{WindowText.Each(CSharpWriter.Code($$"""
                    {{at}}
                    var {{x}} = V.AreEqual({{windows.Load}}, {{max}});
                    V.Store(V.Load(ref {{planeOf}}, i) + ({{part}} & {{x}}), ref {{planeOf}}, i);
                    {{part}} = V.AndNot({{part}}, {{x}});
                    """))}}
                """)
            : CSharpWriter.Code($$"""
                var {{part}} = {{gradient}} * V.Splat(1f / {{windows.Count}});
                {{WindowText.Each(CSharpWriter.Code($$"""
                    {{at}}
                    V.Store(V.Load(ref {{planeOf}}, i) + {{part}}, ref {{planeOf}}, i);
                    """))}}
                """);
        string samples = plane.Samples(CSharpWriter.Code($$"""
            for (int line = 0; line < {{Invariant.Of($"{dy.Type.Height}")}}; line++)
            {
                for (int position = 0; position < {{Invariant.Of($"{dy.Type.Width}")}}; position++)
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
