using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Element-wise work on a parameter in the order in which it lies in memory: the update from a gradient that is there too.</summary>
internal sealed class ParameterKernel : CodeTemplate
{
    public override bool TakesRows => false;

    public override string TitleOf(Kernel kernel) => "update from memory";

    public override bool AppliesTo(Kernel kernel) => kernel.IsOverParameter;

    public override string Body(KernelText text)
    {
        TensorType type = text.Kernel.Body[0].Type;
        int padded = Lanes.Padded(type.Columns);
        if (type.Space == Space.Vector)
        {
            string numbers = Columns("first", "last", text.Statements(text.Kernel.Body, new Position("0", "c"), _ => "c"));
            return CSharpWriter.Code($$"""
                {{text.Header}}

                {{Invariant.Of($"(int first, int last) = worker.StaticRange({padded}, 16);")}}
                {{numbers}}
                """);
        }

        string body = CSharpWriter.Code($$"""
            int i = {{Index("row", text.LayoutOf(text.Kernel.Body[0]).Stride, "c")}};
            {{text.Statements(text.Kernel.Body, new Position("row", "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string rows = CSharpWriter.Code($$"""
            for (int row = first; row < last; row++)
            {
                {{Columns("0", Invariant.Of($"{padded}"), body)}}
            }
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(type.Rows, 8, rows)}}
            """);
    }
}
