using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The norms of the rows of W, from the weights that the step began with.</summary>
internal sealed class RowNormKernel : CodeTemplate
{
    public override bool TakesRows => false;

    public override string TitleOf(Kernel kernel) => "norms of rows";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is InverseRowNorms;

    public override string Body(KernelText text)
    {
        Node norms = text.Kernel.Root!, w = norms.Operands[0];
        string call = Invariant.Of($"{Types.Norms}.InverseOfRows<V>({text.At(w, "0")}, {Lanes.Padded(w.Type.Columns)}, {text.LayoutOf(w).Stride}, first, last, {text.At(norms, "0")});");
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(w.Type.Rows, 16, call)}}
            """);
    }
}
