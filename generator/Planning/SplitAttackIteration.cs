using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Where x′ is made in several steps, a training step runs the clean half, then rounds of the adversarial half that move x′, then that half
/// once more with the updates. A round and the last run have the same kernels, but what only moves x′ is not part of the last.
/// </summary>
internal static class SplitAttackIteration
{
    /// <summary>Takes what only moves x′ out of the step; returns the kernels of a round in order, none where there are no rounds.</summary>
    public static List<Kernel> TakeFrom(List<Kernel> step)
    {
        List<Kernel> adversarial = [.. step.Where(k => k.Section.Role == BatchRole.Adversarial)], round = [], only = [];
        ILookup<Node, Kernel> readersOf = step.SelectMany(kernel => kernel.Reads.Select(node => (Node: node, Kernel: kernel))).ToLookup(read => read.Node, read => read.Kernel);
        foreach (Kernel kernel in Enumerable.Reverse(adversarial))
        {
            List<Kernel> readers = [.. kernel.Stored.SelectMany(node => readersOf[node])];
            bool moves = kernel.Effects.Any(e => e.Kind == EffectKind.NextIteration);
            if (moves || readers.Any(round.Contains))
            {
                round.Insert(0, kernel);
                if (readers.All(only.Contains))
                {
                    only.Add(kernel);
                }
            }
        }

        step.RemoveAll(only.Contains);
        return round;
    }

    /// <summary>The kernels as they run: clean half, rounds, adversarial half and updates. Two rounds show what a kernel of one meets in the next.</summary>
    public static List<Kernel> InOrder(IReadOnlyList<Kernel> step, IReadOnlyList<Kernel> round)
    {
        int start = round.Count == 0 ? 0 : step.TakeWhile(k => k.Section.Role == BatchRole.Clean).Count();
        return [.. step.Take(start), .. round, .. round, .. step.Skip(start)];
    }
}
