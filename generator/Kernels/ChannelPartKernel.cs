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
        string Copy(string line, string position)
        {
            var at = new PositionText(text, line, position);
            string part = $"V.Load(ref {text.Reference(whole)}, {Address.Sum(at.At(whole), Invariant.Of($"{from}"))})";
            return Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), at.Statements(part));
        }

        string positions = CountedLoop.OverPositions(root.Type.Height, root.Type.Width, Copy);
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
