namespace RegularizationLab;

/// <summary>Makes untrained networks from penalties, for either size of image.</summary>
internal static class Readers
{
    public static IReader Create(Workbench bench, Penalties penalties, int seed) => bench.HasDigits
        ? new DigitReader(new() { HiddenL1 = penalties.L1, HiddenL2 = penalties.L2, HiddenGroupLasso = penalties.GroupLasso }, seed)
        : new ImageReader(new() { HiddenL1 = penalties.L1, HiddenL2 = penalties.L2, HiddenGroupLasso = penalties.GroupLasso }, seed);
}
