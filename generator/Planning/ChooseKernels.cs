using NetGen.Generator.Kernels;

namespace NetGen.Generator.Planning;

/// <summary>Decides how each kernel is written: of the templates that apply, the one of the least cost.</summary>
internal static class ChooseKernels
{
    public static void Run(IEnumerable<Kernel> kernels)
    {
        foreach (Kernel kernel in kernels)
        {
            kernel.Template = KernelTemplate.All.Where(template => template.AppliesTo(kernel)).OrderBy(template => template.CostOf(kernel)).First();
        }
    }
}
