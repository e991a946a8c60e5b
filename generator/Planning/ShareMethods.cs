using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// Kernels of different layers that are the same but for the layers' places in memory, hyperparameters and random numbers share one emitted
/// method, which takes these. A few are easier to read with a method each, so only many share one.
/// </summary>
internal static class ShareMethods
{
    /// <param name="plan">A plan whose kernels have their names and places.</param>
    /// <param name="least">How many kernels share a method at least.</param>
    public static void Run(Plan plan, int least = SharedNames.Least)
    {
        // Kernels of one name have one method anyway.
        ILookup<string, Kernel> byName = plan.AllKernels
            .ToLookup(kernel => kernel.Name, StringComparer.Ordinal);
        var taken = new HashSet<string>(byName.Select(sameName => sameName.Key), StringComparer.Ordinal);
        ILookup<string, string> kinds = plan.Model.Values.ToLookup(value => value.Name, value => SharedNames.Of(value.Kind), StringComparer.Ordinal);
        foreach (IGrouping<string, Kernel> alike in byName.Select(sameName => sameName.First()).GroupBy(kernel => Signature(kernel, plan.Buffers), StringComparer.Ordinal))
        {
            KernelMethod? method = alike.Count() < least || alike.First().Section.Owner.Length == 0 ? null : new(Identifier.Unique(NameOf(alike.First(), kinds), taken), [.. alike]);
            foreach (Kernel kernel in alike.SelectMany(kernel => byName[kernel.Name]))
            {
                kernel.Method = method;
            }
        }
    }

    /// <summary>The layers that share a method of training.</summary>
    public static IEnumerable<string> Layers(Plan plan) => plan.TrainingKernels.Where(kernel => kernel.Method is not null).Select(kernel => kernel.Section.Owner).Distinct();

    /// <summary><c>ForwardDense</c>, <c>UpdateDenseWeights</c>, <c>LossHead</c>: the kind of layer takes the place of its name.</summary>
    private static string NameOf(Kernel kernel, ILookup<string, string> kinds)
    {
        string? kind = kernel.Section.Phase is Phase.Loss or Phase.Output ? SharedNames.Head : kinds[kernel.Section.Owner].FirstOrDefault();
        return kernel.Title.Verb + kind + kernel.Title.Part;
    }

    /// <summary>Everything a kernel's code depends on but what a call can give: how it is written, operations, names by role, which values share memory.</summary>
    private static string Signature(Kernel kernel, AssignBuffers buffers)
    {
        var roles = new KernelRoles(kernel);
        Dictionary<Node, int> numbers = roles.Nodes.Select((node, number) => (node, number)).ToDictionary(pair => pair.node, pair => pair.number);
        var places = new Dictionary<(Arena Arena, int Offset), int>();
        IEnumerable<string> lines = roles.Nodes.Select(node =>
        {
            bool inside = kernel.Contains(node) || node.Type.Space == Space.Scalar;
            string operands = inside ? string.Join(" ", node.Operands.Where(numbers.ContainsKey).Select(operand => numbers[operand])) : "";
            string op = inside || node.Op.Access.Family == OpFamily.Source || node.Op.Destination is not null ? node.Op.Anonymous : "";
            return Invariant.Of($"{op} {roles.QualifiedName(node, (name, role) => $"{name} of {role}")} {node.Section.Role} {node.Type} {roles.IsOwned(node)} {node.Type.Space} {Place(node)} {kernel.Contains(node)} {kernel.Stored.IndexOf(node)} ({operands})");
        });
        string effects = string.Join(" ", kernel.Effects.Select(e => Invariant.Of($"{e.Kind} {numbers[e.Value]} {(e.Destination is null ? -1 : numbers[e.Destination])}")));
        return $"{kernel.Template.GetType().Name} {kernel.Title.Verb} {kernel.Section.Phase} {kernel.Section.Role} {kernel.IsSingleRow} {(kernel.Root is null ? -1 : numbers[kernel.Root])}\n{string.Join("\n", lines)}\n{effects}";

        // Where a value lies is given by the call; how it lies there, and what else lies there, is the same for all.
        string Place(Node node)
        {
            if (buffers.BufferOf(node) is not { } buffer)
            {
                return "-";
            }

            (Arena, int) place = (buffer.Arena, buffer.Offset);
            if (!places.TryGetValue(place, out int number))
            {
                places.Add(place, number = places.Count);
            }

            return Invariant.Of($"{buffer.Arena} {buffer.Layout} {number}");
        }
    }
}
