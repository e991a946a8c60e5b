namespace NetGen.Generator.Planning;

/// <summary>Decides how each kernel is written: of the templates that apply, the one of the least cost.</summary>
internal static class ChooseKernels
{
    public static void Run(IEnumerable<Kernel> kernels, IReadOnlyList<KernelTemplate> templates)
    {
        foreach (Kernel kernel in kernels)
        {
            kernel.Template = templates.Where(template => template.AppliesTo(kernel)).OrderBy(template => template.CostOf(kernel)).First();
        }
    }
}
