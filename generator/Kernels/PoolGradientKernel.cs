using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What max and average pooling pass back, window by window: a window of a maximum to the place of that, a window of an average to all
/// of its positions alike. Where every position is in exactly one window, it is finished as soon as its window is read; else what the windows
/// pass back is summed first, in the scratch memory of the thread.
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
        string place = pool is MaxPoolGradient ? text.Take("place") : "";
        string part = text.Take("part");
        return IsInOneWindow(root) ? AtOnce(text, part, place) : Summed(text, part, place);
    }

    /// <summary>Window by window: each position gets its part and is finished.</summary>
    private static string AtOnce(KernelText text, string part, string place)
    {
        string passed = place.Length == 0 ? part : text.Take("passed");
        string finish = new PositionText(text, "y", "x").Statements(passed);
        string each = place.Length == 0 ? finish : CSharpWriter.Lines([$"var {passed} = {part} & V.AreEqual({place}, V.Splat(i++));", finish]);
        string windows = Windows(text, part, place, _ => CSharpWriter.Lines([place.Length == 0 ? "" : "int i = 0;", WindowText.Each(each)]));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{windows}}
            }
            """);
    }

    /// <summary>Sample by sample: the windows' parts are summed, then the positions are finished.</summary>
    private static string Summed(KernelText text, string part, string place)
    {
        Window window = ((PoolGradientOp)text.Kernel.Root!.Op).Window;
        var plane = new PlaneText(text, window);
        string planeOf = text.Scratch("Plane");
        string at = $"int i = {plane.At("y" + PlaneText.Plus(window.Top), "x" + PlaneText.Plus(window.Left))} + c;";
        string Each(WindowText windows)
        {
            string passed = place.Length == 0 ? part : $"({part} & V.AreEqual({place}, V.Splat({windows.Place})))";
            return WindowText.Each(CSharpWriter.Lines([at, $"V.Store(V.Load(ref {planeOf}, i) + {passed}, ref {planeOf}, i);"]));
        }

        string samples = plane.Samples(Windows(text, part, place, Each));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{samples}}
            """);
    }

    /// <summary>Loops over the windows, and over the channels of each.</summary>
    /// <param name="text">The kernel's text.</param>
    /// <param name="part">A variable for what a position of a window gets.</param>
    /// <param name="place">A variable for the one position of it that does; empty if all do.</param>
    /// <param name="body">The statements for the positions of a window.</param>
    private static string Windows(KernelText text, string part, string place, Func<WindowText, string> body)
    {
        Node root = text.Kernel.Root!, dy = root.Operands[0];
        var pool = (PoolGradientOp)root.Op;
        return CountedLoop.OverPositions(pool.Window.RowsOf(root.Type.Height), pool.Window.ColumnsOf(root.Type.Width), (line, position) =>
        {
            var windows = new WindowText(text, root, pool.Window, line, position);
            string Load(Node node) => $"V.Load(ref {text.Reference(node)}, {Address.Of(text.LayoutOf(node), "r", line, position)})";
            string channels = CSharpWriter.Code($$"""
                var {{part}} = {{Load(dy)}}{{(place.Length > 0 ? "" : $" * V.Splat(1f / {windows.Count})")}};
                {{(place.Length > 0 ? $"var {place} = {Load(root.Operands[1])};" : "")}}
                {{body(windows)}}
                """);
            return CSharpWriter.Code($$"""
                {{windows.Bounds}}
                {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), channels)}}
                """);
        });
    }
}
