namespace NetGen.Generator.Planning;

/// <summary>
/// Places the barriers of a step: before a kernel that reads what another wrote, or writes what another reads or writes, since the last
/// barrier. Kernels that share the rows of the batch need none over a buffer they both take row by row: each thread has its own rows.
/// </summary>
internal static class PlaceBarriers
{
    /// <param name="kernels">The kernels as they run; one that runs more than once has a barrier wherever it needs one once.</param>
    /// <param name="buffers">Where everything lies.</param>
    public static void Run(IReadOnlyList<Kernel> kernels, AssignBuffers buffers)
    {
        var since = new MemoryUses(kernels, buffers.BufferOf);
        foreach (Kernel kernel in kernels)
        {
            kernel.Barrier ??= since.Conflict(kernel);
            if (kernel.Barrier is not null)
            {
                since.Clear();
            }

            since.Add(kernel);
        }
    }
}
