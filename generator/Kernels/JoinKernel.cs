using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Channels side by side, position by position: the operands are copied one behind the other into the scratch memory of a thread, where a
/// vector that ends past an operand's channels is written over by the next one, and are read from there in whole vectors.
/// </summary>
internal sealed class JoinKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "position by position";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is Join;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("SideBySide", Lanes.Padded(kernel.Root!.Type.Channels) + Lanes.Count, "the channels of a position, side by side")];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "sideBySide");
        Node root = text.Kernel.Root!;
        string sideBySide = text.Scratch("SideBySide");
        string Copy(string line, string position)
        {
            var at = new PositionText(text, line, position);
            int from = 0;
            var copies = new List<string>();
            foreach (Node operand in root.Operands)
            {
                string to = Address.Sum(Invariant.Of($"{from}"), "c");
                string copy = $"V.Store(V.Load(ref {text.Reference(operand)}, {at.At(operand)}), ref {sideBySide}, {to});";
                copies.Add(Columns("0", Invariant.Of($"{operand.Type.Channels}"), copy) + "\n");
                from += operand.Type.Channels;
            }

            return CSharpWriter.Code($$"""
                {{CSharpWriter.Lines(copies)}}
                {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), at.Statements($"V.Load(ref {sideBySide}, c)"))}}
                """);
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
