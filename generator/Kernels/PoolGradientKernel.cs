using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What max and average pooling pass back, window by window. The first maximum is found again from x, so that no place of it need be kept; a
/// window of an average divides its dy. Where every position is in exactly one window, it is finished as soon as its window is read; else what
/// the windows pass back is summed first, in the scratch memory of the thread.
/// </summary>
internal sealed class PoolGradientKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "window by window";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is PoolGradientOp;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        IsInOneWindow(kernel.Root!) ? [] : [PlaneText.Need(kernel.Root!.Type, ((PoolGradientOp)kernel.Root.Op).Window)];

    /// <summary>Whether the windows lie side by side and cover the image.</summary>
    private static bool IsInOneWindow(Node root)
    {
        Window window = ((PoolGradientOp)root.Op).Window;
        return window.Border == 0 && (window.StrideY, window.StrideX) == (window.Height, window.Width)
            && root.Type.Height % window.Height == 0 && root.Type.Width % window.Width == 0;
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!, dy = root.Operands[0];
        var pool = (PoolGradientOp)root.Op;
        _ = text.Reference(dy); // declared before what else is read
        bool isMax = pool is MaxPoolGradient;
        string part = text.Take("part"), max = isMax ? text.Take("max") : "";
        return IsInOneWindow(root) ? AtOnce(text, part, max) : Summed(text, part, max);
    }

    /// <summary>Window by window: each position gets its part and is finished.</summary>
    private static string AtOnce(KernelText text, string part, string max)
    {
        bool isMax = max.Length > 0;
        string passed = isMax ? text.Take("passed") : part, place = isMax ? text.Take("isFirst") : "";
        string finish = new PositionText(text, "y", "x").Statements(passed);
        string Window(WindowText windows, string gradient)
        {
            string each = isMax
                ? CSharpWriter.Code($$"""
                    var {{place}} = V.AreEqual({{windows.Load}}, {{max}});
                    var {{passed}} = {{part}} & {{place}};
                    {{part}} = V.AndNot({{part}}, {{place}});
                    {{finish}}
                    """)
                : finish;
            return CSharpWriter.Code($$"""
                {{(isMax ? windows.Reduced(max, isMax) + "\n\n// What is passed on goes to the first maximum, and nothing is left for others." : "")}}
                var {{part}} = {{gradient}}{{(isMax ? "" : $" * V.Splat(1f / {windows.Count})")}};
                {{WindowText.Each(each)}}
                """);
        }

        string windows = Windows(text, Window);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{windows}}
            }
            """);
    }

    /// <summary>Loops over the windows, and over the channels of each.</summary>
    /// <param name="text">The kernel's text.</param>
    /// <param name="body">The statements for a vector of channels, given the window and what comes back to it.</param>
    private static string Windows(KernelText text, Func<WindowText, string, string> body)
    {
        Node root = text.Kernel.Root!, dy = root.Operands[0];
        var pool = (PoolGradientOp)root.Op;
        Node image = pool is MaxPoolGradient ? root.Operands[1] : root;
        return CountedLoop.OverPositions(pool.Window.RowsOf(root.Type.Height), pool.Window.ColumnsOf(root.Type.Width), (line, position) =>
        {
            var windows = new WindowText(text, image, pool.Window, line, position);
            string gradient = $"V.Load(ref {text.Reference(dy)}, {Address.Of(text.LayoutOf(dy), "r", line, position)})";
            return CSharpWriter.Code($$"""
                {{windows.Bounds}}
                {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), body(windows, gradient))}}
                """);
        });
    }

    /// <summary>Sample by sample: the windows' parts are summed, then the positions are finished.</summary>
    private static string Summed(KernelText text, string part, string max)
    {
        Window window = ((PoolGradientOp)text.Kernel.Root!.Op).Window;
        var plane = new PlaneText(text, window);
        bool isMax = max.Length > 0;
        string planeOf = text.Scratch("Plane"), x = isMax ? text.Take("element") : "";
        string at = $"int i = {plane.At("y" + PlaneText.Plus(window.Top), "x" + PlaneText.Plus(window.Left))} + c;";
        string Window(WindowText windows, string gradient) => isMax
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
        string samples = plane.Samples(Windows(text, Window));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{samples}}
            """);
    }
}
