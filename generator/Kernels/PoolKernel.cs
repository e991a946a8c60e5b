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

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!;
        var pool = (PoolOp)root.Op;
        GreatestText? greatest = pool is MaxPool ? new GreatestText(text) : null;
        string value = greatest?.Value ?? text.Take("pooled");
        string Pooled(string line, string position)
        {
            var windows = new WindowText(text, root.Operands[0], pool.Window, line, position);
            string body = CSharpWriter.Lines(
            [
                greatest is null ? windows.Mean(value) : windows.Greatest(greatest),
                new PositionText(text, line, position).Statements(value, greatest?.Place ?? ""),
            ]);
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
