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
        var windows = new WindowText(text, root.Operands[0], pool.Window);
        string value = text.Take("pooled");
        string mean = pool is MaxPool ? "" : $"{value} *= V.Splat(1f / {windows.Count});";
        string finish = new PositionText(text, "line", "position").Statements(value);
        string body = CSharpWriter.Lines(new[] { windows.Reduced(value, pool is MaxPool), mean, finish }.Where(s => s.Length > 0));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                for (int line = 0; line < {{Invariant.Of($"{root.Type.Height}")}}; line++)
                {
                    for (int position = 0; position < {{Invariant.Of($"{root.Type.Width}")}}; position++)
                    {
                        {{(windows.IsWrittenOut ? "" : windows.Bounds)}}
                        {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), body)}}
                    }
                }
            }
            """);
    }
}
