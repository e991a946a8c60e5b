using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// A maximum over windows that lie side by side becomes part of the convolution that it reads, if nothing else reads that: the lines of a window
/// are computed, and while they are in the first-level cache the greatest of each window is all that is stored. An image of the size of
/// the convolution is neither written nor read again, in the backward pass neither, for the places of the maxima are kept instead.
/// </summary>
internal static class FusePools
{
    public static List<Kernel> Run(List<Kernel> kernels)
    {
        ILookup<Node, Kernel> readers = kernels.SelectMany(kernel => kernel.Reads.Select(node => (Node: node, Kernel: kernel))).ToLookup(read => read.Node, read => read.Kernel);
        var fused = new List<Kernel>(kernels);
        foreach (Kernel pooling in kernels.Where(kernel => kernel.Root?.Op.WindowOfLines is not null))
        {
            Node z = pooling.Root!.Operands[0];
            Kernel? convolving = fused.Find(kernel => kernel.Root == z && z.Op.MakesLines && kernel.Pool is null);
            if (convolving is { Body.Count: 1, Effects.Count: 0 } && readers[z].All(reader => reader == pooling)
                && pooling.Reads.All(node => node == z || node.Op.Access.Family == OpFamily.Source || node.Type.Space == Space.Scalar))
            {
                convolving.Append(pooling);
                fused.Remove(pooling);
            }
        }

        return fused;
    }
}
