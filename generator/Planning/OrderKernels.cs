using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// Orders kernels: what is read is computed before, and a parameter is assigned only after every kernel that reads it has run. All adversarial
/// inputs are made before the first kernel of adversarial rows, so that those kernels can be run again with the next ones.
/// Among those that may run, the earliest made goes first, which keeps each layer's backward step next to its update.
/// </summary>
internal static class OrderKernels
{
    public static List<Kernel> Run(List<Kernel> kernels)
    {
        List<Kernel> sorted = BiasesAfterWeights(kernels);
        HashSet<int>[] after = After(sorted);
        int[] before = new int[sorted.Count];
        foreach (int later in after.SelectMany(laters => laters))
        {
            before[later]++;
        }

        var ready = new SortedSet<int>(Enumerable.Range(0, sorted.Count).Where(i => before[i] == 0));
        var ordered = new List<Kernel>();
        while (ready.Count > 0)
        {
            int next = ready.Min;
            ready.Remove(next);
            ordered.Add(sorted[next]);
            ready.UnionWith(after[next].Where(later => --before[later] == 0));
        }

        if (ordered.Count < sorted.Count)
        {
            throw new GraphException($"The kernels wait for each other: {string.Join("; ", sorted.Except(ordered))}.");
        }

        Name(ordered);
        return ordered;
    }

    /// <summary>A bias is updated beside its weights, not where its gradient happens to be derived.</summary>
    private static List<Kernel> BiasesAfterWeights(List<Kernel> kernels)
    {
        var sorted = new List<Kernel>(kernels);
        foreach (Kernel bias in kernels.Where(k => k.Root?.Op.Access.Reduces(Axes.Batch) == true))
        {
            if (kernels.LastOrDefault(k => k.Root?.Op.Access.Contracts(Axes.Batch) == true && k.Section == bias.Section) is { } weights)
            {
                sorted.Remove(bias);
                sorted.Insert(sorted.IndexOf(weights) + 1, bias);
            }
        }

        return sorted;
    }

    /// <summary>For each kernel, by number, those that must come after it: by what they read, assign and perturb.</summary>
    private static HashSet<int>[] After(List<Kernel> kernels)
    {
        HashSet<int>[] after = [.. kernels.Select(_ => new HashSet<int>())];
        ILookup<Node, int> writers = Lookup(kernel => kernel.Stored.Concat(kernel.Made)), readers = Lookup(kernel => kernel.Reads);
        int[] perturbing = [.. Enumerable.Range(0, kernels.Count).Where(i => kernels[i].Perturbed.Any())];
        for (int second = 0; second < kernels.Count; second++)
        {
            Kernel kernel = kernels[second];
            IEnumerable<int> firsts = kernel.Reads.SelectMany(node => writers[node])
                .Concat(kernel.Assigned.SelectMany(node => readers[node]).Where(first => !IsLast(kernels[first], kernel)))
                .Concat(kernel.Section.Role == BatchRole.Adversarial ? perturbing : []);
            foreach (int first in firsts.Where(first => first != second))
            {
                after[first].Add(second);
            }
        }

        return after;

        ILookup<Node, int> Lookup(Func<Kernel, IEnumerable<Node>> nodes) =>
            kernels.SelectMany((kernel, number) => nodes(kernel).Select(node => (Node: node, Number: number))).ToLookup(pair => pair.Node, pair => pair.Number);
    }

    /// <summary>An update reads x′ as the last iteration of the attack left it, so what moves x′ need not wait for it.</summary>
    private static bool IsLast(Kernel update, Kernel second) => update.Section.Role == BatchRole.Clean && second.Section.Role == BatchRole.Adversarial;

    /// <summary>
    /// <c>ForwardHidden</c>, <c>UpdateHiddenWeights</c>; a second kernel of the same name gets a 2, or the next number that makes no other
    /// value's name of it.
    /// </summary>
    private static void Name(List<Kernel> kernels)
    {
        var owners = new HashSet<string>(kernels.Select(k => k.Section.Owner), StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (Kernel kernel in kernels)
        {
            Parameter? gradient = kernel.Stored.Select(n => n.Op.Destination).FirstOrDefault(d => d is { IsUpdate: false })?.Of as Parameter;
            Parameter[] assigned = gradient is null ? [.. kernel.Assigned.Select(a => a.Op is State state ? state.Of : a.Op as Parameter).OfType<Parameter>()] : [gradient];
            // Statistics of a layer's channels are called after what they are: ForwardHiddenMean.
            Node? statistic = assigned.Length == 0 && kernel.Root?.Op.KernelName is null && kernel.Stored.FirstOrDefault() is { Type.Space: Space.Vector, Op.Destination: null } first ? first : null;
            string layer = assigned.FirstOrDefault()?.Layer ?? kernel.Section.Owner;
            string part = (TitleOf(assigned) ?? Invariant.Pascal(statistic?.Name ?? "")) + kernel.Section.Suffix;
            kernel.Title = kernel.Root?.Op.KernelName is var (verb, subject)
                ? subject is null ? new(verb, layer, part) : new(verb, "", subject)
                : new(gradient is null ? Invariant.Of($"{kernel.Section.Phase}") : "Gradient", layer, part);
            for (int i = 2; !taken.Add(kernel.Name); i++)
            {
                // Numbers that make another value's name are skipped: BackwardHidden2 is the first of Hidden2, not the second of Hidden.
                KernelTitle numbered = kernel.Title with { Number = i };
                kernel.Title = owners.Contains(numbered.Subject) ? kernel.Title : numbered;
            }
        }
    }

    /// <summary>What several parameters of a layer are called together, if there is such a name; else what the first one is. Null for none.</summary>
    private static string? TitleOf(Parameter[] parameters) =>
        parameters.Distinct().Skip(1).Any() && parameters.Select(p => (p.Layer, p.Role.JointTitle)).Distinct().ToArray() is [(_, { } title)]
            ? title
            : parameters.FirstOrDefault()?.Role.Title;
}
