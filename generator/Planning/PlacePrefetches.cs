using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>
/// Says which weight updates ask for their places ahead: those of a layer whose weights and optimiser state are more than a second-level
/// cache holds. (128×1024×1024 with momentum ran at 66 % of peak instead of 62, 256×2048×2048 at 78 instead of 69; a 784×256 layer, which
/// fits, lost 2 points.)
/// </summary>
internal static class PlacePrefetches
{
    /// <summary>1 MB.</summary>
    private const long CacheFloats = 256 * 1024;

    public static void Run(IEnumerable<Kernel> kernels)
    {
        foreach (Kernel kernel in kernels.Where(k => k.Root?.Op is TransposedProduct))
        {
            kernel.Prefetches = kernel.Assigned.Sum(Floats) > CacheFloats;
        }
    }

    private static long Floats(Node place) => (long)place.Type.Rows * Layout.Stride(place.Type.Columns);
}
