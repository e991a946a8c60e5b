using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Some channels of an image, position by position: what a join passes back to one of its operands.</summary>
internal sealed class ChannelPartKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "position by position";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ChannelPart;

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position");
        Node root = text.Kernel.Root!, whole = root.Operands[0];
        int from = ((ChannelPart)root.Op).From;
        var at = new PositionText(text, "line", "position");
        string part = Invariant.Of($"V.Load(ref {text.Reference(whole)}, {at.At(whole)}{(from == 0 ? "" : $" + {from}")})");
        string finish = at.Statements(part);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                for (int line = 0; line < {{Invariant.Of($"{root.Type.Height}")}}; line++)
                {
                    for (int position = 0; position < {{Invariant.Of($"{root.Type.Width}")}}; position++)
                    {
                        {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), finish)}}
                    }
                }
            }
            """);
    }
}
