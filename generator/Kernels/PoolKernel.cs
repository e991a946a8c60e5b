using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Max and average pooling, position by position, a vector of channels at a time.</summary>
internal sealed class PoolKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "position by position";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is PoolOp;

    /// <summary>A variable for the place of the maximum; empty where that is not asked for.</summary>
    public static string PlaceIn(KernelText text) => text.Kernel.Body.Any(node => node.Op is PlaceOfMax) ? text.Take("place") : "";

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!;
        var pool = (PoolOp)root.Op;
        string value = text.Take("pooled"), place = PlaceIn(text), next = text.Take("next");
        string Pooled(string line, string position)
        {
            var windows = new WindowText(text, root.Operands[0], pool.Window, line, position);
            string reduced = pool is MaxPool ? windows.Greatest(value, place, next) : CSharpWriter.Lines([windows.Sum(value), $"{value} *= V.Splat(1f / {windows.Count});"]);
            string body = CSharpWriter.Lines([reduced, new PositionText(text, line, position).Statements(value, place)]);
            return CSharpWriter.Code($$"""
                {{(windows.IsWrittenOut ? "" : windows.Bounds)}}
                {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), body)}}
                """);
        }

        string positions = CountedLoop.OverPositions(root.Type.Height, root.Type.Width, Pooled);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{positions}}
            }
            """);
    }
}
