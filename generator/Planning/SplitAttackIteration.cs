using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Where x′ is made in several steps, a training step runs the kernels of clean rows. Iterations of the attack follow: each runs the kernels of
/// adversarial rows and moves x′. At last these kernels run once more, with the updates. The last run leaves out what only moves x′.
/// </summary>
internal static class SplitAttackIteration
{
    /// <summary>Takes what only moves x′ out of the step; returns the kernels of an iteration in order, none where x′ is made at once.</summary>
    public static List<Kernel> TakeFrom(List<Kernel> step)
    {
        List<Kernel> adversarial = [.. step.Where(k => k.Section.Role == BatchRole.Adversarial)], iteration = [], only = [];
        ILookup<Node, Kernel> readersOf = step.SelectMany(kernel => kernel.Reads.Select(node => (Node: node, Kernel: kernel))).ToLookup(read => read.Node, read => read.Kernel);
        foreach (Kernel kernel in Enumerable.Reverse(adversarial))
        {
            List<Kernel> readers = [.. kernel.Stored.SelectMany(node => readersOf[node])];
            bool moves = kernel.Effects.Any(e => e.Kind == EffectKind.NextIteration);
            if (moves || readers.Any(iteration.Contains))
            {
                iteration.Insert(0, kernel);
                if (readers.All(only.Contains))
                {
                    only.Add(kernel);
                }
            }
        }

        step.RemoveAll(only.Contains);
        return iteration;
    }

    /// <summary>
    /// The kernels as they run: those of clean rows, iterations, those of adversarial rows and updates. Two iterations show what a kernel of one
    /// meets in the next.
    /// </summary>
    public static List<Kernel> InOrder(IReadOnlyList<Kernel> step, IReadOnlyList<Kernel> iteration)
    {
        int start = iteration.Count == 0 ? 0 : step.TakeWhile(k => k.Section.Role == BatchRole.Clean).Count();
        return [.. step.Take(start), .. iteration, .. iteration, .. step.Skip(start)];
    }
}
