using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Channels repeated, or summed again on the way back: number by number into the scratch memory of a thread, from where whole vectors are read.</summary>
internal sealed class RepeatKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "position by position";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is RepeatChannels or SumChannels;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("SideBySide", Lanes.Padded(kernel.Root!.Type.Channels) + Lanes.Count, "the channels of a position, side by side")];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "sideBySide", "copy");
        Node root = text.Kernel.Root!, x = root.Operands[0];
        string sideBySide = text.Scratch("SideBySide"), from = text.Reference(x);
        Layout image = text.LayoutOf(x);
        int count = root.Op is RepeatChannels repeat ? repeat.Count : ((SumChannels)root.Op).Count;
        string Move(string line, string position, string channel)
        {
            string At(string of) => Address.Of(image, "r", line, position, of);
            string side = $"{Types.Unsafe}.Add(ref {sideBySide}, {channel})";
            return root.Op is RepeatChannels
                ? CountedLoop.Of("copy", count, copy =>
                    $"{Types.Unsafe}.Add(ref {sideBySide}, {Address.Join(channel, copy, count)}) = {Types.Unsafe}.Add(ref {from}, {At(channel)});")
                : CSharpWriter.Code($$"""
                    {{side}} = 0;
                    {{CountedLoop.Of("copy", count, copy => $"{side} += {Types.Unsafe}.Add(ref {from}, {At(Address.Join(channel, copy, count))});")}}
                    """);
        }

        string positions = CountedLoop.OverPositions(root.Type.Height, root.Type.Width, (line, position) => CSharpWriter.Code($$"""
            {{CountedLoop.Of("c", root.Op is RepeatChannels ? x.Type.Channels : root.Type.Channels, channel => Move(line, position, channel))}}

            {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), new PositionText(text, line, position).Statements($"V.Load(ref {sideBySide}, c)"))}}
            """));
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
