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
        var at = new PositionText(text, "line", "position");
        string sideBySide = text.Scratch("SideBySide"), from = text.Reference(x);
        string finish = at.Statements($"V.Load(ref {sideBySide}, c)");
        int count = root.Op is RepeatChannels repeat ? repeat.Count : ((SumChannels)root.Op).Count;
        string move = root.Op is RepeatChannels
            ? CSharpWriter.Code($$"""
                for (int copy = 0; copy < {{Invariant.Of($"{count}")}}; copy++)
                {
                    {{Types.Unsafe}}.Add(ref {{sideBySide}}, c * {{Invariant.Of($"{count}")}} + copy) = {{Types.Unsafe}}.Add(ref {{from}}, {{at.At(x)}});
                }
                """)
            : CSharpWriter.Code($$"""
                {{Types.Unsafe}}.Add(ref {{sideBySide}}, c) = 0;
                for (int copy = 0; copy < {{Invariant.Of($"{count}")}}; copy++)
                {
                    {{Types.Unsafe}}.Add(ref {{sideBySide}}, c) += {{Types.Unsafe}}.Add(ref {{from}}, {{at.At(x)}} * {{Invariant.Of($"{count}")}} + copy);
                }
                """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                for (int line = 0; line < {{Invariant.Of($"{root.Type.Height}")}}; line++)
                {
                    for (int position = 0; position < {{Invariant.Of($"{root.Type.Width}")}}; position++)
                    {
                        for (int c = 0; c < {{Invariant.Of($"{(root.Op is RepeatChannels ? x.Type.Channels : root.Type.Channels)}")}}; c++)
                        {
                            {{move}}
                        }

                        {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), finish)}}
                    }
                }
            }
            """);
    }
}
