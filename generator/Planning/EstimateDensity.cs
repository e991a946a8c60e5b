using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>
/// Estimates which share of a product's varying operand is not 0: half of what ReLU yields, and of that what dropout keeps. Behind ReLU and
/// dropout with keep 0.5 it is a quarter, in the layer's value and in the gradient toward it.
/// </summary>
internal static class EstimateDensity
{
    public static void Run(IEnumerable<Kernel> kernels, NetworkModel model)
    {
        foreach (Kernel kernel in kernels)
        {
            kernel.BatchSize = model.BatchSize;
            kernel.Density = kernel.Root switch
            {
                { Op: Product or ProductWithTransposed, Operands: [var a, ..] } => Of(a, model),
                { Op: TransposedProduct } root => Accumulation.TermsOf(root).Max(term => Of(term.Operands[1], model)),
                _ => 1,
            };
        }
    }

    private static double Of(Node node, NetworkModel model) => node.Op switch
    {
        Relu => 0.5,
        Step => Math.Min(0.5, Of(node.Operands[0], model)),
        DropoutMask mask => model.Values.Single(value => value.Name == mask.Value).Dropout!.Keep,
        Multiply => Of(node.Operands[0], model) * Of(node.Operands[1], model),
        _ => 1,
    };
}
