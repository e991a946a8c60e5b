using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>
/// Estimates which share of a contraction's varying operand is not 0: half of what ReLU yields, and of that what dropout keeps. Behind ReLU
/// and dropout with keep 0.5 it is a quarter, in the layer's value and in the gradient toward it. Each operation states its own share.
/// </summary>
internal static class EstimateDensity
{
    public static void Run(IEnumerable<Kernel> kernels, NetworkModel model)
    {
        var known = new Dictionary<Node, double>();
        foreach (Kernel kernel in kernels)
        {
            kernel.BatchSize = model.BatchSize;
            kernel.Density = kernel.Root switch
            {
                { } root when root.Op.Access.ContractsOver(Axes.Features) => Of(root.Operands[0]),
                { } root when root.Op.Access.ContractsOver(Axes.Batch) => Accumulation.TermsOf(root).Max(term => Of(term.Operands[1])),
                _ => 1,
            };
        }

        double Of(Node node)
        {
            if (!known.TryGetValue(node, out double density))
            {
                density = node.Op.Density([.. node.Operands.Select(Of)]);
                known.Add(node, density);
            }

            return density;
        }
    }
}
