namespace NetGen.Generator.Planning;

/// <summary>
/// Says where the threads of a step must meet: before a kernel that reads what another wrote, or writes what another reads, since they
/// last met. Kernels that share the rows of the batch need not meet over a buffer they both take row by row: each thread has its own rows.
/// </summary>
internal static class PlaceBarriers
{
    /// <param name="kernels">The kernels as they run; one that runs more than once meets the others wherever it has to once.</param>
    /// <param name="buffers">Where everything lies.</param>
    public static void Run(IReadOnlyList<Kernel> kernels, AssignBuffers buffers)
    {
        var since = new MemoryUses(kernels, buffers);
        foreach (Kernel kernel in kernels)
        {
            kernel.Meeting ??= since.Conflict(kernel);
            if (kernel.NeedsBarrier)
            {
                since.Clear();
            }

            since.Add(kernel);
        }
    }
}
