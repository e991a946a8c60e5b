using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The methods of a plan's kernels, and the calls of them.</summary>
/// <param name="plan">The plan.</param>
internal sealed class KernelMethods(Plan plan)
{
    private readonly Dictionary<KernelMethod, SharedMethod?> _shared = [];

    /// <summary>The methods of some kernels, each once, where the first of its kernels stands.</summary>
    public IEnumerable<string> Of(IEnumerable<Kernel> kernels)
    {
        var written = new HashSet<KernelMethod>();
        foreach (Kernel kernel in kernels)
        {
            if (kernel.Method is not { } method || Shared(method) is not { } shared)
            {
                yield return CodeTemplate.Method(FormulaText.Of(kernel), kernel, kernel.Name, "", CodeTemplate.BodyOf(plan, kernel));
            }
            else if (written.Add(method))
            {
                yield return shared.Text;
            }
        }
    }

    /// <summary>The call of a kernel's method; of one that is shared with the kernel's formula, which the method has only in general.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="rows">How many rows there are.</param>
    public string Call(Kernel kernel, string rows)
    {
        string told = $"{(kernel.Template.TakesRows ? $"{rows}, " : "")}worker";
        return kernel.Method is { } method && Shared(method) is { } shared
            ? $"{method.Name}<V>({told}{shared.ArgumentsOf(kernel)}); // {FormulaText.First(kernel)}"
            : $"{kernel.Name}<V>({told});";
    }

    /// <summary>
    /// The methods of a plan whose kernels' code differs after all, a sentence each: shared ones, whose kernels are then written with a method
    /// each, and those of kernels of the same name. There should be none: tests fail where there is one.
    /// </summary>
    public static IReadOnlyList<string> Unlike(Plan plan)
    {
        var methods = new KernelMethods(plan);
        return
        [
            .. plan.AllKernels
                .Select(kernel => kernel.Method).Where(method => method is not null).Distinct().Where(method => methods.Shared(method!) is null)
                .Select(method => $"{string.Join(", ", method!.Kernels.Select(kernel => kernel.Name))} were to share {method.Name}, but their code differs."),
            .. plan.AllKernels.Where(kernel => kernel.Method is null).GroupBy(kernel => kernel.Name)
                .Where(same => same.Distinct().Select(kernel => CodeTemplate.BodyOf(plan, kernel)).Distinct().Count() > 1)
                .Select(same => $"Several kernels are called {same.Key}, but their code differs."),
        ];
    }

    private SharedMethod? Shared(KernelMethod method)
    {
        if (!_shared.TryGetValue(method, out SharedMethod? shared))
        {
            MethodSlots[] slots = [.. method.Kernels.Select(_ => new MethodSlots())];
            string[] bodies = [.. method.Kernels.Select((kernel, i) => CodeTemplate.BodyOf(plan, kernel, slots[i]))];
            bool alike = bodies.All(body => body == bodies[0]) && slots.All(own => own.All.Count == slots[0].All.Count);
            _shared.Add(method, shared = alike ? new SharedMethod(method, slots, bodies[0]) : null);
        }

        return shared;
    }

    /// <summary>A method that several kernels share.</summary>
    private sealed class SharedMethod
    {
        private readonly Dictionary<string, string> _arguments = new(StringComparer.Ordinal);

        public SharedMethod(KernelMethod method, MethodSlots[] slots, string body)
        {
            // Slots that have the same expression as each other in every kernel are one parameter; one that all kernels have alike is none.
            string[][] columns = [.. slots[0].All.Select((_, i) => slots.Select(own => own.All[i].Expression).ToArray())];
            int[] firsts = [.. columns.Select(column => Array.FindIndex(columns, column.SequenceEqual))];
            int[] parameters = [.. Enumerable.Range(0, columns.Length).Where(i => firsts[i] == i && columns[i].Any(expression => expression != columns[i][0])).OrderBy(i => slots[0].All[i].Name.EndsWith("Offset", StringComparison.Ordinal) ? 0 : 1)];
            string[] expressions = [.. firsts.Select(first => parameters.Contains(first) ? slots[0].All[first].Name : columns[first][0])];
            Text = CodeTemplate.Method(
                Invariant.Of($"Shared by {method.Kernels.Count} layers.\n{FormulaText.Of(method.Kernels[0], new KernelRoles(method.Kernels[0]))}"),
                method.Kernels[0],
                method.Name,
                string.Concat(parameters.Select(i => $", {slots[0].All[i].Type} {slots[0].All[i].Name}")),
                MethodSlots.Resolve(body, expressions));
            for (int k = 0; k < method.Kernels.Count; k++)
            {
                _arguments.Add(method.Kernels[k].Name, string.Concat(parameters.Select(i => $", {columns[i][k]}")));
            }
        }

        /// <summary>The whole method.</summary>
        public string Text { get; }

        /// <summary>What a kernel gives for the parameters.</summary>
        public string ArgumentsOf(Kernel kernel) => _arguments[kernel.Name];
    }
}
